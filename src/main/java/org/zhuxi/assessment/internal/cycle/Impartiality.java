package org.zhuxi.assessment.internal.cycle;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.assessment.CommunityAssessment;
import org.zhuxi.assessment.CycleRefused;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.platform.database.Rows;

/** Keeps people from judging where they live or work, where they have declared an interest, and what they filled in themselves. */
@Component
public class Impartiality {

    private final JdbcClient jdbc;
    private final AnswerStore answers;

    Impartiality(JdbcClient jdbc, AnswerStore answers) {
        this.jdbc = jdbc;
        this.answers = answers;
    }

    /** @throws CycleRefused when the actor may not judge this community */
    public void require(Actor actor, CommunityAssessment it) {
        if (actor.account().equals(it.completedBy()) || answers.hasAnswered(it, actor.account())) {
            throw new CycleRefused.OwnWork();
        }
        if (livesOrWorksIn(actor, it)
                || declaredBy(actor.account()).contains(it.community().value())) {
            throw new CycleRefused.Conflict();
        }
    }

    private static boolean livesOrWorksIn(Actor actor, CommunityAssessment it) {
        return actor.households().stream()
                        .anyMatch(household -> household.community().equals(it.community()))
                || actor.grants().stream().anyMatch(grant -> it.path().contains(grant.place()));
    }

    /** Numbers of the communities somebody has declared an interest in. */
    public Set<Integer> declaredBy(UUID account) {
        return Set.copyOf(
                jdbc.sql("""
                        select community_id
                        from assessment.interest
                        where account_id = :account and withdrawn_at is null
                        """).param("account", account).query(Integer.class).list());
    }

    /** Declares an interest, or renews one that was taken back. */
    public void declare(CommunityId community, UUID account, String reason, Instant at) {
        jdbc.sql("""
                        insert into assessment.interest (community_id, account_id, reason, declared_at)
                        values (:community, :account, :reason, :at)
                        on conflict (community_id, account_id) do update
                        set reason = excluded.reason, declared_at = excluded.declared_at, withdrawn_at = null
                        """)
                .param("community", community.value())
                .param("account", account)
                .param("reason", reason)
                .param("at", Rows.at(at))
                .update();
    }

    /** Takes a declaration back. */
    public void withdraw(CommunityId community, UUID account, Instant at) {
        jdbc.sql("""
                        update assessment.interest
                        set withdrawn_at = :at
                        where community_id = :community and account_id = :account and withdrawn_at is null
                        """)
                .param("community", community.value())
                .param("account", account)
                .param("at", Rows.at(at))
                .update();
    }
}
