package org.zhuxi.notice.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Permission;
import org.zhuxi.notice.NoticePermissions;
import org.zhuxi.platform.manifest.Entrusted;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;

@Component
class NoticeManifest implements Manifest {

    @Override
    public String module() {
        return "notice";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Shell.RESIDENT, "/me/notices", "notice.nav.notices", "book", 50, null),
                new NavigationEntry(
                        Shell.WORK, "/work/reminders", "notice.nav.calls", "people", 48, NoticePermissions.CALL),
                new NavigationEntry(Shell.RESIDENT, "/me/notifications", "notice.nav.notifications", "bell", 51, null),
                new NavigationEntry(
                        Shell.WORK, "/work/notices", "notice.nav.notices", "book", 71, NoticePermissions.MANAGE),
                new NavigationEntry(
                        Shell.WORK, "/work/webhooks", "notice.nav.webhooks", "bell", 72, NoticePermissions.WEBHOOKS));
    }

    @Override
    public List<Entrusted> entrusted() {
        return List.of(
                new Entrusted("reminders", "see", "GET", "/me/notifications/settings"),
                new Entrusted("reminders", "choose", "POST", "/me/notifications/settings/station"),
                Entrusted.look("spoken", "/me/reminder"),
                Entrusted.look("spoken", "/me/reminder/{station}/{language}.wav"));
    }

    @Override
    public List<Permission> permissions() {
        return NoticePermissions.all();
    }

    @Override
    public List<String> publicPaths() {
        return List.of(
                "/communities/*/notices/**",
                "/communities/*/notices.atom",
                "/api/v1/communities/*/notices",
                "/push-sw.js",
                MailLetters.CONFIRMATION,
                MailLetters.UNSUBSCRIPTION);
    }

    /** A mail provider presses the button for its reader (RFC 8058). */
    @Override
    public List<String> tokenlessForms() {
        return List.of(MailLetters.UNSUBSCRIPTION);
    }
}
