package org.zhuxi.assessment.internal.cycle;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.assessment.AssessmentState;
import org.zhuxi.assessment.CyclePermissions;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.manifest.WaitingList;

/** Assessments on the desk of the level somebody acts for. */
@Component
class ReviewsWaiting implements WaitingList {

    private final AssessmentStore assessments;

    ReviewsWaiting(AssessmentStore assessments) {
        this.assessments = assessments;
    }

    @Override
    public String label() {
        return "assessment.cycle.waiting";
    }

    @Override
    public String icon() {
        return "list";
    }

    @Override
    public String path() {
        return "/work/assessments";
    }

    @Override
    public boolean concerns(Actor actor) {
        return actor.mayAnywhere(CyclePermissions.REVIEW);
    }

    @Override
    public long count(Actor actor) {
        return actor.grants().stream()
                .filter(grant -> actor.may(CyclePermissions.REVIEW, grant.place()))
                .mapToLong(this::count)
                .sum();
    }

    private long count(Grant grant) {
        return assessments.count(grant.place(), null, desk(grant.role()));
    }

    private static List<AssessmentState> desk(Role role) {
        return switch (role) {
            case STREET_OFFICER -> List.of(AssessmentState.SELF_SUBMITTED);
            case COUNTY_OFFICER -> List.of(AssessmentState.STREET_RECOMMENDED, AssessmentState.COUNTY_REVIEW);
            default -> List.of(AssessmentState.CITY_REVIEW, AssessmentState.REASSESS);
        };
    }
}
