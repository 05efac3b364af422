package org.zhuxi.notice;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is written to, and about what.
 *
 * @param address as its owner typed it; empty when the key that sealed it is lost
 * @param muted kinds nothing is written about
 * @param stopReason null while letters are sent; {@code unsubscribed}, or the answer of the mail server such as {@code refused-550}
 */
public record MailAddress(
        String address,
        Instant confirmedAt,
        Set<NotificationKind> muted,
        @Nullable String stopReason) {

    /** Its owner said so by the link in a letter. */
    public static final String UNSUBSCRIBED = "unsubscribed";

    public MailAddress {
        muted = Set.copyOf(muted);
    }

    public boolean isStopped() {
        return stopReason != null;
    }

    public boolean isUnsubscribed() {
        return UNSUBSCRIBED.equals(stopReason);
    }

    public boolean writes(NotificationKind kind) {
        return !muted.contains(kind);
    }

    /** Never with the address: it names a person. */
    @Override
    public String toString() {
        return "MailAddress[" + (isStopped() ? stopReason : "in use") + "]";
    }
}
