package org.zhuxi.account;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Grant;

/**
 * Somebody with roles at or below a place.
 *
 * @param roles only those in that place
 */
public record Person(UUID id, String username, String name, List<HeldRole> roles) {

    public Person {
        roles = List.copyOf(roles);
    }

    /**
     * A role somebody holds today.
     *
     * @param organisation in whose name, or null
     * @param until first day on which it no longer holds, or null
     */
    public record HeldRole(
            Grant grant,
            @Nullable String organisation,
            @Nullable LocalDate until) {}
}
