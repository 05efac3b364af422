package org.zhuxi.notice;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When and for what somebody wants to be rung.
 *
 * @param muted kinds that do not ring
 * @param quietFrom such as 22:00, or null without quiet hours
 * @param quietTo such as 07:00
 */
public record PushSettings(
        Set<NotificationKind> muted,
        @Nullable String quietFrom,
        @Nullable String quietTo) {

    public PushSettings {
        muted = Set.copyOf(muted);
    }

    public boolean rings(NotificationKind kind) {
        return !muted.contains(kind);
    }
}
