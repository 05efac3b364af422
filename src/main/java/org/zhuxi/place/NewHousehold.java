package org.zhuxi.place;

import java.time.LocalDate;
import java.util.UUID;
import org.zhuxi.kernel.Origin;

/**
 * A household that moves into a dwelling.
 *
 * @param id made by the caller ({@link org.zhuxi.kernel.Ids}), so that a retry meets its first attempt
 * @param dwelling code of the dwelling
 * @param persons 0 to 99; 0 when not known
 * @param since day of moving in, or the first day known
 */
public record NewHousehold(UUID id, String dwelling, int persons, LocalDate since, Origin origin) {}
