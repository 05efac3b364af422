package org.zhuxi.governance.internal;

import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.ActivitiesRecorded;
import org.zhuxi.activity.ActivitiesReversed;
import org.zhuxi.activity.ActivitiesVerified;
import org.zhuxi.activity.Activity;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.CommunityId;

/** Notes, in the transaction of the change, in which communities and years records of this module's acts changed. */
@Component
class RecordedActs {

    private static final Set<String> KINDS = Set.of(
            Acts.MEETING,
            Acts.ADVICE,
            Acts.ADOPTED,
            Acts.EVALUATED,
            Acts.CLOSED,
            Acts.VOTE,
            Acts.CONVENTION,
            Acts.WORK);

    private final Rollups rollups;

    RecordedActs(Rollups rollups) {
        this.rollups = rollups;
    }

    @EventListener
    void on(ActivitiesRecorded recorded) {
        note(recorded.fresh());
    }

    @EventListener
    void on(ActivitiesVerified verified) {
        note(verified.activities());
    }

    @EventListener
    void on(ActivitiesReversed reversed) {
        note(reversed.activities());
    }

    private record Changed(CommunityId community, Year year) {}

    private void note(Collection<Activity> activities) {
        activities.stream()
                .filter(it -> KINDS.contains(it.kind()))
                .map(it -> new Changed(it.community(), Year.from(it.localDate())))
                .collect(Collectors.toSet())
                .forEach(it -> rollups.note(List.of(it.community()), ReportPeriod.of(it.year())));
    }
}
