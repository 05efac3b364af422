package org.zhuxi.demo;

import java.io.PrintStream;
import java.util.Locale;

/** Says how long each step took. */
final class Watch {

    private final PrintStream out;
    private long since = System.nanoTime();

    Watch(PrintStream out) {
        this.out = out;
    }

    /** The next step begins now. */
    void begin() {
        since = System.nanoTime();
    }

    /** Ends a step, and begins the next. */
    void say(String done) {
        out.printf(Locale.ROOT, "%8.1f s  %s%n", (System.nanoTime() - since) / 1e9, done);
        begin();
    }
}
