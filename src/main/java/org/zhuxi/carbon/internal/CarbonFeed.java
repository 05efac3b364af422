package org.zhuxi.carbon.internal;

import org.springframework.stereotype.Component;
import org.zhuxi.indicator.MeasureFeed;

/** Published statements feed the indicators. */
@Component
class CarbonFeed implements MeasureFeed {

    @Override
    public String view() {
        return "carbon.v_measure";
    }
}
