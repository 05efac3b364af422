package org.zhuxi.transparency.internal;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.platform.database.Outage;
import org.zhuxi.transparency.LogSource;

/**
 * Lets the log grow by itself while the program runs, and remembers why it does not. It is no recurring job, for those are
 * claimed every few seconds and a receipt should be there in one; who appends is settled by the log's own lock.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class LogSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(LogSchedule.class);
    private static final int ENROLLED_AT_ONCE = 1_000;

    private final Sequencer sequencer;
    private final Witnessing witnessing;
    private final List<LogSource> sources;
    private final TransactionOperations transactions;
    private final boolean isCommand;
    private volatile String trouble = "";
    private boolean isEnrolled;

    LogSchedule(
            Sequencer sequencer,
            Witnessing witnessing,
            List<LogSource> sources,
            TransactionOperations transactions,
            @Value("${zhuxi.command:}") String command) {
        this.isCommand = !command.isEmpty();
        this.sequencer = sequencer;
        this.witnessing = witnessing;
        this.sources = sources;
        this.transactions = transactions;
    }

    /** Why nothing is signed at the moment; empty when all is well. */
    public String trouble() {
        return trouble;
    }

    @Scheduled(fixedDelayString = "${zhuxi.log.every:1s}")
    void everyRound() {
        if (isCommand) {
            return;
        }
        try {
            // A round that was not full leaves the rest to the next one: without a rest, the log would sign again for
            // every
            // few records that arrived in the meantime.
            while (sequencer.round() >= Sequencer.MOST_LEAVES) {
                LOG.debug("More records wait than one round takes");
            }
            if (!isEnrolled) {
                sources.forEach(this::enrol);
                isEnrolled = true;
            }
            trouble = "";
        } catch (Sequencer.Stopped stopped) {
            if (!stopped.why().equals(trouble)) {
                LOG.error("The log signs nothing any more: {}", stopped.why());
            }
            trouble = stopped.why();
        } catch (RuntimeException e) {
            report(e);
        }
    }

    @Scheduled(fixedDelayString = "${zhuxi.log.publish-every:5s}")
    void everyPublication() {
        if (isCommand) {
            return;
        }
        try {
            witnessing.publish();
        } catch (RuntimeException e) {
            report(e);
        }
    }

    /** Records from before there was a log. */
    private void enrol(LogSource source) {
        Integer entered;
        do {
            entered = transactions.execute(status -> source.enrol(ENROLLED_AT_ONCE));
        } while (entered != null && entered > 0);
    }

    private static void report(RuntimeException failure) {
        if (Outage.isCauseOf(failure)) {
            LOG.debug("The log waits for the database: {}", failure.getMessage());
        } else {
            LOG.error("The log could not go on", failure);
        }
    }
}
