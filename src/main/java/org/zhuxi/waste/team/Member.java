package org.zhuxi.waste.team;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;

/**
 * Somebody in the team of a community.
 *
 * @param until last day, or null
 */
public record Member(
        CommunityId community,
        UUID account,
        String username,
        String name,
        Part part,
        LocalDate since,
        @Nullable LocalDate until) {}
