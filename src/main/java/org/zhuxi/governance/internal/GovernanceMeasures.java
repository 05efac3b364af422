package org.zhuxi.governance.internal;

import org.springframework.stereotype.Component;
import org.zhuxi.indicator.MeasureFeed;

/** What meetings held and experts' advice add to measures. */
@Component
class GovernanceMeasures implements MeasureFeed {

    @Override
    public String view() {
        return "governance.v_measures";
    }
}
