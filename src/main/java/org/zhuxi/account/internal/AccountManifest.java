package org.zhuxi.account.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.account.AccountPermissions;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;

@Component
class AccountManifest implements Manifest {

    @Override
    public String module() {
        return "account";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Shell.RESIDENT, "/me/household", "account.nav.household", "people", 40, null),
                new NavigationEntry(Shell.RESIDENT, "/me/acting", "account.nav.acting", "people", 45, null),
                new NavigationEntry(
                        Shell.FIELD, "/field/card-sign-in", "account.nav.lend", "card", 90, AccountPermissions.LEND),
                new NavigationEntry(
                        Shell.WORK, "/work/people", "account.nav.people", "people", 80, AccountPermissions.MANAGE),
                new NavigationEntry(
                        Shell.WORK, "/work/sign-ins", "account.nav.help", "key", 85, AccountPermissions.HELP),
                new NavigationEntry(
                        Shell.WORK, "/work/audit", "account.nav.audit", "history", 90, AccountPermissions.AUDIT),
                new NavigationEntry(Shell.WORK, "/work/rights", "account.nav.rights", "key", 95, null));
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                AccountPermissions.MANAGE,
                AccountPermissions.HELP,
                AccountPermissions.LEND,
                AccountPermissions.AUDIT,
                AccountPermissions.MEMBERS,
                AccountPermissions.ERASE);
    }

    @Override
    public List<String> publicPaths() {
        return List.of(SessionEnd.SIGN_IN, SessionEnd.SIGN_IN + "/**");
    }
}
