package org.zhuxi.sensing.tap;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Origin;

/**
 * A tap that is declared; see {@link Tap}.
 *
 * @param id made by whoever declares it; the same again changes nothing
 * @param device code of the device
 * @param since null for today
 */
public record NewTap(
        UUID id,
        String device,
        String quantity,
        String kind,
        Reckoning reckoning,
        @Nullable LocalDate since,
        Origin origin) {}
