package org.zhuxi.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Every way from one state of a report to another; there is no other. */
public enum ReportStep {
    BEGIN(By.WRITER, ReportState.DRAFT, ReportState.COLLECTING),
    PRESENT(By.WRITER, ReportState.INTERNAL_REVIEW, ReportState.DRAFT),
    SEND_BACK(By.SIGNER, ReportState.DRAFT, ReportState.INTERNAL_REVIEW),
    APPROVE(By.SIGNER, ReportState.COSIGN, ReportState.INTERNAL_REVIEW),
    /** A department does not sign. */
    OBJECT(By.DEPARTMENT, ReportState.DRAFT, ReportState.COSIGN),
    /** The last department signs. */
    COMPLETE(By.DEPARTMENT, ReportState.SIGNED, ReportState.COSIGN),
    SUBMIT(By.WRITER, ReportState.SUBMITTED, ReportState.SIGNED),
    RESUBMIT(By.WRITER, ReportState.RESUBMITTED, ReportState.SIGNED),
    /** Taken back by those who handed it in, while nobody has decided. */
    RECALL(By.WRITER, ReportState.DRAFT, ReportState.SUBMITTED, ReportState.RESUBMITTED),
    RETURN(By.RECEIVER, ReportState.RETURNED, ReportState.SUBMITTED, ReportState.RESUBMITTED),
    ACCEPT(By.RECEIVER, ReportState.ACCEPTED, ReportState.SUBMITTED, ReportState.RESUBMITTED),
    /** Takes an acceptance back, as long as the report above that rests on it is not handed in. */
    REOPEN(By.RECEIVER, ReportState.RETURNED, ReportState.ACCEPTED),
    REVISE(By.WRITER, ReportState.DRAFT, ReportState.RETURNED),
    PUBLISH(By.SIGNER, ReportState.PUBLISHED, ReportState.ACCEPTED);

    private final By by;
    private final ReportState to;
    private final Set<ReportState> from;

    ReportStep(By by, ReportState to, ReportState... from) {
        this.by = by;
        this.to = to;
        this.from = EnumSet.copyOf(List.of(from));
    }

    /** Who takes a step. */
    public enum By {
        /** Who writes for the place. */
        WRITER,
        /** A second person of the place. */
        SIGNER,
        /** A department that signs. */
        DEPARTMENT,
        /** The office above. */
        RECEIVER
    }

    public By by() {
        return by;
    }

    public ReportState to() {
        return to;
    }

    public boolean isFrom(ReportState state) {
        return from.contains(state);
    }

    /** Whether it goes backwards, so that a reason is owed. */
    public boolean needsReason() {
        return switch (this) {
            case SEND_BACK, OBJECT, RECALL, RETURN, REOPEN -> true;
            case BEGIN, PRESENT, APPROVE, COMPLETE, SUBMIT, RESUBMIT, ACCEPT, REVISE, PUBLISH -> false;
        };
    }

    /**
     * What can be done with a report.
     *
     * @param round how often it has been drawn up; from the second on it is handed in again
     */
    public static List<ReportStep> from(ReportState state, int round) {
        return Arrays.stream(values())
                .filter(step -> step.isFrom(state))
                .filter(step -> step != SUBMIT || round == 1)
                .filter(step -> step != RESUBMIT || round > 1)
                .toList();
    }
}
