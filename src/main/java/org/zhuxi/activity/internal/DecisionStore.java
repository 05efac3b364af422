package org.zhuxi.activity.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.activity.Decision;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.transparency.Journal;

/** Keeps what people decided about records; only ever adds. */
@Repository
class DecisionStore {

    private final JdbcClient jdbc;
    private final Journal journal;

    DecisionStore(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    void add(CommunityId community, Collection<UUID> activities, Decision decision) {
        var made = new LinkedHashMap<UUID, UUID>();
        activities.forEach(activity -> made.put(Ids.next(), activity));
        jdbc.sql("""
                        insert into activity.verification (
                            community_id, activity_id, id, decision, reason, decided_by, decided_at, log_batch)
                        select :community, activity_id, id, :verdict, :reason, :by, :at, :batch
                        from unnest(cast(:activities as uuid[]), cast(:ids as uuid[])) as decided (activity_id, id)""")
                .param("community", community.value())
                .param("activities", ActivityStore.texts(made.values(), UUID::toString))
                .param("ids", ActivityStore.texts(made.keySet(), UUID::toString))
                .param("verdict", decision.verdict().name())
                .param("reason", decision.reason())
                .param("by", decision.by())
                .param("at", decision.at().atOffset(ZoneOffset.UTC))
                .param("batch", journal.batch())
                .update();
        made.forEach((id, activity) ->
                journal.enter(community, id, () -> LoggedDecisions.row(community, activity, id, decision)));
    }

    /** The decisions on a record, oldest first. */
    List<Decision> list(CommunityId community, UUID activity) {
        return jdbc
                .sql("""
                        select decision as verdict, reason, decided_by as by, decided_at as at
                        from activity.verification
                        where community_id = :community
                        and activity_id = :activity
                        order by decided_at, id""")
                .param("community", community.value())
                .param("activity", activity)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::decision)
                .toList();
    }

    private record Row(Decision.Verdict verdict, String reason, UUID by, Instant at) {

        private Decision decision() {
            return new Decision(verdict, reason, by, at);
        }
    }
}
