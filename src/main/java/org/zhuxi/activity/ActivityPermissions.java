package org.zhuxi.activity;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** What this module lets people do. */
public final class ActivityPermissions {

    /** Files records and uploads evidence; which kinds, the kind itself says. */
    public static final Permission RECORD = new Permission(
            "activity.record",
            "activities:write",
            Set.of(
                    Role.STEWARD,
                    Role.COMPOSTER,
                    Role.RECYCLER,
                    Role.VOLUNTEER,
                    Role.BUILDING_LEADER,
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.PROPERTY_MANAGER));

    /** Sees single records with their households. */
    public static final Permission READ = new Permission(
            "activity.read",
            "activities:read",
            Set.of(
                    Role.STEWARD,
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.VERIFIER,
                    Role.DATA_STEWARD,
                    Role.AUDITOR));

    /** Decides on records that wait, and takes back verified ones. */
    public static final Permission VERIFY = new Permission(
            "activity.verify", "activities:verify", Set.of(Role.VERIFIER, Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Takes over records of earlier days from another system or from paper. */
    public static final Permission IMPORT =
            new Permission("activity.import", "activities:write", Set.of(Role.OPERATOR, Role.DATA_STEWARD));

    /** Files what a kind lets households file for themselves. */
    public static final Permission FILE_OWN =
            new Permission("activity.file-own", "activities:write", Set.of(Role.RESIDENT, Role.HOUSEHOLD_HEAD));

    /** Sees the records of one's own household. */
    public static final Permission READ_OWN =
            new Permission("activity.read-own", "activities:read", Set.of(Role.RESIDENT, Role.HOUSEHOLD_HEAD));

    private ActivityPermissions() {}

    public static List<Permission> all() {
        return List.of(RECORD, READ, VERIFY, IMPORT, FILE_OWN, READ_OWN);
    }

    /** The permission to file one kind: that of recording, narrowed to the roles the kind names. */
    public static Permission toFile(Kind kind) {
        return new Permission(RECORD.code(), RECORD.scope(), kind.filedBy());
    }
}
