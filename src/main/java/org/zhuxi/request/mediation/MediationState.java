package org.zhuxi.request.mediation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a mediation stands, after the law on people's mediation (人民调解法). */
public enum MediationState {
    APPLIED,
    NOT_ACCEPTED,
    WITHDRAWN,
    MEDIATING,
    AGREED,
    TERMINATED,
    PERFORMED,
    BREACHED;

    /** Whether it counts as concluded: with an agreement, or terminated without one. */
    public boolean isConcluded() {
        return isAgreed() || this == TERMINATED;
    }

    /** Whether there is an agreement, kept or not. */
    public boolean isAgreed() {
        return switch (this) {
            case AGREED, PERFORMED, BREACHED -> true;
            case APPLIED, NOT_ACCEPTED, WITHDRAWN, MEDIATING, TERMINATED -> false;
        };
    }

    /** Whether nothing more is to be done here. */
    public boolean isEnded() {
        return switch (this) {
            case NOT_ACCEPTED, WITHDRAWN, TERMINATED, PERFORMED, BREACHED -> true;
            case APPLIED, MEDIATING, AGREED -> false;
        };
    }

    /** Where it can be moved by hand; to an agreement only by signing. What ended without one may be taken up again. */
    public Set<MediationState> next() {
        return switch (this) {
            case APPLIED -> EnumSet.of(MEDIATING, NOT_ACCEPTED, WITHDRAWN);
            case MEDIATING -> EnumSet.of(TERMINATED, WITHDRAWN);
            case NOT_ACCEPTED, WITHDRAWN, TERMINATED -> EnumSet.of(MEDIATING);
            case AGREED -> EnumSet.of(PERFORMED, BREACHED);
            case PERFORMED -> EnumSet.of(BREACHED);
            case BREACHED -> EnumSet.of(PERFORMED);
        };
    }

    /** Whether a move from here to there needs its reason. */
    public boolean needsWords(MediationState to) {
        return (this != APPLIED && to == MEDIATING) || to == NOT_ACCEPTED || to == TERMINATED || to == BREACHED;
    }

    /** Key of its name. */
    public String label() {
        return "mediation.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
