package org.zhuxi.governance.internal.budget;

import java.util.Arrays;
import java.util.Optional;

/** How people say which projects they want; names as in Pabulib files. */
public enum BallotType {
    APPROVAL("approval"),
    CHOOSE_ONE("choose-1"),
    ORDINAL("ordinal"),
    CUMULATIVE("cumulative"),
    SCORING("scoring");

    private final String pabulib;

    BallotType(String pabulib) {
        this.pabulib = pabulib;
    }

    public String pabulib() {
        return pabulib;
    }

    /** Whether people name projects without order or points. */
    public boolean isApproval() {
        return this == APPROVAL || this == CHOOSE_ONE;
    }

    /** Whether people give points. */
    public boolean hasPoints() {
        return this == CUMULATIVE || this == SCORING;
    }

    public static Optional<BallotType> ofPabulib(String name) {
        return Arrays.stream(values()).filter(it -> it.pabulib.equals(name)).findFirst();
    }
}
