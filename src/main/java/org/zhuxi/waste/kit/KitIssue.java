package org.zhuxi.waste.kit;

import java.time.Instant;
import java.util.UUID;
import org.zhuxi.kernel.HouseholdRef;

/**
 * Codes that a household was given.
 *
 * @param item what carries them
 */
public record KitIssue(
        BagCode first, long codes, KitItem item, HouseholdRef household, UUID issuedBy, Instant issuedAt) {}
