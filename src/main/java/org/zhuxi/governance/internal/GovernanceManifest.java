package org.zhuxi.governance.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.governance.GovernancePermissions;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;

/** What this module offers. */
@Component
class GovernanceManifest implements Manifest {

    @Override
    public String module() {
        return "governance";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Shell.PUBLIC, "/governance", "governance.nav", "people", 66, null),
                new NavigationEntry(Shell.RESIDENT, "/me/governance", "governance.nav-me", "people", 45, null),
                new NavigationEntry(
                        Shell.WORK, "/work/ideas", "governance.nav-ideas", "people", 70, GovernancePermissions.READ),
                new NavigationEntry(
                        Shell.WORK,
                        "/work/decisions",
                        "governance.nav-decisions",
                        "check",
                        71,
                        GovernancePermissions.READ),
                new NavigationEntry(
                        Shell.WORK, "/work/owners-roll", "governance.roll", "home", 71, GovernancePermissions.ROLL),
                new NavigationEntry(
                        Shell.WORK, "/work/conventions", "convention.nav", "book", 71, GovernancePermissions.READ),
                new NavigationEntry(
                        Shell.WORK, "/work/shared-works", "works.nav", "home", 71, GovernancePermissions.READ),
                new NavigationEntry(
                        Shell.WORK, "/work/opinions", "opinion.nav", "chart", 71, GovernancePermissions.READ),
                new NavigationEntry(Shell.WORK, "/work/venues", "venue.nav", "place", 71, GovernancePermissions.READ),
                new NavigationEntry(
                        Shell.WORK, "/work/voting-rules", "voting-rule.nav", "check", 71, GovernancePermissions.RULE));
    }

    @Override
    public List<Permission> permissions() {
        return GovernancePermissions.all();
    }

    @Override
    public List<String> publicPaths() {
        return List.of(
                "/governance",
                "/governance/**",
                "/api/v1/ideas",
                "/api/v1/ideas/*",
                "/api/v1/conventions",
                "/api/v1/conventions/*",
                "/api/v1/works",
                "/api/v1/works/*",
                "/api/v1/opinions",
                "/api/v1/opinions/*",
                "/api/v1/venues",
                "/api/v1/decisions",
                "/api/v1/decisions/*",
                "/api/v1/decisions/*/observers",
                "/api/v1/decisions/*/ballots.json",
                "/api/v1/decisions/*/ballots.pb",
                "/api/v1/decisions/*/receipts");
    }

    /** Looking up a receipt changes nothing, and should leave no cookie with whoever voted in secret. */
    @Override
    public List<String> tokenlessForms() {
        return List.of("/governance/decisions/*/receipt");
    }
}
