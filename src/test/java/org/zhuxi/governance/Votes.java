package org.zhuxi.governance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;

/** Opens and closes votes for tests, where nobody can wait for a day. */
public record Votes(Decisions decisions, JdbcClient jdbc) {

    public static final List<NewDecision.NewOption> PROJECTS = List.of(
            new NewDecision.NewOption("雨水花园", 600L),
            new NewDecision.NewOption("充电棚", 500L),
            new NewDecision.NewOption("长椅", 100L));

    public Decision open(Actor clerk, String place, DecisionKind kind) {
        return open(clerk, place, kind, kind == DecisionKind.OWNERS ? 2 : null, Voting.APPROVAL, 3);
    }

    public Decision open(
            Actor clerk, String place, DecisionKind kind, @Nullable Integer matter, Voting voting, int most) {
        var now = Instant.now();
        var prepared = decisions.prepare(
                clerk,
                Ids.next(),
                new NewDecision(
                        place,
                        kind,
                        matter,
                        "试投 " + kind,
                        "",
                        null,
                        kind == DecisionKind.BUDGET || kind == DecisionKind.POLL ? most : null,
                        kind == DecisionKind.BUDGET ? voting : null,
                        kind == DecisionKind.BUDGET ? 1_000L : null,
                        10,
                        now.minus(Duration.ofHours(1)),
                        now.plus(Duration.ofDays(1)),
                        kind == DecisionKind.BUDGET || kind == DecisionKind.POLL ? PROJECTS : List.of()),
                Origin.SYNTHETIC);
        return decisions.announce(clerk, prepared.id());
    }

    public void close(UUID id) {
        jdbc.sql("update governance.decision set closes_at = now() - interval '1 second' where id = :id")
                .param("id", id)
                .update();
    }

    public List<Entitlement> rights(Actor clerk, Decision decision) {
        return decisions.electorate(clerk, decision.id(), "", 1_000, null).items();
    }
}
