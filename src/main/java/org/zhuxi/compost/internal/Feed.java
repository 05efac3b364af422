package org.zhuxi.compost.internal;

import org.springframework.stereotype.Component;
import org.zhuxi.indicator.MeasureFeed;

/** What sites treated and made, down to one entry of the log. */
@Component
class Feed implements MeasureFeed {

    @Override
    public String view() {
        return "compost.v_measure_row";
    }
}
