package org.zhuxi.waste.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.waste.Grade;
import org.zhuxi.waste.OpeningHours;
import org.zhuxi.waste.RecordedDrop;
import org.zhuxi.waste.Shift;
import org.zhuxi.waste.StationRef;
import org.zhuxi.waste.WasteClass;

/** Reads drops through the view the record module publishes. */
@Repository
public class DropStore {

    private static final String MINE = """
            from activity.v_activity
            where community_id = :community
            and local_date = :day
            and site_id = :site
            and recorded_by = :account
            and kind in ('waste.drop.kitchen', 'waste.drop.recyclable', 'waste.drop.hazardous', 'waste.drop.residual')
            """;

    private final JdbcClient jdbc;

    DropStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest drops of an account at a station on a day, whatever became of them. */
    public List<Row> last(StationRef station, UUID account, LocalDate day, int limit) {
        return mine("""
                        select id, kind, household_id, (quantities ->> 'mass')::numeric as mass_kg,
                            quantities ->> 'bags' is not null as estimated, grade, occurred_at, state
                        """ + MINE + """
                        order by occurred_at desc, id desc
                        limit :limit
                        """, station, account, day)
                .param("limit", limit)
                .query(Row.class)
                .list();
    }

    /** The household under which an account recorded a drop at this station, if it did. */
    public Optional<UUID> household(StationRef station, UUID account, UUID drop) {
        return jdbc.sql("""
                        select household_id
                        from activity.v_activity
                        where community_id = :community
                        and id = :drop
                        and site_id = :site
                        and recorded_by = :account
                        and household_id is not null
                        """)
                .param("community", station.community().value())
                .param("drop", drop)
                .param("site", station.site())
                .param("account", account)
                .query(UUID.class)
                .optional();
    }

    /** Sums by class of what counts. */
    public Map<WasteClass, Shift.Total> totals(StationRef station, UUID account, LocalDate day) {
        var totals = new EnumMap<WasteClass, Shift.Total>(WasteClass.class);
        mine("""
                        select kind, count(*) as drops,
                            coalesce(sum((quantities ->> 'mass')::numeric) filter (where state = 'VERIFIED'), 0)
                                as verified_kg,
                            coalesce(sum((quantities ->> 'mass')::numeric) filter (where state = 'RECORDED'), 0)
                                as provisional_kg
                        """ + MINE + """
                        and state in ('RECORDED', 'VERIFIED')
                        group by kind
                        """, station, account, day)
                .query(Sum.class)
                .list()
                .forEach(sum -> totals.put(WasteClass.ofKind(sum.kind()).orElseThrow(), sum.toTotal()));
        return totals;
    }

    private JdbcClient.StatementSpec mine(String sql, StationRef station, UUID account, LocalDate day) {
        return jdbc.sql(sql)
                .param("community", station.community().value())
                .param("day", day)
                .param("site", station.site())
                .param("account", account);
    }

    private record Sum(String kind, long drops, BigDecimal verifiedKg, BigDecimal provisionalKg) {

        Shift.Total toTotal() {
            return new Shift.Total(drops, verifiedKg, provisionalKg);
        }
    }

    /** A drop as the view shows it. */
    public record Row(
            UUID id,
            String kind,
            @Nullable UUID householdId,
            BigDecimal massKg,
            boolean estimated,
            @Nullable String grade,
            Instant occurredAt,
            ActivityState state) {

        public RecordedDrop toDrop(@Nullable String door, OpeningHours hours) {
            return new RecordedDrop(
                    id,
                    door,
                    WasteClass.ofKind(kind).orElseThrow(),
                    massKg,
                    estimated,
                    grade == null ? null : Grade.valueOf(grade),
                    occurredAt,
                    state,
                    hours.at(occurredAt).isClosed());
        }
    }
}
