package org.zhuxi.platform.log;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Failures as they may stand in a log: what kind and where, never the message, for messages quote what people sent – a
 * phone number in a duplicate key, a name in a broken line of JSON.
 */
public final class Failures {

    private Failures() {}

    /** The kinds, from the outermost to the cause, with the state the database gave. */
    public static String brief(Throwable failure) {
        var kinds = new StringBuilder();
        var seen = seen();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            kinds.append(kinds.isEmpty() ? "" : " < ").append(kind(cause));
        }
        return kinds.toString();
    }

    /** The same failure to be logged with its stack, without a message. */
    public static Throwable anonymous(Throwable failure) {
        return anonymous(failure, seen());
    }

    private static Throwable anonymous(Throwable failure, Set<Throwable> seen) {
        seen.add(failure);
        var cause = failure.getCause();
        var told = new Anonymous(kind(failure), cause == null || seen.contains(cause) ? null : anonymous(cause, seen));
        told.setStackTrace(failure.getStackTrace());
        return told;
    }

    private static String kind(Throwable failure) {
        return failure instanceof SQLException sql
                ? failure.getClass().getName() + "[" + sql.getSQLState() + "]"
                : failure.getClass().getName();
    }

    private static Set<Throwable> seen() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Stands for a failure whose message is left out. */
    private static final class Anonymous extends Exception {

        Anonymous(String kind, @Nullable Throwable cause) {
            super(kind, cause, false, true);
        }

        @Override
        public String toString() {
            return String.valueOf(getMessage());
        }
    }
}
