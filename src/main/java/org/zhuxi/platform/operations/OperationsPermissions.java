package org.zhuxi.platform.operations;

import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** What those may do who keep the program running. */
public final class OperationsPermissions {

    /** See how the program fares: measurements, jobs, back-ups. */
    public static final Permission WATCH = new Permission("operations.watch", "operations:read", Set.of(Role.OPERATOR));

    /** Start a job by hand, also a back-up. */
    public static final Permission RUN = new Permission("operations.run", "operations:write", Set.of(Role.OPERATOR));

    private OperationsPermissions() {}
}
