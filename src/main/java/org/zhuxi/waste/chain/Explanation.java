package org.zhuxi.waste.chain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.waste.WasteClass;

/**
 * Why two masses of a month differ; append-only.
 *
 * @param reason code of a {@link ChainRules.Reason}
 * @param kg what it explains: above zero where mass went missing on the leg, below zero where more came out than went in
 * @param takesBack the explanation that this counter-entry takes back, or null
 * @param takenBack whether a counter-entry takes this one back
 */
public record Explanation(
        UUID id,
        WasteClass wasteClass,
        Leg leg,
        String reason,
        BigDecimal kg,
        String note,
        @Nullable UUID takesBack,
        boolean takenBack,
        UUID by,
        Instant at) {

    /** Whether it can still be taken back. */
    public boolean holds() {
        return takesBack == null && !takenBack;
    }
}
