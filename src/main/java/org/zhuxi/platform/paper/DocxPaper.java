package org.zhuxi.platform.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Paper as a Word document, with headings a reader can jump to; texts may be taken from it, its numbers are not read back. */
public final class DocxPaper {

    private static final String TYPE = "Noto Sans SC";
    private static final int TITLE_PT = 20;
    private static final int SECTION_PT = 14;
    private static final int TABLE_PT = 11;
    private static final int BODY_PT = 10;
    private static final int CELL_PT = 9;

    private DocxPaper() {}

    /** @param stamp for the date in the file, so that nothing in it depends on when it is made */
    public static void write(Paper paper, java.time.Instant stamp, OutputStream out) throws IOException {
        try (var document = new XWPFDocument()) {
            var properties = document.getProperties().getCoreProperties();
            properties.setTitle(paper.title());
            properties.setCreator("Zhuxi");
            properties.setCreated(Optional.of(Date.from(stamp)));
            properties.setModified(Optional.of(Date.from(stamp)));
            heading(document, 1, TITLE_PT, paper.title());
            paper.cover().forEach(line -> paragraph(document, line, BODY_PT));
            for (var part : paper.parts()) {
                switch (part) {
                    case Paper.Heading heading -> heading(document, heading.level(), SECTION_PT, heading.words());
                    case Paper.Paragraph paragraph -> paragraph(document, paragraph.words(), BODY_PT);
                    case Paper.Grid grid -> grid(document, grid);
                }
            }
            document.write(out);
        }
    }

    private static void heading(XWPFDocument document, int level, int size, String words) {
        var style = style(document, level);
        var paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.setKeepNext(true);
        var run = run(paragraph, words, size);
        run.setBold(true);
    }

    /** A style of the name that word processors know headings by; made when it is first needed. */
    private static String style(XWPFDocument document, int level) {
        var id = "Heading" + level;
        var styles = Optional.ofNullable(document.getStyles()).orElseGet(document::createStyles);
        if (!styles.styleExist(id)) {
            var style = CTStyle.Factory.newInstance();
            style.setStyleId(id);
            style.addNewName().setVal("heading " + level);
            style.setType(STStyleType.PARAGRAPH);
            style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
            style.addNewQFormat();
            styles.addStyle(new org.apache.poi.xwpf.usermodel.XWPFStyle(style));
        }
        return id;
    }

    private static void paragraph(XWPFDocument document, String words, int size) {
        run(document.createParagraph(), words, size);
    }

    private static XWPFRun run(XWPFParagraph paragraph, String words, int size) {
        var run = paragraph.createRun();
        run.setFontFamily(TYPE, XWPFRun.FontCharRange.ascii);
        run.setFontFamily(TYPE, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(size);
        run.setText(words);
        return run;
    }

    private static void grid(XWPFDocument document, Paper.Grid grid) {
        heading(document, 3, TABLE_PT, grid.caption());
        if (!grid.rows().isEmpty()) {
            var table = document.createTable(grid.rows().size() + 1, grid.head().size());
            table.setWidth("100%");
            fill(table, 0, grid.head(), grid.numbers(), true);
            table.getRow(0).setRepeatHeader(true);
            for (var at = 0; at < grid.rows().size(); at++) {
                fill(table, at + 1, grid.rows().get(at), grid.numbers(), false);
            }
        }
        if (!grid.note().isEmpty()) {
            paragraph(document, grid.note(), CELL_PT);
        }
    }

    private static void fill(XWPFTable table, int at, List<String> cells, List<Boolean> numbers, boolean isHead) {
        XWPFTableRow row = table.getRow(at);
        for (var column = 0; column < cells.size(); column++) {
            var paragraph = row.getCell(column).getParagraphs().getFirst();
            if (numbers.get(column)) {
                paragraph.setAlignment(ParagraphAlignment.RIGHT);
            }
            run(paragraph, cells.get(column), CELL_PT).setBold(isHead);
        }
    }
}
