package org.zhuxi.project.internal;

import org.springframework.stereotype.Component;
import org.zhuxi.indicator.MeasureFeed;

/** What inspections, accepted projects, their money and products add to measures. */
@Component
class ProjectMeasures implements MeasureFeed {

    @Override
    public String view() {
        return "project.v_measures";
    }
}
