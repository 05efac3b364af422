package org.zhuxi.sensing.meter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reading that a phone kept until there was a line, of a meter that is known or that hangs in somebody's home.
 *
 * @param id made on the phone; the same again changes nothing
 * @param account who read it
 * @param meter null where only the door is known
 * @param door card code of the household or code of its dwelling; empty where the meter is known
 * @param kind of the meter in that home; null where the meter is known
 * @param day as the day began
 * @param value in the unit of the meter's kind
 * @param isRolledOver whether the meter passed zero since the reading before
 */
public record MeterEntry(
        UUID id,
        UUID account,
        @Nullable UUID meter,
        String door,
        @Nullable MeterKind kind,
        LocalDate day,
        BigDecimal value,
        boolean isRolledOver) {}
