package org.zhuxi.sensing.retention;

import java.util.UUID;
import org.zhuxi.kernel.Origin;

/**
 * A rule that is declared; see {@link RetentionRule}.
 *
 * @param id made by whoever declares it; the same again changes nothing
 * @param place code of a community or of a place in it
 */
public record NewRetentionRule(UUID id, String place, String template, String device, int keepDays, Origin origin) {}
