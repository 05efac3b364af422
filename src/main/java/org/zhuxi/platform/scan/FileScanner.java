package org.zhuxi.platform.scan;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.log.Failures;
import org.zhuxi.platform.outgoing.AllowedHosts;

/** Looks at a file that somebody sent before it is kept, where {@code zhuxi.evidence.scanner} names a scanner. */
@Component
public class FileScanner {

    private static final Logger LOG = LoggerFactory.getLogger(FileScanner.class);

    /** Whoever waits may hold a connection to the database; a slow scanner must leave most of them to others. */
    static final int MOST_AT_ONCE = 8;

    private static final Duration PING = Duration.ofSeconds(2);

    private final @Nullable Clamd scanner;
    private final Duration patience;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);

    /** @throws IllegalArgumentException when the setting names no scanner that may be called */
    FileScanner(ScannerSettings settings, AllowedHosts allowed) {
        var address = settings.address(allowed);
        scanner = address == null ? null : new Clamd(address);
        patience = settings.scannerTimeout();
    }

    /** What is known about a file. */
    public enum Verdict {
        /** Nothing was found, or there is no scanner to ask. */
        CLEAN,
        /** There is a virus in it: it is not kept. */
        INFECTED,
        /** The scanner is away, too slow, too busy or does not know: the file is not kept now, and may be sent again. */
        UNKNOWN
    }

    /** @param by who sent it, for the log */
    public Verdict look(Actor by, byte[] file) {
        if (scanner == null) {
            return Verdict.CLEAN;
        }
        if (!free.tryAcquire()) {
            LOG.warn("An upload is refused: {} files are being looked at for viruses", MOST_AT_ONCE);
            return Verdict.UNKNOWN;
        }
        try {
            var found = scanner.scan(file, patience);
            found.ifPresent(virus -> LOG.warn(
                    "An upload of {} is refused: the scanner found {}",
                    by.accountId() == null ? "a visitor" : by.accountId(),
                    virus.replaceAll("[^\\w.:-]", "?")));
            return found.isPresent() ? Verdict.INFECTED : Verdict.CLEAN;
        } catch (IOException e) {
            LOG.warn("An upload is refused: the scanner for viruses gives no answer, {}", Failures.brief(e));
            return Verdict.UNKNOWN;
        } finally {
            free.release();
        }
    }

    /** Whether a scanner is named in the settings. */
    boolean isThere() {
        return scanner != null;
    }

    /** Whether it answers, or there is none to answer. */
    boolean answers() {
        try {
            if (scanner != null) {
                scanner.ping(PING);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
