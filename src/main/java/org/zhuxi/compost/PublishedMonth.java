package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;

/** A month of a site as it was published; masses in kg. */
public record PublishedMonth(
        SiteRef site, YearMonth month, int entries, BigDecimal treatedKg, BigDecimal madeKg, Instant publishedAt) {}
