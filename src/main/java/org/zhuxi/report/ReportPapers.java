package org.zhuxi.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.zhuxi.platform.paper.DocxPaper;
import org.zhuxi.platform.paper.PdfPaper;
import org.zhuxi.report.internal.ReportPrinter;

/** A report on paper; the same report gives the same file. */
@Service
public class ReportPapers {

    private final ReportPrinter printer;

    ReportPapers(ReportPrinter printer) {
        this.printer = printer;
    }

    public void pdf(ReportDocument document, Locale locale, OutputStream out) throws IOException {
        PdfPaper.write(printer.print(document, locale), ReportPrinter.stamp(document), out);
    }

    public void docx(ReportDocument document, Locale locale, OutputStream out) throws IOException {
        DocxPaper.write(printer.print(document, locale), ReportPrinter.stamp(document), out);
    }
}
