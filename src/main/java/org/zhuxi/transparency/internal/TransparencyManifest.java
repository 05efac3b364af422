package org.zhuxi.transparency.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;

/** What this module offers. */
@Component
class TransparencyManifest implements Manifest {

    @Override
    public String module() {
        return "transparency";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(Shell.PUBLIC, "/log", "transparency.nav.log", "book", 80, null));
    }

    @Override
    public List<String> publicPaths() {
        return List.of("/log", "/log/**", "/verify", "/verify/**");
    }
}
