package org.zhuxi.account;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.internal.RoleHolderStore;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;

/** Who holds a role in a place, for modules that have something to tell them. It answers ids, never names. */
@Service
public class RoleHolders {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final RoleHolderStore store;
    private final Clock clock;

    RoleHolders(RoleHolderStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The accounts that hold one of these roles today in this very place or, where nobody does, in the closest place above it
     * in which somebody does; nobody when there is none up to the nation.
     */
    @Transactional(readOnly = true)
    public Set<UUID> closestTo(PlacePath place, Collection<Role> roles) {
        return store.closest(place, roles, LocalDate.now(clock.withZone(ZONE)));
    }
}
