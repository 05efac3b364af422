package org.zhuxi.project;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that was planned, allocated or paid; never changed. A counter-entry has the opposite amount and names what it takes
 * back.
 *
 * @param payer who stands behind the source, such as a bureau or the owners of a building; may be empty
 * @param amountFen in fen, never zero; null where a source names who pays and not how much
 * @param document number of the paper behind it; may be empty
 * @param reverses the movement this one takes back, or null
 */
public record FundMovement(
        UUID id,
        FundSource source,
        String payer,
        FundKind kind,
        @Nullable Long amountFen,
        LocalDate on,
        String document,
        @Nullable UUID reverses) {}
