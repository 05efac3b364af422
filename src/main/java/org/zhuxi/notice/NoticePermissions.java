package org.zhuxi.notice;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** Who tells the community something. */
public final class NoticePermissions {

    /** Writes, publishes and withdraws notices for a place and sees the drafts. */
    public static final Permission MANAGE = new Permission(
            "notice.manage",
            "notices:write",
            Set.of(Role.BUILDING_LEADER, Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD, Role.PROPERTY_MANAGER));

    /** Sends notices to group chats; knows which, never their addresses. */
    public static final Permission WEBHOOKS =
            new Permission("notice.webhook.manage", "notices:write", Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Calls households that asked to be reminded by phone; each look is audited. */
    public static final Permission CALL = new Permission(
            "notice.reminder.call",
            "households:read",
            Set.of(Role.VOLUNTEER, Role.BUILDING_LEADER, Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    private NoticePermissions() {}

    /** All of them, for the rights page. */
    public static List<Permission> all() {
        return List.of(MANAGE, WEBHOOKS, CALL);
    }
}
