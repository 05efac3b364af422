package org.zhuxi.platform.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.core.io.ClassPathResource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Paper as PDF with its own Chinese type, tagged for readers (PDF/UA); the same paper gives the same pages. */
public final class PdfPaper {

    private static final String TYPE = "Noto Sans SC";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private static final float VERSION = 1.7f;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private PdfPaper() {}

    /** @param stamp for the date in the file, so that nothing in it depends on when it is made */
    public static void write(Paper paper, java.time.Instant stamp, OutputStream out) throws IOException {
        var builder = new PdfRendererBuilder()
                .useFont(() -> font("regular"), TYPE, REGULAR, FontStyle.NORMAL, true)
                .useFont(() -> font("bold"), TYPE, BOLD, FontStyle.NORMAL, true)
                .usePdfUaAccessibility(true)
                .usePdfVersion(VERSION)
                .withProducer("Zhuxi")
                .useUriResolver((base, address) -> null)
                .withW3cDocument(html(paper), "");
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            try (var pdf = renderer.createPDFKeepOpen()) {
                var made = Calendar.getInstance(TimeZone.getTimeZone("UTC"), java.util.Locale.ROOT);
                made.setTimeInMillis(stamp.toEpochMilli());
                pdf.getDocumentInformation().setCreationDate(made);
                pdf.getDocumentInformation().setModificationDate(made);
                pdf.getDocumentInformation().setTitle(paper.title());
                pdf.setDocumentId(stamp.toEpochMilli());
                pdf.save(out);
            }
        }
    }

    private static InputStream font(String weight) {
        try {
            return new ClassPathResource("fonts/noto-sans-sc-" + weight + ".ttf").getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document html(Paper paper) {
        try {
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
            var html = document.createElement("html");
            html.setAttribute("lang", paper.language());
            document.appendChild(html);
            var head = child(html, "head", "");
            child(head, "title", paper.title());
            describe(head, "description", paper.title());
            describe(head, "subject", paper.title());
            child(head, "style", style());
            var body = child(html, "body", "");
            child(body, "h1", paper.title());
            var cover = child(body, "div", "");
            cover.setAttribute("class", "cover");
            paper.cover().forEach(line -> child(cover, "p", line));
            paper.parts().forEach(part -> append(body, part));
            return document;
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("The paper cannot be laid out", e);
        }
    }

    private static void describe(Element head, String name, String content) {
        var meta = child(head, "meta", "");
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
    }

    private static String style() throws IOException {
        return new ClassPathResource("paper/paper.css").getContentAsString(StandardCharsets.UTF_8);
    }

    private static void append(Element body, Paper.Part part) {
        switch (part) {
            case Paper.Heading heading -> child(body, "h" + heading.level(), heading.words());
            case Paper.Paragraph paragraph -> child(body, "p", paragraph.words());
            case Paper.Grid grid -> append(body, grid);
        }
    }

    private static void append(Element body, Paper.Grid grid) {
        child(body, "h3", grid.caption());
        if (!grid.rows().isEmpty()) {
            var table = child(body, "table", "");
            row(child(child(table, "thead", ""), "tr", ""), "th", grid.head(), grid.numbers());
            var rows = child(table, "tbody", "");
            grid.rows().forEach(cells -> row(child(rows, "tr", ""), "td", cells, grid.numbers()));
        }
        if (!grid.note().isEmpty()) {
            child(body, "p", grid.note()).setAttribute("class", "note");
        }
    }

    private static void row(Element row, String kind, List<String> cells, List<Boolean> numbers) {
        for (var at = 0; at < cells.size(); at++) {
            var cell = child(row, kind, cells.get(at));
            if (kind.equals("th")) {
                cell.setAttribute("scope", "col");
            }
            if (numbers.get(at)) {
                cell.setAttribute("class", "number");
            }
        }
    }

    private static Element child(Element parent, String name, String words) {
        var document = parent.getOwnerDocument();
        var element = document.createElement(name);
        if (!words.isEmpty()) {
            element.appendChild(document.createTextNode(words));
        }
        parent.appendChild(element);
        return element;
    }
}
