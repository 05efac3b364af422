package org.zhuxi.waste.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.waste.Accuracy;
import org.zhuxi.waste.AccuracyLine;
import org.zhuxi.waste.SortingTally;
import org.zhuxi.waste.WasteRefused;

/** Sorting accuracy for programs. */
@RestController
class AccuracyApi {

    private final Accuracy accuracy;
    private final WorkPlaces work;

    AccuracyApi(Accuracy accuracy, WorkPlaces work) {
        this.accuracy = accuracy;
        this.work = work;
    }

    /** @param percent 0 to 100; missing when nothing was looked at */
    record TallyJson(long right, long looks, @Nullable BigDecimal percent) {

        static TallyJson of(SortingTally tally) {
            return new TallyJson(tally.right(), tally.looks(), tally.percent().orElse(null));
        }
    }

    /**
     * @param changeInPercentagePoints against the month before; missing when either month has no figure
     * @param withheld whether numbers are left out because they would single out fewer than five households
     */
    record LineJson(
            String place,
            Names name,
            @Nullable Long households,
            @Nullable TallyJson verified,
            @Nullable TallyJson provisional,
            @Nullable BigDecimal changeInPercentagePoints,
            boolean withheld) {

        static LineJson of(AccuracyLine line) {
            return line.suppressed()
                    ? new LineJson(line.code(), line.name(), null, null, null, null, true)
                    : new LineJson(
                            line.code(),
                            line.name(),
                            line.households(),
                            TallyJson.of(line.verified()),
                            TallyJson.of(line.provisional()),
                            line.trend().orElse(null),
                            false);
        }
    }

    /** A place and its parts. */
    record ReportJson(String month, LineJson whole, List<LineJson> parts) {}

    @GetMapping("/api/v1/waste/accuracy")
    ReportJson accuracy(Actor actor, @RequestParam String place, @RequestParam String month) {
        var report = accuracy.read(actor, work.named(place).path(), month(month));
        return new ReportJson(
                report.month().toString(),
                LineJson.of(report.whole()),
                report.parts().stream().map(LineJson::of).toList());
    }

    private static YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException e) {
            throw new WasteRefused.Unreadable("month", "month-unreadable", typed);
        }
    }
}
