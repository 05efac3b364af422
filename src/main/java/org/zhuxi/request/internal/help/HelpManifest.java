package org.zhuxi.request.internal.help;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;
import org.zhuxi.request.help.HelpPermissions;

/** What help at the press of a button offers. */
@Component
class HelpManifest implements Manifest {

    @Override
    public String module() {
        return "request";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(Shell.WORK, HelpPages.WORK, "help.nav", "bell", 5, HelpPermissions.ANSWER));
    }

    @Override
    public List<Permission> permissions() {
        return HelpPermissions.all();
    }

    @Override
    public List<String> publicPaths() {
        return List.of(HelpPages.CALL, "/help/at", HelpPages.CALLED);
    }

    @Override
    public List<String> guessablePaths() {
        return List.of(HelpPages.CALLED);
    }

    @Override
    public List<String> tokenlessForms() {
        return List.of("/help/at", HelpPages.CALLED);
    }
}
