package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bin, windrow or vessel of a site.
 *
 * @param code what is painted on it, such as 3号箱
 * @param litres volume
 * @param probes how many points are measured: core, edge, base in this order
 * @param retiredOn since when it is not used any more, or null
 */
public record CompostUnit(
        UUID id,
        SiteRef site,
        String code,
        Method method,
        BigDecimal litres,
        int probes,
        @Nullable LocalDate retiredOn) {}
