package org.zhuxi.sensing.internal.mqtt;

/** What became of a message. */
enum Outcome {
    /** It is kept, or was before. */
    TAKEN,
    /** It cannot be kept as it is, so that it need not come again. */
    REFUSED,
    /** It is not known to be kept; it has to come again. */
    UNKNOWN;

    /** @param status of the answer that HTTP would give */
    static Outcome of(int status) {
        return status < 300 ? TAKEN : status < 500 || status == 501 ? REFUSED : UNKNOWN;
    }
}
