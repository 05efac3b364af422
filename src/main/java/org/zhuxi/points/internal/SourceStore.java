package org.zhuxi.points.internal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.points.Quarantine;
import org.zhuxi.points.RecordingSource;

/** Finds what a source recorded, in the view that records publish. */
@Repository
public class SourceStore {

    // the days find the records by their index, the moments cut the first and the last day
    private static final String FOUND = """
            from activity.v_activity a
            where a.community_id = :community
              and a.local_date between :firstDay and :lastDay
              and a.occurred_at >= :from and a.occurred_at < :to
              and a.state in ('RECORDED', 'VERIFIED')""";

    private static final String FREE = FOUND + """

              and a.recorded_by = :recorder
              and not exists (
                  select from points.quarantine_item q
                  where q.community_id = a.community_id and q.activity = a.id and q.state in ('FOUND', 'WITHHELD'))""";

    private final JdbcClient database;

    SourceStore(JdbcClient database) {
        this.database = database;
    }

    /** Who recorded in that time, those with the most records first; without their names. */
    public List<RecordingSource> sources(Quarantine range, ZoneId zone, int most) {
        return asked("""
                select a.recorded_by, count(*) as records, count(distinct a.household_id) as households,
                       max(a.occurred_at) as latest
                %s
                group by a.recorded_by
                order by 2 desc
                limit :most""".formatted(FOUND), range, zone)
                .param("most", most)
                .query((row, number) -> new RecordingSource(
                        row.getObject("recorded_by", UUID.class),
                        "",
                        row.getLong("records"),
                        row.getLong("households"),
                        row.getObject("latest", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What the source recorded and is in no open quarantine. */
    List<Withholding.Item> find(Quarantine range, ZoneId zone, int most) {
        return asked("select a.id, a.household_id, a.kind " + FREE + " limit :most", range, zone)
                .param("recorder", range.recorder())
                .param("most", most)
                .query((row, number) -> new Withholding.Item(
                        range.id(),
                        row.getObject("id", UUID.class),
                        row.getObject("household_id", UUID.class),
                        row.getString("kind"),
                        Lots.NONE))
                .list();
    }

    /** Puts what the source recorded into the quarantine; answers how many records. */
    public int take(Quarantine quarantine, ZoneId zone) {
        return asked("""
                insert into points.quarantine_item (community_id, quarantine, activity, household, kind, local_date, state)
                select a.community_id, :quarantine, a.id, a.household_id, a.kind, a.local_date, 'FOUND'
                %s
                on conflict do nothing""".formatted(FREE), quarantine, zone)
                .param("quarantine", quarantine.id())
                .param("recorder", quarantine.recorder())
                .update();
    }

    private JdbcClient.StatementSpec asked(String sql, Quarantine range, ZoneId zone) {
        return database.sql(sql)
                .param("community", range.community().value())
                .param("firstDay", LocalDate.ofInstant(range.from(), zone))
                .param("lastDay", LocalDate.ofInstant(range.to(), zone))
                .param("from", range.from().atOffset(ZoneOffset.UTC))
                .param("to", range.to().atOffset(ZoneOffset.UTC));
    }
}
