package org.zhuxi.demo;

import java.util.Set;
import java.util.UUID;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;

/** Who sets up the demo world, as an operator would set up a real one. */
final class Founder {

    /** Named in the audit log; nobody can sign in as it. */
    private static final UUID ID = new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0001L);

    static final Actor ACTOR = new Actor(
            ID,
            "演示数据",
            Set.of(new Grant(Role.OPERATOR, PlacePath.NATION), new Grant(Role.DATA_STEWARD, PlacePath.NATION)),
            Set.of(),
            null);

    private Founder() {}
}
