package org.zhuxi.sensing.meter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.zhuxi.kernel.Origin;

/**
 * What a meter showed.
 *
 * @param id made by whoever reads it; the same again changes nothing
 * @param day as the day began
 * @param value in the unit of the meter's kind
 * @param isRolledOver whether the meter passed zero since the reading before
 */
public record MeterReading(UUID id, UUID meter, LocalDate day, BigDecimal value, boolean isRolledOver, Origin origin) {}
