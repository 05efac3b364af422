package org.zhuxi.sensing.internal.meter;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.sensing.meter.HomeUse;
import org.zhuxi.sensing.meter.Meter;
import org.zhuxi.sensing.meter.MeterKind;
import org.zhuxi.sensing.meter.MeterReading;

/** Keeps meters and readings, and reckons what was used between days. */
@Repository
public class MeterStore {

    private final JdbcClient jdbc;

    MeterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a household used. @param lastDays how many days of the year before lie between readings */
    public record Use(UUID household, BigDecimal used, long days, BigDecimal lastUsed, long lastDays) {

        public HomeUse of(MeterKind kind, Period period, int persons) {
            var before = ChronoUnit.DAYS.between(
                    period.from().minusYears(1), period.to().minusYears(1));
            return new HomeUse(kind, period, used, days, persons, lastDays == before ? lastUsed : null);
        }
    }

    /** Whether it is new and the household has no other of its kind. */
    public boolean insert(Meter meter, UUID by, Instant at) {
        return jdbc.sql("""
                        insert into sensing.meter
                            (community_id, id, kind, place, place_path, household_id, name, capacity, since, replaces, origin,
                             added_by, added_at)
                        values (:community, :id, :kind, :place, :path, :household, :name, :capacity, :since, :replaces, :origin,
                            :by, :at)
                        on conflict do nothing
                        """)
                        .param("community", meter.community().value())
                        .param("id", meter.id())
                        .param("kind", meter.kind().name())
                        .param("place", meter.place())
                        .param("path", meter.path().value())
                        .param("household", meter.household())
                        .param("name", meter.name())
                        .param("capacity", meter.capacity())
                        .param("since", meter.since())
                        .param("replaces", meter.replaces())
                        .param("origin", meter.origin().name())
                        .param("by", by)
                        .param("at", Rows.at(at))
                        .update()
                == 1;
    }

    public Optional<Meter> find(UUID id) {
        return jdbc.sql("select * from sensing.meter where id = :id")
                .param("id", id)
                .query((row, number) -> meter(row))
                .optional();
    }

    public List<Meter> list(CommunityId community, PlacePath at, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from sensing.meter
                        where community_id = :community
                        and (place_path = :path or place_path like :below)
                        and (cast(:after as uuid) is null or id > cast(:after as uuid))
                        order by id
                        limit :limit
                        """)
                .param("community", community.value())
                .param("path", at.value())
                .param("below", at.below())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> meter(row))
                .list();
    }

    public List<Meter> ofHousehold(HouseholdRef household) {
        return jdbc.sql("""
                        select *
                        from sensing.meter
                        where community_id = :community
                        and household_id = :household
                        order by kind, since desc
                        """)
                .param("community", household.community().value())
                .param("household", household.id())
                .query((row, number) -> meter(row))
                .list();
    }

    /** The last day on which a meter of the community was read. */
    public Optional<LocalDate> lastDay(CommunityId community) {
        return Optional.ofNullable(jdbc.sql("""
                        select max(read_on) as last_day
                        from sensing.meter_reading
                        where community_id = :community
                        and taken_back_at is null
                        """)
                .param("community", community.value())
                .query((row, number) -> new Last(Rows.day(row, "last_day")))
                .single()
                .day());
    }

    private record Last(@Nullable LocalDate day) {}

    /** Whether it hung until then. */
    public boolean close(Meter meter, LocalDate on) {
        return jdbc.sql("""
                        update sensing.meter
                        set closed_on = :day
                        where community_id = :community
                        and id = :id
                        and closed_on is null
                        """)
                        .param("day", on)
                        .param("community", meter.community().value())
                        .param("id", meter.id())
                        .update()
                == 1;
    }

    /** Keeps readings. @return how many were new; what stands under the same id or on the same day stays as it is */
    public int record(Meter meter, List<MeterReading> readings, UUID by, Instant at) {
        return jdbc.sql("""
                        insert into sensing.meter_reading
                            (community_id, meter_id, id, read_on, value, rolled_over, origin, read_by, recorded_at)
                        select :community, :meter, g.id, g.read_on, g.value, g.rolled_over, g.origin, :by, :at
                        from unnest(cast(:ids as uuid[]), cast(:days as date[]), cast(:values as numeric[]),
                            cast(:rolled as boolean[]), cast(:origins as text[])) g(id, read_on, value, rolled_over, origin)
                        on conflict do nothing
                        """)
                .param("community", meter.community().value())
                .param("meter", meter.id())
                .param("ids", Rows.texts(readings, MeterReading::id))
                .param("days", Rows.texts(readings, MeterReading::day))
                .param("values", Rows.texts(readings, one -> one.value().toPlainString()))
                .param("rolled", Rows.texts(readings, MeterReading::isRolledOver))
                .param("origins", Rows.texts(readings, MeterReading::origin))
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
    }

    /** A reading that counts and shows less than the one before it. */
    public Optional<MeterReading> findBackwards(Meter meter) {
        return jdbc.sql("""
                        select r.*
                        from sensing.v_meter_span s
                        join sensing.meter_reading r
                          on r.community_id = s.community_id and r.meter_id = s.meter_id and r.read_on = s.until_on
                            and r.taken_back_at is null
                        where s.community_id = :community
                        and s.meter_id = :meter
                        and s.used < 0
                        order by r.read_on
                        limit 1
                        """)
                .param("community", meter.community().value())
                .param("meter", meter.id())
                .query((row, number) -> reading(row))
                .optional();
    }

    /** Whether it counted until now. */
    public boolean takeBack(Meter meter, UUID reading, UUID by, Instant at) {
        return jdbc.sql("""
                        update sensing.meter_reading
                        set taken_back_at = :at, taken_back_by = :by
                        where community_id = :community
                        and meter_id = :meter
                        and id = :id
                        and taken_back_at is null
                        """)
                        .param("at", Rows.at(at))
                        .param("by", by)
                        .param("community", meter.community().value())
                        .param("meter", meter.id())
                        .param("id", reading)
                        .update()
                == 1;
    }

    public List<MeterReading> readings(Meter meter, int limit) {
        return jdbc.sql("""
                        select *
                        from sensing.meter_reading
                        where community_id = :community
                        and meter_id = :meter
                        and taken_back_at is null
                        order by read_on desc
                        limit :limit
                        """)
                .param("community", meter.community().value())
                .param("meter", meter.id())
                .param("limit", limit)
                .query((row, number) -> reading(row))
                .list();
    }

    /**
     * What households used between days; what went through between two readings is spread evenly over their days, and whole spans
     * stay exact.
     *
     * @param at only homes at or below, or null
     * @param household only this one, or null
     */
    public List<Use> uses(
            CommunityId community, @Nullable PlacePath at, @Nullable UUID household, MeterKind kind, Period period) {
        return jdbc.sql("""
                        select s.household_id,
                            coalesce(sum(s.share) filter (where s.is_now), 0) as used,
                            coalesce(sum(s.days) filter (where s.is_now), 0) as days,
                            coalesce(sum(s.share) filter (where not s.is_now), 0) as last_used,
                            coalesce(sum(s.days) filter (where not s.is_now), 0) as last_days
                        from (
                            select v.household_id, p.is_now, d.days,
                                case when d.days = v.until_on - v.from_on then v.used
                                    else v.used * d.days / (v.until_on - v.from_on) end as share
                            from sensing.v_meter_span v
                            cross join (values (true, cast(:from as date), cast(:to as date)),
                                (false, cast(:last_from as date), cast(:last_to as date))) p(is_now, from_on, to_on)
                            cross join lateral (
                                select least(v.until_on, p.to_on) - greatest(v.from_on, p.from_on) as days) d
                            where v.community_id = :community
                            and v.kind = :kind
                            and v.household_id is not null
                            and (cast(:household as uuid) is null or v.household_id = cast(:household as uuid))
                            and (cast(:path as text) is null or v.place_path = cast(:path as text)
                                or v.place_path like cast(:below as text))
                            and d.days > 0) s
                        group by s.household_id
                        having bool_or(s.is_now)
                        order by s.household_id
                        """)
                .param("community", community.value())
                .param("kind", kind.name())
                .param("household", household)
                .param("path", at == null ? null : at.value())
                .param("below", at == null ? null : at.below())
                .param("from", period.from())
                .param("to", period.to())
                .param("last_from", period.from().minusYears(1))
                .param("last_to", period.to().minusYears(1))
                .query((row, number) -> new Use(
                        row.getObject("household_id", UUID.class),
                        row.getBigDecimal("used"),
                        row.getLong("days"),
                        row.getBigDecimal("last_used"),
                        row.getLong("last_days")))
                .list();
    }

    private static Meter meter(ResultSet row) throws SQLException {
        return new Meter(
                row.getObject("id", UUID.class),
                new CommunityId(row.getInt("community_id")),
                MeterKind.valueOf(row.getString("kind")),
                row.getString("place"),
                new PlacePath(row.getString("place_path")),
                row.getObject("household_id", UUID.class),
                row.getString("name"),
                row.getBigDecimal("capacity"),
                Objects.requireNonNull(Rows.day(row, "since")),
                Rows.day(row, "closed_on"),
                row.getObject("replaces", UUID.class),
                Origin.valueOf(row.getString("origin")));
    }

    static MeterReading reading(ResultSet row) throws SQLException {
        return new MeterReading(
                row.getObject("id", UUID.class),
                row.getObject("meter_id", UUID.class),
                Objects.requireNonNull(Rows.day(row, "read_on")),
                row.getBigDecimal("value"),
                row.getBoolean("rolled_over"),
                Origin.valueOf(row.getString("origin")));
    }
}
