package org.zhuxi.request;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** What this module lets people do with requests. */
public final class RequestPermissions {

    /** Works on requests: sees words and telephone, dispatches, answers, merges. */
    public static final Permission HANDLE = new Permission(
            "request.handle",
            "requests:write",
            Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD, Role.PROPERTY_MANAGER, Role.STREET_OFFICER));

    /** Lets everybody read words and see photos. */
    public static final Permission RELEASE = new Permission(
            "request.release",
            "requests:write",
            Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD, Role.STREET_OFFICER));

    /** Calls back and asks whether it is resolved; never who answered. */
    public static final Permission CALL_BACK = new Permission(
            "request.call-back",
            "requests:write",
            Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD, Role.STREET_OFFICER));

    /** Gives keys to programs that report through Open311. */
    public static final Permission KEYS = new Permission(
            "request.keys",
            "requests:keys",
            Set.of(Role.COMMUNITY_HEAD, Role.STREET_OFFICER, Role.COUNTY_OFFICER, Role.OPERATOR));

    /** Sees which requests are overdue and who owes them, without words and people. */
    public static final Permission WATCH = new Permission(
            "request.watch", "requests:watch", Set.of(Role.STREET_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER));

    private RequestPermissions() {}

    public static List<Permission> all() {
        return List.of(HANDLE, RELEASE, CALL_BACK, KEYS, WATCH);
    }
}
