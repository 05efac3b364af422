package org.zhuxi.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.governance.Ballots;
import org.zhuxi.governance.Counts;
import org.zhuxi.governance.Decision;
import org.zhuxi.governance.DecisionKind;
import org.zhuxi.governance.Decisions;
import org.zhuxi.governance.Votes;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
@Import(World.class)
class CountingClockworkTests {

    private final CountingClockwork clockwork;
    private final Ballots ballots;
    private final Counts counts;
    private final Votes votes;
    private final JdbcClient jdbc;
    private final World.Made made;
    private final Actor clerk;

    CountingClockworkTests(
            CountingClockwork clockwork,
            Decisions decisions,
            Ballots ballots,
            Counts counts,
            JdbcClient jdbc,
            World world,
            Accounts accounts) {
        this.clockwork = clockwork;
        this.ballots = ballots;
        this.counts = counts;
        this.votes = new Votes(decisions, jdbc);
        this.jdbc = jdbc;
        made = world.make(2);
        clerk = accounts.actorOf(made.username("clerk"));
    }

    private Decision voted() {
        var vote = votes.open(clerk, made.communityCode(), DecisionKind.ASSEMBLY);
        votes.rights(clerk, vote).forEach(it -> ballots.official(clerk, vote.id(), it.id(), Ids.next(), "YES"));
        return vote;
    }

    private void closedDaysAgo(Decision vote, int days) {
        jdbc.sql("""
                        update governance.decision
                        set opens_at = now() - make_interval(days => :days + 1),
                            closes_at = now() - make_interval(days => :days)
                        where id = :id
                        """).param("days", days).param("id", vote.id()).update();
    }

    @Test
    void countsWhatClosedThreeDaysAgoOnce() {
        var old = voted();
        var fresh = voted();
        closedDaysAgo(old, 4);
        closedDaysAgo(fresh, 2);

        assertThat(clockwork.count()).isPositive();

        var result = counts.find(old).orElseThrow();
        assertThat(result.adopted()).isTrue();
        assertThat(counts.find(fresh)).isEmpty();
        clockwork.count();
        assertThat(counts.find(old)).contains(result);
    }

    @Test
    void waitsForTheSecondReaderOfABallotOnPaper() {
        var vote = voted();
        ballots.enter(clerk, vote.id(), votes.rights(clerk, vote).getFirst().id(), "NO");
        closedDaysAgo(vote, 9);
        clockwork.count();
        assertThat(counts.find(vote)).isEmpty();
    }
}
