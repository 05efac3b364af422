package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A bucket of the site on the scale.
 *
 * @param material code of a feedstock
 * @param litres volume of what was in it
 */
public record Weighing(
        UUID id, String material, BigDecimal grossKg, BigDecimal tareKg, BigDecimal litres, LocalDate day) {}
