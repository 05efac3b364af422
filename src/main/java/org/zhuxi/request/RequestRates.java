package org.zhuxi.request;

/**
 * How requests were done, as counts; rates are reckoned from these and never averaged.
 *
 * @param handled somebody got in touch, or the day for it has passed
 * @param responded somebody got in touch in time
 * @param called somebody was reached at the call-back and said whether it is resolved
 * @param rated said whether satisfied
 * @param satisfied or basically satisfied
 */
public record RequestRates(
        long received,
        long open,
        long late,
        long handled,
        long responded,
        long called,
        long resolved,
        long rated,
        long satisfied) {}
