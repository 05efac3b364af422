package org.zhuxi.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.governance.internal.Acts;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Meetings, ideas and votes fill measures by themselves. */
@ZhuxiTest
@Import(World.class)
class GovernanceMeasureTests {

    private final Ideas ideas;
    private final Meetings meetings;
    private final Decisions decisions;
    private final Ballots ballots;
    private final Counts counts;
    private final Indicators indicators;
    private final Rollups rollups;
    private final Acts acts;
    private final JdbcClient jdbc;
    private final Votes votes;
    private final World.Made made;
    private final Actor clerk;

    GovernanceMeasureTests(
            Ideas ideas,
            Meetings meetings,
            Decisions decisions,
            Ballots ballots,
            Counts counts,
            Indicators indicators,
            Rollups rollups,
            Acts acts,
            JdbcClient jdbc,
            World world,
            Accounts accounts) {
        this.ideas = ideas;
        this.meetings = meetings;
        this.decisions = decisions;
        this.ballots = ballots;
        this.counts = counts;
        this.indicators = indicators;
        this.rollups = rollups;
        this.acts = acts;
        this.jdbc = jdbc;
        votes = new Votes(decisions, jdbc);
        made = world.make(4);
        clerk = accounts.actorOf(made.username("clerk"));
    }

    private Idea raise(String title) {
        return ideas.raise(clerk, Ids.next(), new NewIdea(made.communityCode(), title, ""), Origin.SYNTHETIC);
    }

    private void hold(Idea idea, MeetingKind kind, int onSite, int online, @Nullable Integer satisfied) {
        var called = meetings.call(
                clerk,
                Ids.next(),
                new NewMeeting(null, idea.id(), null, kind, "会", Instant.now(), "", true),
                Origin.SYNTHETIC);
        meetings.hold(clerk, called.id(), new Minutes("记录", onSite, online, satisfied, 1, 2));
    }

    private void step(Idea idea, IdeaStage... stages) {
        for (var stage : stages) {
            ideas.step(clerk, idea.id(), new NewStep(stage, "办", null));
        }
    }

    /** What the view says of this community, all years together. */
    private Map<String, Integer> fed() {
        acts.file();
        var sums = new HashMap<String, Integer>();
        jdbc.sql("""
                        select measure, sum(value)::integer as value
                        from governance.v_measures
                        where community_id = :community
                        group by measure
                        """).param("community", made.community().value()).query(row -> {
            sums.put(row.getString("measure"), row.getInt("value"));
        });
        return sums;
    }

    private BigDecimal rate(String indicator) {
        rollups.refreshAll();
        var year = ReportPeriod.of(Year.from(LocalDate.now(ZoneId.of("Asia/Shanghai"))));
        return Objects.requireNonNull(
                indicators.value(indicator, made.path(), year).orNull());
    }

    @Test
    void anIdeaThatCameAllTheWayIsACaseOfBuildingTogether() {
        var idea = raise("花坛补种");
        step(idea, IdeaStage.ON_AGENDA);
        hold(idea, MeetingKind.HEARING, 9, 0, null);
        step(idea, IdeaStage.HEARD, IdeaStage.DECIDED, IdeaStage.IN_HAND, IdeaStage.DONE);
        assertThat(fed()).doesNotContainKey("participation.cases");
        hold(idea, MeetingKind.EVALUATION, 8, 2, 7);
        step(idea, IdeaStage.EVALUATED, IdeaStage.CLOSED);
        ideas.step(clerk, raise("说错了").id(), new NewStep(IdeaStage.WITHDRAWN, "", null));

        assertThat(fed())
                .containsEntry("ideas.raised", 1)
                .containsEntry("participation.cases", 1)
                .containsEntry("ideas.adopted", 1)
                .containsEntry("ideas.closed", 1)
                .containsEntry("deliberation.offline", 2)
                .containsEntry("deliberation.online", 1)
                .containsEntry("deliberation.persons", 19)
                .containsEntry("evaluation.answers", 10)
                .containsEntry("evaluation.satisfied", 7);
        assertThat(rate("evaluation.satisfaction.rate")).isEqualByComparingTo("70.0");
    }

    @Test
    void aVoteCountsUntilItIsAnnulled() {
        var decision = votes.open(clerk, made.communityCode(), DecisionKind.ASSEMBLY);
        var rights = votes.rights(clerk, decision);
        rights.subList(0, 3).forEach(it -> ballots.official(clerk, decision.id(), it.id(), Ids.next(), "YES"));
        votes.close(decision.id());
        assertThat(fed()).isEmpty();
        counts.count(clerk, decision.id());

        assertThat(fed())
                .containsEntry("decisions.counted", 1)
                .containsEntry("decisions.rights", 4)
                .containsEntry("decisions.ballots", 3);
        assertThat(rate("decisions.turnout.rate")).isEqualByComparingTo("75.0");
        decisions.annul(clerk, decision.id(), "名册有误");
        assertThat(fed()).isEmpty();
    }
}
