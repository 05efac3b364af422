package org.zhuxi.activity.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Submission;
import org.zhuxi.activity.internal.ActStore.Kept;
import org.zhuxi.activity.internal.ActStore.Withdrawn;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Places;

/** Makes records of kept acts. The rights were checked when the act was done; here somebody records in the name of who did it. */
@Component
public class ActFiling {

    private final Activities activities;
    private final Places places;

    ActFiling(Activities activities, Places places) {
        this.activities = activities;
        this.places = places;
    }

    /** @return why it was refused, or an empty text */
    public String record(Kept kept) {
        var problem = record(kept, kept.supersedes());
        if (problem != null && kept.supersedes() != null && isNothingToSupersede(problem)) {
            problem = record(kept, null);
        }
        return problem == null ? "" : problem.slug();
    }

    /** What it corrects was never recorded, or a reviewer took it back. */
    private static boolean isNothingToSupersede(Problem problem) {
        return problem.slug().equals("supersedes-closed") || problem.slug().equals("supersedes-unknown");
    }

    private @Nullable Problem record(Kept kept, @Nullable UUID supersedes) {
        var act = kept.act();
        var submission = new Submission(
                kept.id(),
                act.kind(),
                act.place(),
                null,
                null,
                act.at(),
                quantities(act.quantities()),
                null,
                null,
                List.of(),
                supersedes);
        var isTakenOver = kept.isTakenOver() || act.origin() != Origin.RECORDED;
        var actor = recorder(kept, isTakenOver);
        var outcomes = isTakenOver
                ? activities.takeOver(actor, List.of(submission), act.origin())
                : activities.record(actor, List.of(submission));
        return outcomes.getFirst().problem();
    }

    private Actor recorder(Kept kept, boolean isTakenOver) {
        var home = places.getCommunity(kept.act().community()).path();
        return new Actor(
                kept.act().by(),
                "",
                Set.of(
                        new Grant(Role.COMMUNITY_CLERK, home),
                        new Grant(isTakenOver ? Role.DATA_STEWARD : Role.COMMUNITY_HEAD, home)),
                Set.of(),
                null);
    }

    private static Map<String, Measured> quantities(String written) {
        return Arrays.stream(written.split(";"))
                .map(one -> one.split("[= ]", 3))
                .collect(
                        Collectors.toMap(parts -> parts[0], parts -> new Measured(new BigDecimal(parts[1]), parts[2])));
    }

    public void withdraw(Withdrawn withdrawn) {
        activities.withdraw(withdrawn.community(), List.of(withdrawn.id()), withdrawn.by(), withdrawn.reason());
    }
}
