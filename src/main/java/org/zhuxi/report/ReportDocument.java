package org.zhuxi.report;

import java.util.List;
import java.util.Map;
import org.zhuxi.kernel.Names;

/**
 * A report as it is read.
 *
 * @param title of the template
 * @param figures its numbers by code, as they stand now or were handed in
 * @param kept whether the numbers stand still
 */
public record ReportDocument(
        Report report,
        Names title,
        List<ReportSection> sections,
        Map<String, ReportFigure> figures,
        List<CoSignature> signatures,
        boolean kept) {

    public ReportDocument {
        sections = List.copyOf(sections);
        signatures = List.copyOf(signatures);
    }
}
