package org.zhuxi.account;

import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** What the account module lets people do. */
public final class AccountPermissions {

    /** Open accounts, give roles in one's own place and take them back. */
    public static final Permission MANAGE =
            new Permission("account.manage", "accounts:manage", Set.of(Role.COMMUNITY_HEAD, Role.OPERATOR));

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
