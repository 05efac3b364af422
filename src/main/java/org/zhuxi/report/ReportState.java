package org.zhuxi.report;

/** Where an annual report stands between being begun and being published. */
public enum ReportState {
    /** Open; the reports of the places below come in. */
    COLLECTING,
    /** Texts are written. */
    DRAFT,
    /** Somebody else of the same office reads it. */
    INTERNAL_REVIEW,
    /** The departments sign. */
    COSIGN,
    /** All have signed; it may be handed in. */
    SIGNED,
    /** Handed in; its numbers stand still. */
    SUBMITTED,
    /** Given back with a reason. */
    RETURNED,
    /** Handed in again. */
    RESUBMITTED,
    ACCEPTED,
    PUBLISHED;

    /** Whether its texts may be changed. */
    public boolean isOpen() {
        return this == COLLECTING || this == DRAFT;
    }

    /** Whether the receiving office has it. */
    public boolean isHandedIn() {
        return this == SUBMITTED || this == RESUBMITTED || isAccepted();
    }

    /** Whether the receiving office found it right. */
    public boolean isAccepted() {
        return this == ACCEPTED || this == PUBLISHED;
    }
}
