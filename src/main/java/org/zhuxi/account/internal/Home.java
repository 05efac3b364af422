package org.zhuxi.account.internal;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.manifest.Manifests;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;

/** Where somebody begins after signing in: the first page of the frame made for what he does. */
@Component
public class Home {

    private final ObjectProvider<Manifests> manifests;

    Home(ObjectProvider<Manifests> manifests) {
        this.manifests = manifests;
    }

    public String of(Actor actor) {
        return shellsOf(actor).stream()
                .flatMap(shell -> manifests.getObject().navigation(shell, actor).stream())
                .map(NavigationEntry::path)
                .findFirst()
                .orElse("/");
    }

    private static List<Shell> shellsOf(Actor actor) {
        if (actor.has(Role.STEWARD) || actor.has(Role.COMPOSTER)) {
            return List.of(Shell.FIELD, Shell.WORK);
        }
        var isStaff = actor.grants().stream().anyMatch(grant -> grant.role().ordinal() > Role.VOLUNTEER.ordinal());
        if (isStaff) {
            return List.of(Shell.WORK);
        }
        return actor.households().isEmpty() ? List.of() : List.of(Shell.RESIDENT);
    }
}
