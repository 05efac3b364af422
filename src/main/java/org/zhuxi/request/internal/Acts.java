package org.zhuxi.request.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Outcome;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Places;
import org.zhuxi.request.internal.ActStore.Act;

/**
 * Records acts that count – a request solved, a patrol, an agreement – as activities. They are kept in the transaction of their cause
 * and recorded afterwards under the same id, so that none is lost and none counts twice.
 */
@Component
public class Acts {

    private static final int BATCH = 200;

    private final ActStore store;
    private final Activities activities;
    private final Places places;
    private final Clock clock;

    Acts(ActStore store, Activities activities, Places places, Clock clock) {
        this.store = store;
        this.activities = activities;
        this.places = places;
        this.clock = clock;
    }

    /** Records what waits; not inside a transaction. @return how many were recorded */
    public int file() {
        var filed = 0;
        for (var waiting = store.waiting(BATCH); !waiting.isEmpty(); waiting = store.waiting(BATCH)) {
            for (var act : waiting) {
                var outcome = record(act);
                var problem = outcome.problem();
                store.filed(act, problem == null ? "" : problem.slug(), clock.instant());
                filed += problem == null ? 1 : 0;
            }
        }
        return filed;
    }

    /** The rights were checked when the act was done; here somebody records in the name of who did it. */
    private Outcome record(Act act) {
        var submission = new Submission(
                act.id(),
                act.kind(),
                act.place(),
                null,
                null,
                act.at(),
                quantities(act.quantities()),
                null,
                null,
                List.of(),
                null);
        var home = places.getCommunity(act.community()).path();
        var made = act.origin() != Origin.RECORDED;
        var actor = new Actor(
                act.by(),
                "",
                Set.of(
                        new Grant(Role.COMMUNITY_CLERK, home),
                        new Grant(made ? Role.DATA_STEWARD : Role.COMMUNITY_HEAD, home)),
                Set.of(),
                null);
        var outcomes = made
                ? activities.takeOver(actor, List.of(submission), act.origin())
                : activities.record(actor, List.of(submission));
        return outcomes.getFirst();
    }

    private static Map<String, Measured> quantities(String written) {
        return Arrays.stream(written.split(";"))
                .map(one -> one.split("[= ]", 3))
                .collect(
                        Collectors.toMap(parts -> parts[0], parts -> new Measured(new BigDecimal(parts[1]), parts[2])));
    }
}
