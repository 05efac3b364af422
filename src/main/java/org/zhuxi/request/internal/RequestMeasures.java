package org.zhuxi.request.internal;

import org.springframework.stereotype.Component;
import org.zhuxi.indicator.MeasureFeed;

/** What requests add to measures: received, responded, resolved, satisfied, complaints about noise. */
@Component
class RequestMeasures implements MeasureFeed {

    @Override
    public String view() {
        return "request.v_measures";
    }
}
