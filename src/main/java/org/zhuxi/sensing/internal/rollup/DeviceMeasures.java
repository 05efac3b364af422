package org.zhuxi.sensing.internal.rollup;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.MeasureFeed;

/** What devices measured and indicators read: hours of noise meters, and those within the limit. */
@Component
class DeviceMeasures implements MeasureFeed {

    static final String TEMPLATE = "noise";
    static final List<String> MEASURES = List.of("noise.measured.hours", "noise.quiet.hours");

    @Override
    public String view() {
        return "sensing.v_measures";
    }
}
