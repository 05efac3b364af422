package org.zhuxi.report.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.report.Deadline;
import org.zhuxi.report.Report;
import org.zhuxi.report.ReportState;

/** Annual reports. */
@Repository
public class ReportStore {

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps it once; false when the place has a report of that year. */
    public boolean insert(Report report, UUID by, Instant at) {
        return jdbc.sql("""
                        insert into report.report
                            (id, place, path, level, name_zh, name_en, year, template, template_version, state, due_on, begun_by,
                                begun_at, origin)
                        values (:id, :place, :path, :level, :zh, :en, :year, :template, :version, :state, :due, :by, :at, :origin)
                        on conflict do nothing
                        """)
                        .param("id", report.id())
                        .param("place", report.place())
                        .param("path", report.path().value())
                        .param("level", report.level().name())
                        .param("zh", report.name().zh())
                        .param("en", report.name().en())
                        .param("year", report.year())
                        .param("template", report.template())
                        .param("version", report.templateVersion())
                        .param("state", report.state().name())
                        .param("due", report.due().day())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("origin", report.origin().name())
                        .update()
                == 1;
    }

    public Optional<Report> find(UUID id) {
        return jdbc.sql("select * from report.report where id = :id")
                .param("id", id)
                .query((row, number) -> report(row))
                .optional();
    }

    /** The report and nobody else at it until the transaction ends. */
    public Optional<Report> lock(UUID id) {
        return jdbc.sql("select * from report.report where id = :id for update")
                .param("id", id)
                .query((row, number) -> report(row))
                .optional();
    }

    public Optional<Report> find(String place, int year) {
        return jdbc.sql("select * from report.report where year = :year and place = :place")
                .param("year", year)
                .param("place", place)
                .query((row, number) -> report(row))
                .optional();
    }

    /**
     * Reports at or below a place, the latest begun first.
     *
     * @param year null for all
     * @param words part of the place's name; empty for all
     */
    public List<Report> list(
            PlacePath at,
            @Nullable Integer year,
            Collection<ReportState> states,
            String words,
            int limit,
            @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from report.report
                        where (path = :path or path like :below)
                        and (cast(:year as integer) is null or year = cast(:year as integer))
                        and state = any (:states)
                        and (strpos(name_zh, :words) > 0 or strpos(lower(name_en), lower(:words)) > 0)
                        and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("year", year)
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("words", words)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> report(row))
                .list();
    }

    /** Reports of a year of the places that contain a place. */
    public List<Report> above(PlacePath path, int year) {
        return jdbc.sql("select * from report.report where path = any(:above) and path <> :path and year = :year")
                .param("above", path.andAbove().stream().map(PlacePath::value).toArray(String[]::new))
                .param("path", path.value())
                .param("year", year)
                .query((row, number) -> report(row))
                .list();
    }

    /** Gives reports of places that are called for the first time the day of the call; those handed in keep theirs. */
    public void noteCalled(List<String> places, int year, LocalDate dueOn) {
        jdbc.sql("""
                        update report.report r
                        set due_on = :due
                        where year = :year
                        and place = any(:places)
                        and submitted_at is null
                        and not exists (
                            select from report.expectation e
                            where e.what = 'ANNUAL' and e.year = r.year and e.place = r.place)
                        """)
                .param("due", dueOn)
                .param("year", year)
                .param("places", places.toArray(String[]::new))
                .update();
    }

    public void move(UUID id, ReportState to) {
        jdbc.sql("update report.report set state = :state where id = :id")
                .param("state", to.name())
                .param("id", id)
                .update();
    }

    public void notePresented(UUID id, UUID by) {
        jdbc.sql("update report.report set presented_by = :by where id = :id")
                .param("by", by)
                .param("id", id)
                .update();
    }

    /** Begins another round, in which the numbers move again and all sign once more. */
    public void nextRound(UUID id) {
        jdbc.sql("update report.report set round = round + 1, root_hash = '' where id = :id")
                .param("id", id)
                .update();
    }

    /** The first time counts for being in time; later ones are kept beside it. */
    public void noteHandedIn(UUID id, Instant at, boolean onTime, String receipt, String rootHash) {
        jdbc.sql("""
                        update report.report
                        set submitted_at = coalesce(submitted_at, :at),
                            on_time = coalesce(on_time, :onTime),
                            handed_in_at = :at,
                            receipt = :receipt,
                            root_hash = :hash
                        where id = :id
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("onTime", onTime)
                .param("receipt", receipt)
                .param("hash", rootHash)
                .param("id", id)
                .update();
    }

    public void notePublished(UUID id, Instant at) {
        jdbc.sql("update report.report set published_at = :at where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getObject("id", UUID.class),
                row.getString("place"),
                new PlacePath(row.getString("path")),
                PlaceKind.valueOf(row.getString("level")),
                new Names(row.getString("name_zh"), row.getString("name_en")),
                row.getInt("year"),
                row.getString("template"),
                row.getInt("template_version"),
                ReportState.valueOf(row.getString("state")),
                row.getInt("round"),
                new Deadline(row.getObject("due_on", LocalDate.class)),
                row.getObject("presented_by", UUID.class),
                instant(row, "submitted_at"),
                instant(row, "handed_in_at"),
                row.getObject("on_time", Boolean.class),
                row.getString("receipt"),
                row.getString("root_hash"),
                instant(row, "published_at"),
                Origin.valueOf(row.getString("origin")));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
