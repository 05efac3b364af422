package org.zhuxi.indicator.internal;

import org.jspecify.annotations.Nullable;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.platform.web.Links;

/** Addresses of this module's pages. */
public final class IndicatorLinks {

    private IndicatorLinks() {}

    /** @param period null for the latest */
    public static String indicator(String code, String place, @Nullable ReportPeriod period) {
        return Links.to("/indicators/" + code, "place", place, "period", period == null ? "" : period.code());
    }
}
