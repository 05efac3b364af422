package org.zhuxi.account;

import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** What the account module lets people do. */
public final class AccountPermissions {

    /** Open accounts, give roles in one's own place and take them back. */
    public static final Permission MANAGE =
            new Permission("account.manage", "accounts:manage", Set.of(Role.COMMUNITY_HEAD, Role.OPERATOR));

    /** Help residents of one's own place to sign in: open accounts, new passwords, cards. */
    public static final Permission HELP = new Permission(
            "account.help", "accounts:help", Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD, Role.OPERATOR));

    /** Let somebody look at his own things on one's device, with his card. */
    public static final Permission LEND = new Permission(
            "account.card.lend", "accounts:lend", Set.of(Role.STEWARD, Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Read who did and saw what. */
    public static final Permission AUDIT =
            new Permission("audit.read", "audit:read", Set.of(Role.AUDITOR, Role.COMMUNITY_HEAD, Role.OPERATOR));

    /** See and enter the members of households, and note what they agree to on paper; every look is audited. */
    public static final Permission MEMBERS =
            new Permission("household.members", "households:write", Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Erase somebody at once, for a reason. */
    public static final Permission ERASE =
            new Permission("account.erase", "accounts:manage", Set.of(Role.COMMUNITY_HEAD, Role.OPERATOR));

    private AccountPermissions() {}
}
