package org.zhuxi.assessment.internal.cycle;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.assessment.Cycle;
import org.zhuxi.assessment.CycleCalendar;
import org.zhuxi.assessment.CycleState;
import org.zhuxi.assessment.ReviewLevel;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;

/** Cycles. */
@Repository
public class CycleStore {

    private final JdbcClient jdbc;

    CycleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Cycle cycle, UUID by) {
        var calendar = cycle.calendar();
        jdbc.sql("""
                        insert into assessment.cycle
                            (id, year, jurisdiction, path, name_zh, name_en, standard, standard_version, levels, enrol_by,
                                self_by, street_by, county_by, city_by, notice_days, report_due, state, created_by,
                                created_at, origin)
                        values (:id, :year, :jurisdiction, :path, :zh, :en, :standard, :version, :levels, :enrolBy,
                            :selfBy, cast(:streetBy as date), cast(:countyBy as date), cast(:cityBy as date),
                            :noticeDays, :reportDue, :state, :by, :at, :origin)
                        """)
                .param("id", cycle.id())
                .param("year", cycle.year())
                .param("jurisdiction", cycle.jurisdiction())
                .param("path", cycle.path().value())
                .param("zh", cycle.names().zh())
                .param("en", cycle.names().en())
                .param("standard", cycle.standard())
                .param("version", cycle.standardVersion())
                .param("levels", Rows.texts(cycle.levels(), ReviewLevel::name))
                .param("enrolBy", calendar.enrolBy())
                .param("selfBy", calendar.selfBy())
                .param("streetBy", calendar.reviewBy().get(ReviewLevel.STREET))
                .param("countyBy", calendar.reviewBy().get(ReviewLevel.COUNTY))
                .param("cityBy", calendar.reviewBy().get(ReviewLevel.CITY))
                .param("noticeDays", calendar.noticeDays())
                .param("reportDue", calendar.reportDue())
                .param("state", cycle.state().name())
                .param("by", by)
                .param("at", Rows.at(cycle.createdAt()))
                .param("origin", cycle.origin().name())
                .update();
    }

    /** Fixes the version of the standard and moves on; false when the cycle stands somewhere else meanwhile. */
    public boolean move(Cycle cycle, CycleState to, int standardVersion, UUID by, Instant at) {
        var isMoved = jdbc.sql("""
                        update assessment.cycle
                        set state = :to, standard_version = :version
                        where id = :id and state = :from
                        """)
                        .param("id", cycle.id())
                        .param("from", cycle.state().name())
                        .param("to", to.name())
                        .param("version", standardVersion)
                        .update()
                == 1;
        if (isMoved) {
            jdbc.sql("""
                            insert into assessment.cycle_step (cycle_id, number, to_state, by, at)
                            values (:id, :number, :to, :by, :at)
                            """)
                    .param("id", cycle.id())
                    .param("number", to.ordinal())
                    .param("to", to.name())
                    .param("by", by)
                    .param("at", Rows.at(at))
                    .update();
        }
        return isMoved;
    }

    public Optional<Cycle> find(UUID id) {
        return jdbc.sql("select * from assessment.cycle where id = :id")
                .param("id", id)
                .query((row, number) -> cycle(row))
                .optional();
    }

    /** At, above or below a place, the latest year first. */
    public List<Cycle> list(PlacePath at, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from assessment.cycle
                        where (path = any(:above) or path like :below)
                        and (cast(:after as uuid) is null
                            or (year, id) < (select year, id from assessment.cycle where id = cast(:after as uuid)))
                        order by year desc, id desc
                        limit :limit
                        """)
                .param("above", Rows.texts(at.andAbove(), PlacePath::value))
                .param("below", at.below())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> cycle(row))
                .list();
    }

    public boolean isStandardUsed(String standard, int version) {
        return jdbc.sql("""
                        select exists (
                            select from assessment.cycle where standard = :standard and standard_version = :version)
                        """)
                .param("standard", standard)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    private static Cycle cycle(ResultSet row) throws SQLException {
        var reviewBy = new EnumMap<ReviewLevel, LocalDate>(ReviewLevel.class);
        for (var name : levels(row.getArray("levels"))) {
            var day = Rows.day(row, name.toLowerCase(Locale.ROOT) + "_by");
            reviewBy.put(ReviewLevel.valueOf(name), Objects.requireNonNull(day));
        }
        return new Cycle(
                row.getObject("id", UUID.class),
                row.getInt("year"),
                row.getString("jurisdiction"),
                new PlacePath(row.getString("path")),
                Rows.names(row),
                row.getString("standard"),
                row.getInt("standard_version"),
                new CycleCalendar(
                        row.getObject("enrol_by", LocalDate.class),
                        row.getObject("self_by", LocalDate.class),
                        reviewBy,
                        row.getInt("notice_days"),
                        row.getObject("report_due", LocalDate.class)),
                CycleState.valueOf(row.getString("state")),
                Rows.moment(row, "created_at"),
                Origin.valueOf(row.getString("origin")));
    }

    private static List<String> levels(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
