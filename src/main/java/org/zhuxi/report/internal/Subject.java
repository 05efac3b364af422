package org.zhuxi.report.internal;

import java.util.Map;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.report.Report;
import org.zhuxi.report.ReportFigure;

/** What the tables of a report are about. @param sheets criterion by criterion, shared by all tables */
record Subject(Report report, Map<String, ReportFigure> figures, YearSheets sheets) {

    ReportPeriod period() {
        return new ReportPeriod(report.year(), null);
    }
}
