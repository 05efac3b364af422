package org.zhuxi.indicator.internal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.MeasureFeed;

/** What other modules keep for measures, as one table expression. */
@Component
class Feeds {

    private static final Pattern VIEW = Pattern.compile("[a-z]+\\.v_[a-z_]+");
    private static final String COLUMNS =
            "community_id, place, measure, period, subject, label_zh, label_en, link, value, verified, cell, mark";
    private static final String NOTHING = """
            select 0 as community_id, '' as place, '' as measure, '' as period, '' as subject, '' as label_zh,
                '' as label_en, '' as link, 0::numeric as value, false as verified, 0::bigint as cell, '' as mark
            where false""";

    private final String rows;

    /** @throws IllegalStateException when a view has another name than {@code module.v_name} */
    Feeds(List<MeasureFeed> feeds) {
        this.rows = feeds.stream()
                .map(MeasureFeed::view)
                .map(Feeds::checked)
                .sorted()
                .map(view -> "select %s from %s".formatted(COLUMNS, view))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("\nunion all\n"), found -> "(" + (found.isEmpty() ? NOTHING : found) + ")"));
    }

    private static String checked(String view) {
        if (!VIEW.matcher(view).matches()) {
            throw new IllegalStateException("A feed of measures is a view named module.v_name, not " + view);
        }
        return view;
    }

    /** In parentheses, for the place of a table in a statement. */
    String rows() {
        return rows;
    }
}
