package org.zhuxi.indicator.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.indicator.MeasureEntry;
import org.zhuxi.indicator.QualifiedNumber;
import org.zhuxi.indicator.Qualifier;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;

/** Values entered by hand. */
@Repository
public class EntryStore {

    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else enter the same measure until the transaction ends. */
    public void lock(String measure) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:measure, 77))")
                .param("measure", measure)
                .query((row, number) -> number)
                .list();
    }

    public void insert(MeasureEntry entry) {
        jdbc.sql("""
                        insert into indicator.entry
                            (community_id, id, place, path, measure, period, value, qualifier, printed, cell, evidence, state,
                                entered_by, entered_at, origin)
                        values (:community, :id, :place, :path, :measure, :period, :value, :qualifier, :printed, :cell,
                            :evidence, :state, :by, :at, :origin)
                        on conflict do nothing
                        """)
                .param("community", entry.community())
                .param("id", entry.id())
                .param("place", entry.place())
                .param("path", entry.path().value())
                .param("measure", entry.measure())
                .param("period", entry.period().code())
                .param("value", entry.value().value())
                .param("qualifier", entry.value().qualifier().name())
                .param("printed", entry.value().original())
                .param("cell", entry.cell())
                .param("evidence", entry.evidence())
                .param("state", entry.state().name())
                .param("by", entry.enteredBy())
                .param("at", entry.enteredAt().atOffset(ZoneOffset.UTC))
                .param("origin", entry.origin().name())
                .update();
    }

    /** Another entry of the measure that counts and covers part of the same place and time in another way. */
    public Optional<MeasureEntry> findOverlapping(MeasureEntry entry) {
        return jdbc.sql("""
                        select *
                        from indicator.entry
                        where measure = :measure
                        and state in ('RECORDED', 'VERIFIED')
                        and (period = :period or period like :months or period = :year)
                        and (path = any(:above) or path like :below)
                        and (path <> :path or period <> :period)
                        and (path <> :path or length(period) <> length(:period))
                        limit 1
                        """)
                .param("measure", entry.measure())
                .param("period", entry.period().code())
                .param("months", entry.period().code() + "-%")
                .param("year", entry.period().wholeYear().code())
                .param(
                        "above",
                        entry.path().andAbove().stream().map(PlacePath::value).toArray(String[]::new))
                .param("below", entry.path().below())
                .param("path", entry.path().value())
                .query((row, number) -> entry(row))
                .optional();
    }

    public boolean decide(
            MeasureEntry entry, MeasureEntry.State from, MeasureEntry.State to, String reason, UUID by, Instant at) {
        return jdbc.sql("""
                        update indicator.entry
                        set state = :to, reason = :reason, decided_by = :by, decided_at = :at
                        where community_id = :community and id = :id and state = :from
                        """)
                        .param("community", entry.community())
                        .param("id", entry.id())
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("reason", reason)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public Optional<MeasureEntry> find(UUID id) {
        return jdbc.sql("select * from indicator.entry where id = :id")
                .param("id", id)
                .query((row, number) -> entry(row))
                .optional();
    }

    /** Those that count at a place for a measure and period, by id. */
    public List<MeasureEntry> verified(String measure, String place, ReportPeriod period, int limit) {
        return jdbc.sql("""
                        select *
                        from indicator.entry
                        where measure = :measure
                        and place = :place
                        and (period = :period or period like :months)
                        and state = 'VERIFIED'
                        order by id
                        limit :limit
                        """)
                .param("measure", measure)
                .param("place", place)
                .param("period", period.code())
                .param("months", period.code() + "-%")
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    /** @param named codes of measures whose name contains the words */
    public List<MeasureEntry> list(
            PlacePath at,
            MeasureEntry.@Nullable State state,
            String words,
            Collection<String> named,
            int limit,
            @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from indicator.entry
                        where (path = :path or path like :below)
                        and (cast(:state as text) is null or state = :state)
                        and (measure = any(:named) or position(lower(:words) in lower(evidence)) > 0)
                        and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("state", state == null ? null : state.name())
                .param("words", words)
                .param("named", named.toArray(String[]::new))
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    private static MeasureEntry entry(ResultSet row) throws SQLException {
        var cell = row.getObject("cell", Long.class);
        return new MeasureEntry(
                row.getInt("community_id"),
                row.getObject("id", UUID.class),
                row.getString("place"),
                new PlacePath(row.getString("path")),
                row.getString("measure"),
                ReportPeriod.parse(row.getString("period")).orElseThrow(),
                new QualifiedNumber(
                        row.getBigDecimal("value"),
                        Qualifier.valueOf(row.getString("qualifier")),
                        row.getString("printed")),
                cell,
                row.getString("evidence"),
                MeasureEntry.State.valueOf(row.getString("state")),
                row.getObject("entered_by", UUID.class),
                Rows.moment(row, "entered_at"),
                row.getObject("decided_by", UUID.class),
                Rows.instant(row, "decided_at"),
                row.getString("reason"),
                Origin.valueOf(row.getString("origin")));
    }
}
