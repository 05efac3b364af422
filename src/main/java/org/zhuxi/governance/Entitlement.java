package org.zhuxi.governance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One right to one ballot, as frozen when the decision was announced.
 *
 * @param label the door, or the doors of an owner
 * @param household who may use it with an account; null where there is only paper
 * @param areaCentiM2 exclusive area in hundredths of a square metre; 0 unless owners decide
 * @param voted whether there is a ballot
 * @param struck why it was taken off the list, or null
 */
public record Entitlement(
        UUID id,
        String place,
        String label,
        @Nullable UUID household,
        long areaCentiM2,
        boolean voted,
        @Nullable String struck) {}
