package org.zhuxi.notice.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Refused;
import org.zhuxi.notice.NoticeRefused;
import org.zhuxi.notice.Notifications;
import org.zhuxi.notice.Reminders;

/** What one was told, and of which station one is reminded. */
@Controller
@RequestMapping("/me/notifications")
class NotificationPages {

    private static final int PAGE = 30;

    private final Notifications notifications;
    private final Reminders reminders;
    private final SettingsPage settings;

    NotificationPages(Notifications notifications, Reminders reminders, SettingsPage settings) {
        this.notifications = notifications;
        this.reminders = reminders;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView list(Actor actor, @RequestParam @Nullable UUID after) {
        return new ModelAndView("notice/notifications")
                .addObject("found", notifications.list(actor, PAGE, after))
                .addObject("unread", notifications.countUnread(actor));
    }

    /** Marks one as read and goes on to what it is about. */
    @PostMapping("/{id}/reading")
    String read(Actor actor, @PathVariable UUID id) {
        return "redirect:" + notifications.read(actor, id).link();
    }

    @PostMapping("/reading")
    String readAll(Actor actor) {
        notifications.readAll(actor);
        return "redirect:/me/notifications";
    }

    @GetMapping("/settings")
    ModelAndView settings(Actor actor) {
        return settings.show(actor);
    }

    @PostMapping("/settings/station")
    ModelAndView remind(Actor actor, @RequestParam UUID household, @RequestParam(defaultValue = "") String station) {
        var own = own(actor, household);
        try {
            if (station.isBlank()) {
                reminders.end(actor, own);
            } else {
                reminders.remind(actor, own, id(station));
            }
            return new ModelAndView("redirect:/me/notifications/settings");
        } catch (NoticeRefused refused) {
            return settings.again(actor, refused);
        }
    }

    private static HouseholdRef own(Actor actor, UUID household) {
        return actor.households().stream()
                .filter(ref -> ref.id().equals(household))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(household));
    }

    static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new NoticeRefused.NoStation();
        }
    }
}
