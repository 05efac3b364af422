package org.zhuxi.activity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Decision;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.transparency.Journal;
import org.zhuxi.transparency.LogSource;
import org.zhuxi.transparency.RecordBytes;
import org.zhuxi.transparency.UnloggedRows;

/** Decisions as the log knows them: what became of which record, why, by whom and when. */
@Component
class LoggedDecisions implements LogSource {

    static final int FORMAT = 4;

    private static final String COLUMNS = "community_id, activity_id, id, decision, reason, decided_by, decided_at";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final UnloggedRows unlogged;

    LoggedDecisions(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.unlogged = new UnloggedRows(jdbc, "activity.verification");
    }

    private record Entry(CommunityId community, UUID id, byte[] row) {}

    static byte[] row(CommunityId community, UUID activity, UUID id, Decision decision) {
        return new RecordBytes(FORMAT)
                .integer(community.value())
                .uuid(activity)
                .uuid(id)
                .text(decision.verdict().name())
                .text(decision.reason())
                .uuid(decision.by())
                .instant(decision.at())
                .toBytes();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        var community = new CommunityId(row.getInt("community_id"));
        var id = row.getObject("id", UUID.class);
        var decision = new Decision(
                Decision.Verdict.valueOf(row.getString("decision")),
                row.getString("reason"),
                row.getObject("decided_by", UUID.class),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
        return new Entry(community, id, row(community, row.getObject("activity_id", UUID.class), id, decision));
    }

    @Override
    public int format() {
        return FORMAT;
    }

    @Override
    public String name() {
        return "decision";
    }

    @Override
    public Map<UUID, byte[]> read(CommunityId community, Collection<UUID> ids) {
        return jdbc
                .sql("select " + COLUMNS + """
                         from activity.verification
                        where community_id = :community
                        and id = any(cast(:ids as uuid[]))""")
                .param("community", community.value())
                .param("ids", ActivityStore.texts(ids, UUID::toString))
                .query(LoggedDecisions::entry)
                .list()
                .stream()
                .collect(Collectors.toMap(Entry::id, Entry::row));
    }

    @Override
    public long countOutside() {
        return unlogged.count();
    }

    @Override
    public int enrol(int most) {
        var entered = 0;
        for (var community : unlogged.next(most).entrySet()) {
            var claimed = claim(community.getKey(), community.getValue());
            claimed.forEach(entry -> journal.enter(entry.community(), entry.id(), entry::row));
            entered += claimed.size();
        }
        return entered;
    }

    private Collection<Entry> claim(int community, Collection<UUID> ids) {
        return jdbc.sql("""
                        update activity.verification
                        set log_batch = :batch
                        where community_id = :community
                        and id = any(cast(:ids as uuid[]))
                        and log_batch is null
                        returning\s""" + COLUMNS)
                .param("batch", journal.batch())
                .param("community", community)
                .param("ids", ActivityStore.texts(ids, UUID::toString))
                .query(LoggedDecisions::entry)
                .list();
    }
}
