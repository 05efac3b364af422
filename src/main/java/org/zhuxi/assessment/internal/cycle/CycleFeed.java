package org.zhuxi.assessment.internal.cycle;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.MeasureFeed;

/** How many communities enrolled, attained and were named, for the measures of these names. */
@Component
public class CycleFeed implements MeasureFeed {

    /** The measures it gives. */
    public static final List<String> MEASURES =
            List.of("assessment.enrolled", "assessment.attained", "assessment.named");

    @Override
    public String view() {
        return "assessment.v_measure";
    }
}
