package org.zhuxi.compost;

import java.time.YearMonth;

/**
 * How far a programme reaches.
 *
 * @param cities at prefecture level, by the first four digits of their communities' codes
 * @param provinces by the first two digits
 * @param month the one that ended last
 * @param reported sites that have published it; the others are left blank and never counted as zero
 */
public record CompostProgramme(String name, long sites, long cities, long provinces, YearMonth month, long reported) {}
