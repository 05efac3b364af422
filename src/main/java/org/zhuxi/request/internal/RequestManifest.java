package org.zhuxi.request.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.manifest.Entrusted;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;
import org.zhuxi.request.RequestPermissions;

/** What this module offers. */
@Component
class RequestManifest implements Manifest {

    @Override
    public String module() {
        return "request";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Shell.PUBLIC, PublicRequestPages.PATH, "request.nav", "list", 40, null),
                new NavigationEntry(Shell.RESIDENT, "/me/requests", "request.nav-mine", "list", 40, null),
                new NavigationEntry(Shell.WORK, InboxPages.PATH, "request.nav", "list", 70, RequestPermissions.HANDLE),
                new NavigationEntry(
                        Shell.OFFICE, WatchPages.PATH, "request.watch-nav", "bell", 35, RequestPermissions.WATCH));
    }

    @Override
    public List<Permission> permissions() {
        return RequestPermissions.all();
    }

    @Override
    public List<String> publicPaths() {
        return List.of(
                "/requests",
                "/requests/track",
                "/requests/track/*",
                "/requests/photos/*",
                "/requests/*",
                "/api/v1/requests",
                "/api/v1/requests/*",
                Open311Api.PATH + "/**");
    }

    @Override
    public List<String> guessablePaths() {
        return List.of(TrackedPage.PATH, TrackedPage.PATH + "/*");
    }

    /** Programs report with a key in the form, which is all the right they need; codes only open pages. */
    @Override
    public List<String> tokenlessForms() {
        return List.of(Open311Api.PATH + "/**", TrackedPage.PATH, ReportPages.NEW);
    }

    @Override
    public List<Entrusted> entrusted() {
        return List.of(Entrusted.look("requests", "/me/requests"));
    }
}
