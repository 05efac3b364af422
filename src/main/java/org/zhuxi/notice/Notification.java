package org.zhuxi.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something one person was told (消息).
 *
 * @param arguments of its words, in the order its kind says
 * @param link path of the page on which to go on
 * @param readAt null while unread
 */
public record Notification(
        UUID id,
        NotificationKind kind,
        List<String> arguments,
        String link,
        Instant at,
        @Nullable Instant readAt) {

    public Notification {
        arguments = List.copyOf(arguments);
    }

    public boolean isUnread() {
        return readAt == null;
    }
}
