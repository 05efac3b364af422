package org.zhuxi.sensing.internal.mqtt;

/** What became of a message. */
enum Outcome {
    /** It is kept, or was before. */
    TAKEN,
    /** It cannot be kept as it is, so that it need not come again. */
    REFUSED,
    /** It is not known to be kept; it has to come again. */
    UNKNOWN,
    /** A fault of the program kept it from being kept; it may come again, but not for ever. */
    FAILED;

    private static final int SUCCESS_BELOW = 300;
    private static final int FAULT = 500;
    private static final int NOT_OFFERED = 501;

    /** @param status of the answer that HTTP would give */
    static Outcome of(int status) {
        if (status < SUCCESS_BELOW) {
            return TAKEN;
        }
        if (status < FAULT || status == NOT_OFFERED) {
            return REFUSED;
        }
        return status == FAULT ? FAILED : UNKNOWN;
    }

    /** Whether nothing is gained when it comes again. */
    boolean isSettled() {
        return this == TAKEN || this == REFUSED;
    }

    /** What became of a message of several parts: one that has to come again holds it up, otherwise one that is taken is enough. */
    Outcome with(Outcome other) {
        for (var heavier : new Outcome[] {UNKNOWN, FAILED, TAKEN}) {
            if (this == heavier || other == heavier) {
                return heavier;
            }
        }
        return REFUSED;
    }
}
