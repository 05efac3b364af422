package org.zhuxi.portal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.manifest.Entrusted;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;

@Component
class PortalManifest implements Manifest {

    @Override
    public String module() {
        return "portal";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Shell.PUBLIC, "/figures", "portal.nav.figures", "chart", 10, null),
                new NavigationEntry(Shell.PUBLIC, "/open-data", "portal.nav.open-data", "list", 70, null),
                new NavigationEntry(Shell.RESIDENT, "/me", "portal.nav.me", "card", 10, null),
                new NavigationEntry(Shell.RESIDENT, "/me/history", "portal.nav.history", "history", 25, null),
                new NavigationEntry(Shell.WORK, "/work", "portal.nav.work", "home", 0, null));
    }

    @Override
    public List<String> guessablePaths() {
        return List.of("/q");
    }

    @Override
    public List<String> tokenlessForms() {
        return List.of("/q");
    }

    @Override
    public List<Entrusted> entrusted() {
        return List.of(Entrusted.look("more", "/me/more"));
    }

    @Override
    public List<String> publicPaths() {
        return List.of(
                "/",
                "/figures",
                "/figures/**",
                "/communities/**",
                "/api/v1/map",
                "/open-data",
                "/api/v1/open-data/**",
                "/q",
                "/problems/**",
                "/start",
                "/more",
                "/design");
    }
}
