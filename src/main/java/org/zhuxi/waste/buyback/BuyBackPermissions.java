package org.zhuxi.waste.buyback;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** Who may do what about paid buy-back. */
public final class BuyBackPermissions {

    /** Weighs, pays and hands out receipts, for the recycler one works for. */
    public static final Permission RECORD =
            new Permission("waste.buyback.record", "activities:write", Set.of(Role.RECYCLER));

    /** Adds recyclers and their people, sets prices. */
    public static final Permission MANAGE =
            new Permission("waste.buyback.manage", "waste:write", Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Sees receipts and settlements of a place; each look at a household's receipt is audited. */
    public static final Permission READ = new Permission(
            "waste.buyback.read",
            "activities:read",
            Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD, Role.FINANCE, Role.AUDITOR));

    /** Takes a receipt back; never one's own. */
    public static final Permission REVERSE = new Permission(
            "waste.buyback.reverse", "activities:verify", Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Closes a month. */
    public static final Permission SETTLE = new Permission("waste.buyback.settle", "waste:write", Set.of(Role.FINANCE));

    private BuyBackPermissions() {}

    public static List<Permission> all() {
        return List.of(RECORD, MANAGE, READ, REVERSE, SETTLE);
    }
}
