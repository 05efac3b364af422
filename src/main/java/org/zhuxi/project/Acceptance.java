package org.zhuxi.project;

import java.time.LocalDate;
import java.util.UUID;

/** The works were looked at and found right, or not yet. */
public record Acceptance(UUID id, LocalDate heldOn, boolean passed, String words) {}
