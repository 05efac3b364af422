package org.zhuxi.sensing.meter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Origin;

/**
 * A meter that is added.
 *
 * @param id made by whoever adds it; the same again changes nothing
 * @param place code of the dwelling whose household it serves, or of a building, site or community
 * @param isOfHousehold whether it belongs to the household that lives there now
 * @param capacity the reading at which it begins again at zero; null when not known
 */
public record NewMeter(
        UUID id,
        MeterKind kind,
        String place,
        boolean isOfHousehold,
        String name,
        @Nullable BigDecimal capacity,
        LocalDate since,
        Origin origin) {}
