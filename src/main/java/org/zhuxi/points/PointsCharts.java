package org.zhuxi.points;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Timeline;
import org.zhuxi.platform.web.Chart;
import org.zhuxi.platform.web.ChartPoint;
import org.zhuxi.platform.web.ChartSeries;
import org.zhuxi.platform.web.Measure;
import org.zhuxi.points.internal.EarnedReader;

/** Points over time as charts. */
@Service
public class PointsCharts {

    private static final Names EARNED = new Names("我家挣到的积分", "Points we earned");
    private static final Measure POINTS = new Measure(new Names("分", "points"), 0, false);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final EarnedReader earned;
    private final Clock clock;

    PointsCharts(EarnedReader earned, Clock clock) {
        this.earned = earned;
        this.clock = clock;
    }

    /**
     * What a household earned month by month, less what was taken back; for its members.
     *
     * @throws Refused.Forbidden when the actor belongs to another
     */
    @Transactional(readOnly = true)
    public Chart earned(Actor actor, HouseholdRef household) {
        if (!actor.actsFor(household, PointsPermissions.READ.scope())) {
            throw new Refused.Forbidden(PointsPermissions.READ.code());
        }
        return Chart.fitting(LocalDate.now(clock.withZone(ZONE)), timeline -> earned(household, timeline));
    }

    private Chart earned(HouseholdRef household, Timeline timeline) {
        var points = new HashMap<LocalDate, ChartPoint>();
        earned.read(household, timeline)
                .forEach((start, sum) -> points.put(start, ChartPoint.of(BigDecimal.valueOf(sum), false)));
        return new Chart(
                "points",
                Chart.Form.BARS,
                EARNED,
                POINTS,
                timeline,
                List.of(ChartSeries.of("points", EARNED, timeline, points)),
                "/me/charts/points.csv?household=" + household.id());
    }
}
