package org.zhuxi.platform.job;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * Work that comes again. A module declares one as a bean and is done: it runs in one of the programs that share the
 * database, never in two at once, is taken over when its program dies, and shows on the operations page under the message
 * {@code job.<name>}, with the words of its {@link JobOutcome}.
 *
 * <pre>{@code
 * @Bean
 * RecurringJob expiredHolds(Holds holds) {
 *     return RecurringJob.every(
 *             "shop.holds", Duration.ofMinutes(1), () -> JobOutcome.of("holds-voided", holds.release()));
 * }
 * }</pre>
 *
 * <p>Work must bear being cut off and run again: each transaction in it is kept or not, and the next run finds the rest.
 *
 * @param name stable, {@code <module>.<what>}, such as {@code points.expiry}
 * @param cadence when it is due
 * @param work what it does
 */
public record RecurringJob(String name, Cadence cadence, Work work) {

    private static final Pattern FORM = Pattern.compile("[a-z]+(\\.[a-z-]+)+");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    public RecurringJob {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of a job: " + name);
        }
    }

    /** A job that is due that long after its last run ended; the first time as soon as the program has started. */
    public static RecurringJob every(String name, Duration pause, Work work) {
        return new RecurringJob(name, new Cadence.Every(pause), work);
    }

    /** A job that is due once a day at that time in China. */
    public static RecurringJob daily(String name, LocalTime time, Work work) {
        return new RecurringJob(name, new Cadence.Daily(time, CHINA), work);
    }

    /** A job that is only ever started by an operator. */
    public static RecurringJob onDemand(String name, Work work) {
        return new RecurringJob(name, new Cadence.OnDemand(), work);
    }

    /** When a job is due. */
    public sealed interface Cadence {

        /** @param pause from the end of one run to the beginning of the next, at least a second */
        record Every(Duration pause) implements Cadence {

            public Every {
                if (pause.compareTo(Duration.ofSeconds(1)) < 0) {
                    throw new IllegalArgumentException("A job pauses for a second at least: " + pause);
                }
            }
        }

        record Daily(LocalTime time, ZoneId zone) implements Cadence {}

        record OnDemand() implements Cadence {}
    }

    /** What a job does. */
    @FunctionalInterface
    public interface Work {

        /**
         * Runs once.
         *
         * @return what was done, for the operations page
         * @throws Exception when it could not be done; it is tried again in a minute, then ever more rarely
         */
        JobOutcome run() throws Exception;
    }
}
