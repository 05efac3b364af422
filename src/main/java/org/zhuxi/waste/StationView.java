package org.zhuxi.waste;

import java.time.LocalDate;

/**
 * A station as it stands at a moment.
 *
 * @param today the local day of that moment
 * @param hours all that is known about when it is open
 * @param opening whether it is open at that moment
 */
public record StationView(Station station, LocalDate today, OpeningHours hours, Opening opening) {}
