package org.zhuxi.account.internal.throttle;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests to the API one instance takes. High by default: they stop a program run wild, not a busy one, for a
 * request may carry thousands of records.
 *
 * @param tokenRequestsPerMinute of one token; 0 is without limit
 * @param addressRequestsPerMinute without a token, from one address; 0 is without limit
 */
@ConfigurationProperties("zhuxi.api")
public record ApiSettings(
        @DefaultValue("600000") int tokenRequestsPerMinute,
        @DefaultValue("60000") int addressRequestsPerMinute) {}
