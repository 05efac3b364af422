package org.zhuxi.request.mediation;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** Who mediates, and so reads what neighbours say. Nobody else does: no street, no property manager, no operator. */
public final class MediationPermissions {

    /** Mediates, and reads the files of mediation. */
    public static final Permission MEDIATE =
            new Permission("mediation.mediate", "mediation:write", Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    private MediationPermissions() {}

    public static List<Permission> all() {
        return List.of(MEDIATE);
    }
}
