package org.zhuxi.report.internal;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhuxi.report.Report;
import org.zhuxi.report.ReportFigure;

/** Addresses of pages. */
public final class Links {

    private Links() {}

    /** @param query names and values, in turn; what is empty is left out */
    public static String to(String path, String... query) {
        var address = UriComponentsBuilder.fromPath(path);
        IntStream.range(0, query.length / 2)
                .filter(i -> !query[2 * i + 1].isEmpty())
                .forEach(i -> address.queryParam(query[2 * i], "{" + i + "}"));
        return address.encode()
                .buildAndExpand(IntStream.range(0, query.length / 2)
                        .boxed()
                        .collect(Collectors.toMap(String::valueOf, i -> query[2 * i + 1])))
                .toUriString();
    }

    static String indicator(String code, String place, int year) {
        return to("/indicators/" + code, "place", place, "period", String.valueOf(year));
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
