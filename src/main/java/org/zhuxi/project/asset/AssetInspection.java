package org.zhuxi.project.asset;

import java.time.LocalDate;
import java.util.UUID;

/** Somebody looked. */
public record AssetInspection(UUID id, LocalDate on, Condition condition, String words) {}
