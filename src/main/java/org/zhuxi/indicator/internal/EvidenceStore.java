package org.zhuxi.indicator.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.indicator.Applicability;
import org.zhuxi.indicator.Measure;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;

/** What the leaves of a roll-up consist of: verified records, verified entries, lines of registers. */
@Repository
class EvidenceStore {

    private final JdbcClient jdbc;
    private final String feeds;

    EvidenceStore(JdbcClient jdbc, Feeds feeds) {
        this.jdbc = jdbc;
        this.feeds = feeds.rows();
    }

    /** The leaves at or below a place of which an indicator speaks, with a hash over what each consists of. */
    List<FigureTree.Leaf> leaves(
            Measure measure, PlacePath path, ReportPeriod period, List<Applicability> applicability) {
        return ApplicabilityStore.with(applicability, jdbc.sql("""
                        select v.path, v.verified as value, v.records, v.cell,
                            encode(sha256(convert_to(concat_ws(chr(10), recorded.lines, entered.lines, registered.lines,
                                fed.lines),
                                'UTF8')), 'hex') as content
                        from indicator.place_value v
                        left join place.v_community_kind kind on kind.community_id = v.community_id
                        left join lateral (
                            select string_agg(id || ' ' || coalesce(quantities ->> :quantity, household_id::text), chr(10)
                                order by id) as lines
                            from activity.v_activity a
                            where a.community_id = v.community_id
                            and a.local_date >= :from
                            and a.local_date < :to
                            and a.kind = any(:kinds)
                            and a.state = 'VERIFIED'
                        ) recorded on true
                        left join lateral (
                            select string_agg(id || ' ' || value || ' ' || qualifier, chr(10) order by id) as lines
                            from indicator.entry e
                            where e.community_id = v.community_id
                            and e.place = v.place
                            and e.measure = v.measure
                            and (e.period = v.period or e.period like v.period || '-%')
                            and e.state = 'VERIFIED'
                        ) entered on true
                        left join lateral (
                            select string_agg(s.hash || ' ' || i.place, chr(10)) as lines
                            from indicator.register_item i
                            join indicator.register_snapshot s on s.id = i.snapshot_id and s.withdrawn_at is null
                            where i.community_id = v.community_id
                            and i.place = v.place
                            and i.cycle = v.period
                            and v.measure like 'register.%'
                        ) registered on true
                        left join lateral (
                            select string_agg(subject || ' ' || value || ' ' || mark, chr(10) order by subject) as lines
                            from @feeds f
                            where f.community_id = v.community_id
                            and f.place = v.place
                            and f.measure = v.measure
                            and f.period = v.period
                            and f.verified
                        ) fed on true
                        where v.measure = :measure
                        and v.period = :period
                        and (v.path = :path or v.path like :below)
                        and v.records > 0
                        and (kind.community_id is null or @applies)
                        order by v.path
                        """.replace("@feeds", feeds)
                        .replace("@applies", ApplicabilityStore.APPLIES)))
                .param("measure", measure.code())
                .param("quantity", measure.quantity() == null ? "" : measure.quantity())
                .param("kinds", measure.kinds().toArray(String[]::new))
                .param("period", period.code())
                .param("from", period.days().from())
                .param("to", period.days().to())
                .param("path", path.value())
                .param("below", path.below())
                .query((row, number) -> new FigureTree.Leaf(
                        new PlacePath(row.getString("path")),
                        row.getBigDecimal("value"),
                        row.getLong("records"),
                        row.getLong("cell"),
                        row.getString("content")))
                .list();
    }

    /** A verified record with what it adds. */
    record Line(UUID id, String kind, LocalDate day, BigDecimal amount) {}

    /** Verified records behind a leaf, by day and id. */
    List<Line> records(Measure measure, int community, ReportPeriod period, int limit) {
        return jdbc.sql("""
                        select id, kind, local_date as day,
                            coalesce(cast(quantities ->> :quantity as numeric), 1) as amount
                        from activity.v_activity
                        where community_id = :community
                        and local_date >= :from
                        and local_date < :to
                        and kind = any(:kinds)
                        and state = 'VERIFIED'
                        and (:quantity <> '' or household_id is not null)
                        order by local_date, id
                        limit :limit
                        """)
                .param("community", community)
                .param("quantity", measure.quantity() == null ? "" : measure.quantity())
                .param("kinds", measure.kinds().toArray(String[]::new))
                .param("from", period.days().from())
                .param("to", period.days().to())
                .param("limit", limit)
                .query(Line.class)
                .list();
    }

    /** What another module keeps, with what it adds. @param link page that opens it */
    record Kept(String subject, Names names, String link, BigDecimal value) {}

    /** What other modules keep behind a leaf, by subject. */
    List<Kept> kept(String measure, String place, ReportPeriod period, int limit) {
        return jdbc.sql("""
                        select subject, label_zh, label_en, link, value
                        from @feeds f
                        where place = :place
                        and measure = :measure
                        and period = :period
                        and verified
                        order by subject
                        limit :limit
                        """.replace("@feeds", feeds))
                .param("place", place)
                .param("measure", measure)
                .param("period", period.code())
                .param("limit", limit)
                .query((row, number) -> new Kept(
                        row.getString("subject"),
                        new Names(row.getString("label_zh"), row.getString("label_en")),
                        row.getString("link"),
                        row.getBigDecimal("value")))
                .list();
    }
}
