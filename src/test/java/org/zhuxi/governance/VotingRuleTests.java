package org.zhuxi.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A jurisdiction says whether votes here count and how long they last. */
@ZhuxiTest
@Import(World.class)
class VotingRuleTests {

    private final VotingRules rules;
    private final Decisions decisions;
    private final World.Made made;
    private final Actor clerk;

    VotingRuleTests(VotingRules rules, Decisions decisions, World world, Accounts accounts) {
        this.rules = rules;
        this.decisions = decisions;
        made = world.make(1);
        clerk = accounts.actorOf(made.username("clerk"));
    }

    private VotingRule rule(int leastDays, int mostDays) {
        return new VotingRule(made.path(), DecisionKind.ASSEMBLY, true, "居委会", 0, leastDays, mostDays, "试行办法 第三条");
    }

    private Decision assembly(int days) {
        var opens = Instant.now().plus(Duration.ofHours(1));
        return decisions.prepare(
                clerk,
                Ids.next(),
                new NewDecision(
                        made.communityCode(),
                        DecisionKind.ASSEMBLY,
                        null,
                        "试投",
                        "",
                        null,
                        null,
                        null,
                        null,
                        null,
                        opens,
                        opens.plus(Duration.ofDays(days)),
                        null),
                Origin.RECORDED);
    }

    private static Actor officer() {
        return new Actor(
                Ids.next(), "officer", Set.of(new Grant(Role.COUNTY_OFFICER, PlacePath.NATION)), Set.of(), null);
    }

    @Test
    void aVoteIsAdvisoryUntilTheJurisdictionRecognisesIt() {
        assertThat(assembly(5).isRecognised()).isFalse();
        rules.set(officer(), rule(3, 10));
        var recognised = assembly(5);
        assertThat(recognised.isRecognised()).isTrue();
        assertThat(rules.of(recognised).source()).isEqualTo("试行办法 第三条");
        assertThat(rules.list(made.path())).contains(rule(3, 10));
        assertThatThrownBy(() -> assembly(2)).isInstanceOf(GovernanceRefused.WrongDays.class);
        assertThatThrownBy(() -> assembly(11)).isInstanceOf(GovernanceRefused.WrongDays.class);
    }

    @Test
    void aClerkRecognisesNothing() {
        assertThatThrownBy(() -> rules.set(clerk, rule(3, 10))).isInstanceOf(Refused.Forbidden.class);
    }
}
