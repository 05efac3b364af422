package org.zhuxi.compost;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Origin;

/**
 * Somebody in the team of a site.
 *
 * @param name as the account has it today; empty when the account is closed
 * @param until last day, or null
 * @param mayLog whether today's roles let this person keep the log of the site
 */
public record TeamMember(
        UUID id,
        UUID account,
        String name,
        TeamPart part,
        LocalDate since,
        @Nullable LocalDate until,
        boolean mayLog,
        Origin origin) {}
