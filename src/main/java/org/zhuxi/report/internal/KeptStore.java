package org.zhuxi.report.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.report.ReportFigure;

/** Numbers and tables of reports as they were handed in. */
@Repository
public class KeptStore {

    private final JdbcClient jdbc;

    KeptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A number as it was handed in; what it is called follows from its code. */
    public record Kept(
            String code,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            String qualifier,
            String reason,
            @Nullable UUID figureId,
            String hash) {}

    public void keep(UUID report, int round, List<ReportFigure> figures) {
        jdbc.sql("""
                        insert into report.figure
                            (report_id, round, position, code, value, numerator, denominator, qualifier, reason, figure_id, hash)
                        select :report, :round, position, code, cast(value as numeric), cast(numerator as numeric),
                            cast(denominator as numeric), qualifier, reason, cast(figure_id as uuid), hash
                        from unnest(:positions, :codes, :values, :numerators, :denominators, :qualifiers, :reasons, :figures,
                                :hashes)
                            as kept (position, code, value, numerator, denominator, qualifier, reason, figure_id, hash)
                        """)
                .param("report", report)
                .param("round", round)
                .param("positions", IntStream.range(0, figures.size()).boxed().toArray(Integer[]::new))
                .param("codes", texts(figures, ReportFigure::code))
                .param("values", texts(figures, ReportFigure::value))
                .param("numerators", texts(figures, ReportFigure::numerator))
                .param("denominators", texts(figures, ReportFigure::denominator))
                .param("qualifiers", texts(figures, ReportFigure::qualifier))
                .param("reasons", texts(figures, ReportFigure::reason))
                .param("figures", texts(figures, ReportFigure::published))
                .param("hashes", texts(figures, ReportFigure::hash))
                .update();
    }

    private static @Nullable String[] texts(
            List<ReportFigure> figures, Function<ReportFigure, @Nullable Object> column) {
        return figures.stream()
                .map(column)
                .map(value -> value instanceof BigDecimal number
                        ? number.toPlainString()
                        : value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    /** In their order. */
    public List<Kept> figures(UUID report, int round) {
        return jdbc.sql("""
                        select code, value, numerator, denominator, qualifier, reason, figure_id, hash
                        from report.figure
                        where report_id = :report and round = :round
                        order by position
                        """)
                .param("report", report)
                .param("round", round)
                .query(Kept.class)
                .list();
    }

    public void keepTables(UUID report, int round, Map<String, String> tables) {
        jdbc.sql("""
                        insert into report.kept_table (report_id, round, code, content)
                        select :report, :round, code, content
                        from unnest(:codes, :contents) as kept (code, content)
                        """)
                .param("report", report)
                .param("round", round)
                .param("codes", tables.keySet().toArray(String[]::new))
                .param("contents", tables.values().toArray(String[]::new))
                .update();
    }

    /** By code. */
    public Map<String, String> tables(UUID report, int round) {
        var tables = new LinkedHashMap<String, String>();
        jdbc.sql(
                        "select code, content from report.kept_table where report_id = :report and round = :round order by code")
                .param("report", report)
                .param("round", round)
                .query((row, number) -> Map.entry(row.getString("code"), row.getString("content")))
                .list()
                .forEach(entry -> tables.put(entry.getKey(), entry.getValue()));
        return tables;
    }
}
