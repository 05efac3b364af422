package org.zhuxi.notice.internal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.notice.Notification;
import org.zhuxi.notice.NotificationKind;
import org.zhuxi.notice.Notifications;
import org.zhuxi.platform.web.Messages;

/** One's own notifications, for one's own programs. */
@RestController
@RequestMapping("/api/v1/me/notifications")
class NotificationsApi {

    private static final int ROWS = 100;

    private final Notifications notifications;
    private final Messages messages;

    NotificationsApi(Notifications notifications, Messages messages) {
        this.notifications = notifications;
        this.messages = messages;
    }

    /** @param words in the language asked for */
    record NotificationJson(
            UUID id,
            NotificationKind kind,
            String words,
            String link,
            Instant at,
            @Nullable Instant readAt) {}

    record Items(
            List<NotificationJson> items,
            long unread,
            @Nullable String next) {}

    @GetMapping
    Items list(Actor actor, Locale locale, @RequestParam @Nullable UUID after) {
        var found = notifications.list(actor, ROWS, after);
        return new Items(
                found.items().stream().map(it -> json(it, locale)).toList(),
                notifications.countUnread(actor),
                found.next());
    }

    @PostMapping("/{id}/reading")
    NotificationJson read(Actor actor, Locale locale, @PathVariable UUID id) {
        return json(notifications.read(actor, id), locale);
    }

    private NotificationJson json(Notification it, Locale locale) {
        var words = messages.get(locale, it.kind().message(), it.arguments().toArray());
        return new NotificationJson(it.id(), it.kind(), words, it.link(), it.at(), it.readAt());
    }
}
