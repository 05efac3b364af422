package org.zhuxi.platform.throttle;

/** So much within a time, of which some may be saved up and come at once (a token bucket). */
public final class Allowance {

    private static final double NANOS_A_SECOND = 1e9;
    private static final int SECONDS_A_MINUTE = 60;

    private final double perNano;
    private final int most;
    private double left;
    private long asOf;

    private Allowance(double perSecond, int most, long now) {
        this.perNano = perSecond / NANOS_A_SECOND;
        this.most = most;
        this.left = most;
        this.asOf = now;
    }

    /** So many a minute, which may all come at once after a quiet minute. @param now in nanoseconds of a clock that never goes back */
    public static Allowance perMinute(int perMinute, long now) {
        return new Allowance((double) perMinute / SECONDS_A_MINUTE, perMinute, now);
    }

    /**
     * So many a second.
     *
     * @param most that may come at once after a pause
     * @param now in nanoseconds of a clock that never goes back
     */
    public static Allowance perSecond(int perSecond, int most, long now) {
        return new Allowance(perSecond, most, now);
    }

    /** Takes one; answers 0, or in how many seconds there will be one. */
    public synchronized long take(long now) {
        save(now);
        if (left >= 1) {
            left--;
            return 0;
        }
        return (long) Math.ceil((1 - left) / perNano / NANOS_A_SECOND);
    }

    /** Takes some in any case, for work that waits instead of being turned away; answers after how many nanoseconds it may be done. */
    public synchronized long spend(int some, long now) {
        save(now);
        left -= some;
        return left >= 0 ? 0 : (long) Math.ceil(-left / perNano);
    }

    private void save(long now) {
        left = Math.min(most, left + Math.max(0, now - asOf) * perNano);
        asOf = now;
    }
}
