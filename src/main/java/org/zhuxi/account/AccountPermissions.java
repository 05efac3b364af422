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

    private AccountPermissions() {}
}
