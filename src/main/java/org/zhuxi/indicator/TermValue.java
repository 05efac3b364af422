package org.zhuxi.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a measure adds up to at a place.
 *
 * @param period of the value; the year where the measure is known for years only
 * @param verified null when nothing verified is known, or when it is withheld
 * @param waiting what still waits for verification, or null when nothing does
 * @param records verified records and entries behind it
 * @param places places that report it
 * @param withheld whether too few households or persons are behind it
 */
public record TermValue(
        Measure measure,
        ReportPeriod period,
        @Nullable BigDecimal verified,
        @Nullable BigDecimal waiting,
        Qualifier qualifier,
        long records,
        long places,
        boolean withheld) {}
