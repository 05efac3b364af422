package org.zhuxi.report.internal;

import org.zhuxi.platform.web.Links;
import org.zhuxi.report.Report;
import org.zhuxi.report.ReportFigure;

/** Addresses of pages. */
public final class ReportLinks {

    private ReportLinks() {}

    static String indicator(String code, String place, int year) {
        return Links.to("/indicators/" + code, "place", place, "period", String.valueOf(year));
    }

    /** Where a number of a report opens; empty when it follows from others. */
    public static String of(ReportFigure figure, Report report) {
        var published = figure.published();
        if (published != null) {
            return "/indicators/figures/" + published;
        }
        return figure.indicator().isEmpty() ? "" : indicator(figure.indicator(), report.place(), report.year());
    }
}
