package org.zhuxi.project;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Names;

/** How far a project has come. The first seven are the way; the last three leave it. */
public enum ProjectStage {
    PROPOSED("已提出", "Proposed"),
    DISCUSSED("已议事", "Talked over"),
    PLANNED("有方案", "Planned"),
    APPROVED("已批准", "Approved"),
    IN_WORKS("施工中", "In works"),
    ACCEPTED("已验收", "Accepted"),
    EVALUATED("已评价", "Evaluated"),
    REJECTED("未通过", "Rejected"),
    SUSPENDED("已暂停", "Suspended"),
    CANCELLED("已取消", "Cancelled");

    private final Names names;

    ProjectStage(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }

    /** The stages of a project that goes well, in order. */
    public static List<ProjectStage> way() {
        return List.of(PROPOSED, DISCUSSED, PLANNED, APPROVED, IN_WORKS, ACCEPTED, EVALUATED);
    }

    /** Where it may go from here. A suspended project goes back to the stage it was in, which is added to these. */
    public Set<ProjectStage> next() {
        return switch (this) {
            case PROPOSED -> EnumSet.of(DISCUSSED, REJECTED, SUSPENDED, CANCELLED);
            case DISCUSSED -> EnumSet.of(PLANNED, REJECTED, SUSPENDED, CANCELLED);
            case PLANNED -> EnumSet.of(APPROVED, DISCUSSED, REJECTED, SUSPENDED, CANCELLED);
            case APPROVED -> EnumSet.of(IN_WORKS, SUSPENDED, CANCELLED);
            case IN_WORKS -> EnumSet.of(ACCEPTED, SUSPENDED, CANCELLED);
            case ACCEPTED -> EnumSet.of(EVALUATED);
            case SUSPENDED -> EnumSet.of(CANCELLED);
            case REJECTED -> EnumSet.of(PROPOSED);
            case EVALUATED, CANCELLED -> EnumSet.noneOf(ProjectStage.class);
        };
    }

    /** Whether going there needs a reason. */
    public boolean needsReason() {
        return this == REJECTED || this == SUSPENDED || this == CANCELLED;
    }

    /** Whether its budget is settled: money may be allocated and paid. */
    public boolean hasBudget() {
        return this == APPROVED || this == IN_WORKS || isBuilt();
    }

    /** Whether the works have been found right. */
    public boolean isBuilt() {
        return this == ACCEPTED || this == EVALUATED;
    }

    /** Whether what is planned may still be written anew. */
    public boolean isOpenToPlans() {
        return this == PROPOSED || this == DISCUSSED;
    }
}
