package org.zhuxi.account.internal.throttle;

/** So many requests a minute, which may all come at once after a quiet minute (a token bucket). */
final class Allowance {

    private static final double NANOS_A_MINUTE = 60e9;

    private final double perNano;
    private final int most;
    private double left;
    private long asOf;

    /** @param now in nanoseconds of a clock that never goes back */
    Allowance(int perMinute, long now) {
        this.perNano = perMinute / NANOS_A_MINUTE;
        this.most = perMinute;
        this.left = perMinute;
        this.asOf = now;
    }

    /** Takes one; answers 0, or in how many seconds there will be one. */
    synchronized long take(long now) {
        left = Math.min(most, left + Math.max(0, now - asOf) * perNano);
        asOf = now;
        if (left >= 1) {
            left--;
            return 0;
        }
        return (long) Math.ceil((1 - left) / perNano / 1e9);
    }
}
