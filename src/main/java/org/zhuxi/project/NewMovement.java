package org.zhuxi.project;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money as somebody books it.
 *
 * @param id made by the client; sent again it counts once
 * @param amountFen more than zero
 */
public record NewMovement(
        @Nullable UUID id,
        @Nullable FundSource source,
        @Nullable String payer,
        @Nullable FundKind kind,
        @Nullable Long amountFen,
        @Nullable LocalDate on,
        @Nullable String document) {}
