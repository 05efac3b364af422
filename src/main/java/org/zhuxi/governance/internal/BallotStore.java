package org.zhuxi.governance.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.governance.Channel;
import org.zhuxi.governance.Decision;
import org.zhuxi.platform.database.Rows;

/** Keeps ballots, what was read from paper, and what was counted. */
@Repository
public class BallotStore {

    private static final String CAST = """
            select id, entitlement_id, number, choice, receipt_hash, cast_at
            from governance.ballot
            where community_id = :community
            and decision_id = :decision
            """;

    private final JdbcClient jdbc;

    BallotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A ballot that was cast; no choice any more once a secret vote has been counted or annulled. */
    public record Cast(
            UUID id,
            UUID entitlementId,
            int number,
            @Nullable String choice,
            String receiptHash,
            Instant castAt) {}

    public Optional<Cast> find(Decision decision, UUID id) {
        return DecisionSql.of(jdbc, decision, CAST + "and id = :id")
                .param("id", id)
                .query(Cast.class)
                .optional();
    }

    /** Adds a ballot after those there are of this right; the caller has locked the right. @return its number */
    public int insert(
            Decision decision,
            UUID entitlement,
            UUID id,
            String choice,
            String hash,
            Channel channel,
            UUID by,
            String helper,
            Instant at) {
        return DecisionSql.of(jdbc, decision, """
                        insert into governance.ballot (community_id, decision_id, entitlement_id, number, id, choice,
                            receipt_hash, channel, cast_by, helper_words, cast_at)
                        select :community, :decision, :entitlement, coalesce(max(number), 0) + 1, :id, :choice, :hash,
                            :channel, :by, :helper, :at
                        from governance.ballot
                        where community_id = :community
                        and decision_id = :decision
                        and entitlement_id = :entitlement
                        returning number
                        """)
                .param("entitlement", entitlement)
                .param("id", id)
                .param("choice", choice)
                .param("hash", hash)
                .param("channel", channel.name())
                .param("by", by)
                .param("helper", helper)
                .param("at", Rows.at(at))
                .query(Integer.class)
                .single();
    }

    /** Keeps what one person read from paper, in place of what he read before. */
    public void enter(Decision decision, UUID entitlement, UUID by, String choice, Instant at) {
        DecisionSql.of(jdbc, decision, """
                        insert into governance.paper_entry
                            (community_id, decision_id, entitlement_id, entered_by, choice, entered_at)
                        values (:community, :decision, :entitlement, :by, :choice, :at)
                        on conflict (community_id, decision_id, entitlement_id, entered_by)
                            do update set choice = excluded.choice, entered_at = excluded.entered_at
                        """)
                .param("entitlement", entitlement)
                .param("by", by)
                .param("choice", choice)
                .param("at", Rows.at(at))
                .update();
    }

    /** What people read from one paper ballot. */
    public record Entry(UUID entitlementId, UUID enteredBy, String choice) {}

    public List<Entry> entries(Decision decision) {
        return DecisionSql.of(jdbc, decision, """
                        select entitlement_id, entered_by, choice
                        from governance.paper_entry
                        where community_id = :community
                        and decision_id = :decision
                        order by entitlement_id, entered_at
                        """).query(Entry.class).list();
    }

    public void clearEntries(Decision decision, UUID entitlement) {
        DecisionSql.of(jdbc, decision, """
                        delete from governance.paper_entry
                        where community_id = :community
                        and decision_id = :decision
                        and entitlement_id = :entitlement
                        """).param("entitlement", entitlement).update();
    }

    /**
     * Copies the last ballot of every right that was not struck; nothing else counts. Rows stand in the order of the receipts, as
     * that of the rights would tell whose they are.
     */
    public void settle(Decision decision) {
        DecisionSql.of(jdbc, decision, """
                        insert into governance.counted_ballot
                            (community_id, decision_id, receipt_hash, choice, area_centi_m2)
                        select community_id, decision_id, receipt_hash, choice, area_centi_m2
                        from (
                            select distinct on (b.entitlement_id)
                                b.community_id, b.decision_id, b.receipt_hash, b.choice, e.area_centi_m2
                            from governance.ballot b
                            join governance.entitlement e
                                on e.community_id = b.community_id
                                and e.decision_id = b.decision_id
                                and e.id = b.entitlement_id
                            where b.community_id = :community
                            and b.decision_id = :decision
                            and e.struck_reason is null
                            order by b.entitlement_id, b.number desc
                        ) last
                        order by receipt_hash
                        """).update();
    }

    /** Once it is counted or annulled: what was read from paper goes, and in a secret vote the way from a right to its choice. */
    public void forget(Decision decision) {
        DecisionSql.of(jdbc, decision, """
                        delete from governance.paper_entry
                        where community_id = :community
                        and decision_id = :decision
                        """).update();
        if (decision.kind().isSecret()) {
            DecisionSql.of(jdbc, decision, """
                            update governance.ballot
                            set choice = null, receipt_hash = repeat('0', 64)
                            where community_id = :community
                            and decision_id = :decision
                            and choice is not null
                            """).update();
        }
    }

    public List<BallotFile.Line> counted(Decision decision) {
        return DecisionSql.of(jdbc, decision, """
                        select receipt_hash as receipt, choice, area_centi_m2
                        from governance.counted_ballot
                        where community_id = :community
                        and decision_id = :decision
                        order by receipt_hash collate "C"
                        """).query(BallotFile.Line.class).list();
    }

    /** Number of the ballot with this receipt, and whether a later one replaced it. */
    public Optional<Cast> findReceipt(Decision decision, String hash) {
        return DecisionSql.of(jdbc, decision, CAST + "and receipt_hash = :hash")
                .param("hash", hash)
                .query(Cast.class)
                .optional();
    }

    public int last(Decision decision, UUID entitlement) {
        return DecisionSql.of(jdbc, decision, """
                        select coalesce(max(number), 0)
                        from governance.ballot
                        where community_id = :community
                        and decision_id = :decision
                        and entitlement_id = :entitlement
                        """)
                .param("entitlement", entitlement)
                .query(Integer.class)
                .single();
    }
}
