package org.zhuxi.indicator.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.indicator.IndicatorRefused;
import org.zhuxi.indicator.PublishedFigure;
import org.zhuxi.indicator.Qualifier;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;

/** Published figures with the roll-up each was reckoned from. */
@Repository
public class FigureStore {

    private static final String SELECT = """
            select f.*, correction.id as corrected_by
            from indicator.figure f
            left join indicator.figure correction on correction.corrects = f.id
            """;

    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A node of the roll-up as it was published. */
    public record Node(
            String measure,
            PlacePath path,
            Names name,
            BigDecimal value,
            long records,
            long cell,
            int children,
            String hash) {}

    /** Lets nobody else publish until the transaction ends. */
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('indicator.figure', 77))")
                .query((row, number) -> number)
                .list();
    }

    public void insert(PublishedFigure figure, UUID by) {
        try {
            jdbc.sql("""
                            insert into indicator.figure
                                (id, indicator, version, place, path, name_zh, name_en, period, value, qualifier, numerator,
                                    denominator, cutoff, hash, snapshot_id, corrects, note_zh, note_en, published_by,
                                    published_at, checked_at, still_true, origin)
                            values (:id, :indicator, :version, :place, :path, :zh, :en, :period, :value, :qualifier,
                                :numerator, :denominator, :cutoff, :hash, :snapshot, :corrects, :noteZh, :noteEn, :by, :at,
                                :at, true, :origin)
                            """)
                    .param("id", figure.id())
                    .param("indicator", figure.indicator())
                    .param("version", figure.version())
                    .param("place", figure.place())
                    .param("path", figure.path().value())
                    .param("zh", figure.name().zh())
                    .param("en", figure.name().en())
                    .param("period", figure.period().code())
                    .param("value", figure.value())
                    .param("qualifier", figure.qualifier().name())
                    .param("numerator", figure.numerator())
                    .param("denominator", figure.denominator())
                    .param("cutoff", figure.cutoff().atOffset(ZoneOffset.UTC))
                    .param("hash", figure.hash())
                    .param("snapshot", figure.snapshot())
                    .param("corrects", figure.corrects())
                    .param("noteZh", figure.note().zh())
                    .param("noteEn", figure.note().en())
                    .param("by", by)
                    .param("at", figure.publishedAt().atOffset(ZoneOffset.UTC))
                    .param("origin", figure.origin().name())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new IndicatorRefused.Published();
        }
    }

    void insertNodes(UUID figure, String measure, List<FigureTree.Node> nodes, Map<PlacePath, Names> names) {
        jdbc.sql("""
                        insert into indicator.figure_node
                            (figure_id, measure, path, parent, name_zh, name_en, value, records, cell, children, hash)
                        select :figure, :measure, node.*
                        from unnest(cast(:paths as text[]), cast(:parents as text[]), cast(:zh as text[]),
                            cast(:en as text[]), cast(:values as numeric[]), cast(:records as bigint[]),
                            cast(:cells as bigint[]), cast(:children as integer[]), cast(:hashes as text[])) as node
                        """)
                .param("figure", figure)
                .param("measure", measure)
                .param("paths", Rows.texts(nodes, FigureTree.Node::path))
                .param("parents", Rows.texts(nodes, FigureTree.Node::parent))
                .param("zh", Rows.texts(nodes, node -> named(node.path(), names).zh()))
                .param("en", Rows.texts(nodes, node -> named(node.path(), names).en()))
                .param("values", Rows.texts(nodes, node -> node.value().toPlainString()))
                .param("records", Rows.texts(nodes, FigureTree.Node::records))
                .param("cells", Rows.texts(nodes, FigureTree.Node::cell))
                .param("children", Rows.texts(nodes, FigureTree.Node::children))
                .param("hashes", Rows.texts(nodes, FigureTree.Node::hash))
                .update();
    }

    private static Names named(PlacePath path, Map<PlacePath, Names> names) {
        var code = PlaceNaming.codeOf(path);
        return names.getOrDefault(path, new Names(code, code));
    }

    public Optional<PublishedFigure> find(UUID id) {
        return jdbc.sql(SELECT + "where f.id = :id")
                .param("id", id)
                .query((row, number) -> figure(row))
                .optional();
    }

    /** The figure that stands for an indicator, place and period. */
    public Optional<PublishedFigure> standing(String indicator, PlacePath path, ReportPeriod period) {
        return jdbc.sql(SELECT + """
                        where f.indicator = :indicator and f.path = :path and f.period = :period and correction.id is null
                        order by f.id desc
                        limit 1
                        """)
                .param("indicator", indicator)
                .param("path", path.value())
                .param("period", period.code())
                .query((row, number) -> figure(row))
                .optional();
    }

    /** Figures at or below a place, the latest first; corrected ones as well. */
    public List<PublishedFigure> list(PlacePath at, @Nullable String indicator, int limit, @Nullable UUID after) {
        return jdbc.sql(SELECT + """
                        where (f.path = :path or f.path like :below)
                        and (cast(:indicator as text) is null or f.indicator = :indicator)
                        and (cast(:after as uuid) is null or f.id < cast(:after as uuid))
                        order by f.id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("indicator", indicator)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> figure(row))
                .list();
    }

    public Optional<PublishedFigure> findUntrue(PlacePath at) {
        return jdbc.sql(SELECT + """
                        where (f.path = :path or f.path like :below)
                        and f.still_true = false
                        and correction.id is null
                        order by f.id
                        limit 1
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .query((row, number) -> figure(row))
                .optional();
    }

    /** The root of each measure's roll-up, by code of the measure. */
    public List<Node> roots(UUID figure) {
        return nodes(figure, "parent is null", "", "");
    }

    public List<Node> below(UUID figure, String measure, PlacePath parent) {
        return nodes(figure, "measure = :measure and parent = :path", measure, parent.value());
    }

    public List<Node> at(UUID figure, String measure, PlacePath path) {
        return nodes(figure, "measure = :measure and path = :path", measure, path.value());
    }

    private List<Node> nodes(UUID figure, String where, String measure, String path) {
        return jdbc.sql("select * from indicator.figure_node where figure_id = :figure and " + where
                        + " order by measure, path")
                .param("figure", figure)
                .param("measure", measure)
                .param("path", path)
                .query((row, number) -> new Node(
                        row.getString("measure"),
                        new PlacePath(row.getString("path")),
                        Rows.names(row, "name"),
                        row.getBigDecimal("value"),
                        row.getLong("records"),
                        row.getLong("cell"),
                        row.getInt("children"),
                        row.getString("hash")))
                .list();
    }

    public void noteChecked(UUID id, boolean stillTrue, Instant at) {
        jdbc.sql("update indicator.figure set checked_at = :at, still_true = :same where id = :id")
                .param("id", id)
                .param("same", stillTrue)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Figures that stand and were not reckoned again since a moment. */
    public List<PublishedFigure> unchecked(Instant since, int limit) {
        return jdbc.sql(SELECT + """
                        where correction.id is null
                        and (f.checked_at is null or f.checked_at < :since)
                        order by f.id
                        limit :limit
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> figure(row))
                .list();
    }

    private static PublishedFigure figure(ResultSet row) throws SQLException {
        return new PublishedFigure(
                row.getObject("id", UUID.class),
                row.getString("indicator"),
                row.getInt("version"),
                row.getString("place"),
                new PlacePath(row.getString("path")),
                Rows.names(row, "name"),
                ReportPeriod.parse(row.getString("period")).orElseThrow(),
                row.getBigDecimal("value"),
                Qualifier.valueOf(row.getString("qualifier")),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                Rows.moment(row, "cutoff"),
                row.getString("hash"),
                row.getObject("snapshot_id", UUID.class),
                row.getObject("corrects", UUID.class),
                row.getObject("corrected_by", UUID.class),
                Rows.names(row, "note"),
                Rows.moment(row, "published_at"),
                Rows.instant(row, "checked_at"),
                row.getObject("still_true", Boolean.class),
                Origin.valueOf(row.getString("origin")));
    }
}
