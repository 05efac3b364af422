package org.zhuxi.waste.internal.chain;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.waste.WastePermissions;
import org.zhuxi.waste.chain.Hotspot;
import org.zhuxi.waste.chain.Hotspots;

/** Contamination hot spots for programs. */
@RestController
class HotspotsApi {

    private final Hotspots hotspots;
    private final WorkPlaces work;
    private final Clock clock;

    HotspotsApi(Hotspots hotspots, WorkPlaces work, Clock clock) {
        this.hotspots = hotspots;
        this.work = work;
        this.clock = clock;
    }

    /** Percentages are of drops graded and bags checked; low and high are the ends of the Wilson interval at 95 %. */
    record SpotJson(
            String place,
            Names name,
            long mixed,
            long looks,
            BigDecimal percent,
            BigDecimal lowPercent,
            BigDecimal highPercent,
            boolean standsOut) {

        static SpotJson of(Hotspot it) {
            return new SpotJson(
                    it.line().code(),
                    it.line().name(),
                    it.mixed(),
                    it.looks(),
                    it.percent(),
                    it.lowPercent(),
                    it.highPercent(),
                    it.stands());
        }
    }

    record ReportJson(String month, List<SpotJson> ranked, int withheld) {}

    @GetMapping("/api/v1/waste/hotspots")
    ReportJson read(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable String month) {
        var at = work.of(actor, WastePermissions.READ_ACCURACY, place);
        var asked = BalancePages.month(month, clock);
        var report = hotspots.read(actor, at.path(), asked);
        return new ReportJson(
                asked.toString(), report.ranked().stream().map(SpotJson::of).toList(), report.withheld());
    }
}
