package org.zhuxi.portal.opendata;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Under which terms the open data may be used.
 *
 * @param licence its short name
 * @param licenceUrl where it is written down
 * @param attribution whom users have to name
 */
@ConfigurationProperties("zhuxi.open-data")
public record OpenDataSettings(
        @DefaultValue("CC BY 4.0") String licence,

        @DefaultValue("https://creativecommons.org/licenses/by/4.0/")
        String licenceUrl,

        @DefaultValue("竹西 Zhuxi") String attribution) {}
