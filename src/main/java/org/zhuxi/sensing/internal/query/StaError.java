package org.zhuxi.sensing.internal.query;

/** A request that cannot be granted, with its HTTP status and words for the client's programmer, as the standard wants them. */
public final class StaError extends RuntimeException {

    private final int status;

    private StaError(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** What was sent cannot be read, or does not fit together. */
    public static StaError bad(String message) {
        return new StaError(400, message);
    }

    public static StaError notFound(String message) {
        return new StaError(404, message);
    }

    public static StaError notAllowed(String message) {
        return new StaError(405, message);
    }

    /** It does not fit to what is there. */
    public static StaError conflict(String message) {
        return new StaError(409, message);
    }

    /** Defined by the standard, but not offered here. */
    public static StaError notOffered(String message) {
        return new StaError(501, message);
    }

    /** Too long, too deep or too many. */
    public static StaError tooLarge(String message) {
        return new StaError(413, message);
    }
}
