package org.zhuxi.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step a project took. @param from null for the first one */
public record ProjectStep(
        @Nullable ProjectStage from, ProjectStage to, LocalDate on, String reason, UUID by, Instant at) {}
