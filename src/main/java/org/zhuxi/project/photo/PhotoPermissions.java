package org.zhuxi.project.photo;

import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** What this part of the module lets people do with photos; points are set by those who manage the project. */
public final class PhotoPermissions {

    /** Takes photos from points. */
    public static final Permission TAKE = new Permission(
            "project.photograph",
            "projects:write",
            Set.of(
                    Role.STEWARD,
                    Role.VOLUNTEER,
                    Role.BUILDING_LEADER,
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.PROPERTY_MANAGER));

    private PhotoPermissions() {}
}
