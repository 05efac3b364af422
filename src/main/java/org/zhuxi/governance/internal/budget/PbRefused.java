package org.zhuxi.governance.internal.budget;

/** Thrown for a Pabulib file that cannot be counted. */
public final class PbRefused extends RuntimeException {

    private final Fault fault;
    private final long line;
    private final String detail;

    /** What is wrong with it. */
    public enum Fault {
        NO_SECTION,
        NO_COLUMN,
        NO_KEY,
        NO_NUMBER,
        UNKNOWN_TYPE,
        TWICE,
        UNKNOWN_PROJECT,
        OUTSIDE_LIMITS,
        COUNT_DIFFERS,
        SUM_DIFFERS,
        QUOTES,
        TOO_LARGE
    }

    /** @param line from 1; 0 when it is about the whole file */
    PbRefused(Fault fault, long line, String detail) {
        super(fault + " in line " + line + ": " + detail);
        this.fault = fault;
        this.line = line;
        this.detail = detail.length() > 80 ? detail.substring(0, 80) : detail;
    }

    public Fault fault() {
        return fault;
    }

    public long line() {
        return line;
    }

    public String detail() {
        return detail;
    }
}
