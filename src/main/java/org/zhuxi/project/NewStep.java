package org.zhuxi.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step to another stage.
 *
 * @param to where it goes
 * @param on the day it happened; today when not given
 * @param reason needed for rejecting, suspending and cancelling
 * @param contractor who builds; needed for beginning the works
 */
public record NewStep(
        @Nullable ProjectStage to,
        @Nullable LocalDate on,
        @Nullable String reason,
        @Nullable String contractor) {}
