package org.zhuxi.report.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.report.Deadline;
import org.zhuxi.report.Expectation;
import org.zhuxi.report.Expectation.Standing;
import org.zhuxi.report.Expectation.What;
import org.zhuxi.report.ReportState;
import org.zhuxi.report.ReportingRate;

/** What is due from whom, and what of it has come. */
@Repository
public class ExpectationStore {

    /** When a report or plan came first; Beijing days, as deadlines are. */
    private static final String WITH_ARRIVAL = """
            with owed as (
                select e.*, r.id as report_id, r.state,
                    case e.what when 'ANNUAL' then r.submitted_at else p.submitted_at end as arrived_at
                from report.expectation e
                left join report.report r on e.what = 'ANNUAL' and r.year = e.year and r.place = e.place
                left join report.plan p
                    on e.what = 'PLAN' and p.year = e.year and p.place = e.place and p.withdrawn_at is null
            ), judged as (
                select *,
                    case
                        when excuse <> '' then 'EXCUSED'
                        when arrived_at is not null
                            then case when (arrived_at at time zone 'Asia/Shanghai')::date <= due_on then 'IN_TIME' else 'LATE' end
                        when due_on >= :today then 'DUE'
                        else 'OVERDUE'
                    end as standing
                from owed
            )
            """;

    private final JdbcClient jdbc;
    private final java.time.Clock clock;

    ExpectationStore(JdbcClient jdbc, java.time.Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Deadline.ZONE));
    }

    /**
     * Expects something of many places at once; what is expected already stays as it is, and what came already keeps the day by
     * which it was judged. Answers how many are new.
     */
    public int insert(
            What what,
            int year,
            List<Place> places,
            List<UUID> ids,
            LocalDate dueOn,
            UUID by,
            Instant at,
            Origin origin) {
        return jdbc.sql("""
                        insert into report.expectation
                            (id, what, year, place, path, level, name_zh, name_en, due_on, called_by, called_at, origin)
                        select called.id, :what, :year, called.place, called.path, called.level, zh, en,
                            coalesce(r.due_on, p.due_on, :due), :by, :at, :origin
                        from unnest(:ids, :places, :paths, :levels, :zh, :en) as called (id, place, path, level, zh, en)
                        left join report.report r
                            on :what = 'ANNUAL' and r.year = :year and r.place = called.place and r.submitted_at is not null
                        left join report.plan p
                            on :what = 'PLAN' and p.year = :year and p.place = called.place and p.withdrawn_at is null
                        on conflict (what, year, place) do nothing
                        """)
                .param("what", what.name())
                .param("year", year)
                .param("ids", ids.toArray(UUID[]::new))
                .param("places", places.stream().map(Place::code).toArray(String[]::new))
                .param("paths", places.stream().map(one -> one.path().value()).toArray(String[]::new))
                .param("levels", places.stream().map(one -> one.kind().name()).toArray(String[]::new))
                .param("zh", places.stream().map(one -> one.name().zh()).toArray(String[]::new))
                .param("en", places.stream().map(one -> one.name().en()).toArray(String[]::new))
                .param("due", dueOn)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("origin", origin.name())
                .update();
    }

    public Optional<Expectation> find(UUID id) {
        return jdbc.sql(WITH_ARRIVAL + "select * from judged where id = :id")
                .param("today", today())
                .param("id", id)
                .query((row, number) -> expectation(row))
                .optional();
    }

    public Optional<Expectation> find(What what, int year, String place) {
        return jdbc.sql(WITH_ARRIVAL + "select * from judged where what = :what and year = :year and place = :place")
                .param("today", today())
                .param("what", what.name())
                .param("year", year)
                .param("place", place)
                .query((row, number) -> expectation(row))
                .optional();
    }

    /**
     * What is due at or below a place, the earliest day first.
     *
     * @param year null for all
     * @param standing null for all
     * @param after the last one seen, or null
     */
    public List<Expectation> list(
            PlacePath at,
            @Nullable What what,
            @Nullable Integer year,
            @Nullable Standing standing,
            int limit,
            @Nullable UUID after) {
        return jdbc.sql(WITH_ARRIVAL + """
                        select *
                        from judged
                        where (path = :path or path like :below)
                        and (cast(:what as text) is null or what = cast(:what as text))
                        and (cast(:year as integer) is null or year = cast(:year as integer))
                        and (cast(:standing as text) is null or standing = cast(:standing as text))
                        and (cast(:after as uuid) is null
                            or (due_on, id) > (select due_on, id from report.expectation where id = cast(:after as uuid)))
                        order by due_on, id
                        limit :limit
                        """)
                .param("today", today())
                .param("path", at.value())
                .param("below", at.below())
                .param("what", what == null ? null : what.name())
                .param("year", year)
                .param("standing", standing == null ? null : standing.name())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> expectation(row))
                .list();
    }

    /** How many things these places themselves owe by a day, overdue ones included. */
    public long countDue(List<PlacePath> places, LocalDate until) {
        return jdbc.sql(WITH_ARRIVAL + """
                        select count(*)
                        from judged
                        where path = any(:paths) and standing in ('DUE', 'OVERDUE') and due_on <= :until
                        """)
                .param("today", today())
                .param("paths", places.stream().map(PlacePath::value).toArray(String[]::new))
                .param("until", until)
                .query(Long.class)
                .single();
    }

    /** How many below a place have handed in what they owe. */
    public ReportingRate rate(What what, int year, PlacePath at) {
        return jdbc.sql(WITH_ARRIVAL + """
                        select count(*) filter (where standing <> 'EXCUSED') as expected,
                            count(*) filter (where standing in ('IN_TIME', 'LATE')) as arrived,
                            count(*) filter (where standing = 'IN_TIME') as in_time,
                            count(*) filter (where standing = 'OVERDUE') as overdue,
                            count(*) filter (where standing = 'EXCUSED') as excused
                        from judged
                        where what = :what and year = :year and path like :below
                        """)
                .param("today", today())
                .param("what", what.name())
                .param("year", year)
                .param("below", at.below())
                .query(ReportingRate.class)
                .single();
    }

    /** Places below whose reports of a year have been called for and are not accepted; nobody waits for excused ones. */
    public List<Expectation> notAccepted(int year, PlacePath at) {
        return jdbc.sql(WITH_ARRIVAL + """
                        select *
                        from judged
                        where what = 'ANNUAL' and year = :year and path like :below and standing <> 'EXCUSED'
                        and (state is null or state not in ('ACCEPTED', 'PUBLISHED'))
                        order by path
                        """)
                .param("today", today())
                .param("year", year)
                .param("below", at.below())
                .query((row, number) -> expectation(row))
                .list();
    }

    public void excuse(UUID id, String reason, @Nullable UUID by, @Nullable Instant at) {
        jdbc.sql("update report.expectation set excuse = :reason, excused_by = :by, excused_at = :at where id = :id")
                .param("reason", reason)
                .param("by", by)
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** Takes what is due within so many days, or overdue, and was not spoken of since a day; notes that it is now. */
    public List<Expectation> remind(LocalDate until, LocalDate notSince) {
        var due = jdbc.sql(WITH_ARRIVAL + """
                        select *
                        from judged
                        where standing in ('DUE', 'OVERDUE') and due_on <= :until
                        and (reminded_on is null or reminded_on < :since)
                        order by due_on, id
                        limit 1000
                        """)
                .param("today", today())
                .param("until", until)
                .param("since", notSince)
                .query((row, number) -> expectation(row))
                .list();
        jdbc.sql("update report.expectation set reminded_on = :today where id = any(:ids)")
                .param("today", today())
                .param("ids", due.stream().map(Expectation::id).toArray(UUID[]::new))
                .update();
        return due;
    }

    private static Expectation expectation(ResultSet row) throws SQLException {
        var state = row.getString("state");
        return new Expectation(
                row.getObject("id", UUID.class),
                What.valueOf(row.getString("what")),
                row.getInt("year"),
                row.getString("place"),
                new PlacePath(row.getString("path")),
                PlaceKind.valueOf(row.getString("level")),
                new Names(row.getString("name_zh"), row.getString("name_en")),
                new Deadline(row.getObject("due_on", LocalDate.class)),
                row.getString("excuse"),
                row.getObject("report_id", UUID.class),
                state == null ? null : ReportState.valueOf(state),
                ReportStore.instant(row, "arrived_at"),
                Origin.valueOf(row.getString("origin")));
    }
}
