package org.zhuxi.waste.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.table.TableWriter;
import org.zhuxi.waste.Accuracy;
import org.zhuxi.waste.AccuracyLine;
import org.zhuxi.waste.SortingCharts;
import org.zhuxi.waste.WastePermissions;
import org.zhuxi.waste.WasteRefused;

/** How accurately a place sorts: its communities or buildings, and the households of a building for those who serve them. */
@Controller
class AccuracyPages {

    private static final int PAGE = 100;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String[] COLUMNS = {
        "month",
        "code",
        "name",
        "name_en",
        "households",
        "verified_right",
        "verified_looks",
        "verified_percent",
        "provisional_right",
        "provisional_looks",
        "change_percentage_points",
        "withheld"
    };

    private final Accuracy accuracy;
    private final SortingCharts charts;
    private final WorkPlaces work;
    private final Clock clock;

    AccuracyPages(Accuracy accuracy, SortingCharts charts, WorkPlaces work, Clock clock) {
        this.accuracy = accuracy;
        this.charts = charts;
        this.work = work;
        this.clock = clock;
    }

    @GetMapping("/work/accuracy")
    ModelAndView accuracy(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String month,
            @RequestParam @Nullable String after) {
        var at = work.of(actor, WastePermissions.READ_ACCURACY, place);
        var asked = month(month);
        var page = new ModelAndView("waste/accuracy");
        page.addObject("place", at);
        page.addObject("month", asked);
        page.addObject("report", accuracy.read(actor, at.path(), asked));
        page.addObject("chart", charts.accuracy(actor, at.path(), at.code()));
        page.addObject("households", households(actor, at, asked, after));
        page.addObject("mayDrill", actor.may(WastePermissions.READ_HOUSEHOLD_ACCURACY, at.path()));
        return page;
    }

    @GetMapping("/work/accuracy.csv")
    void download(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String month,
            HttpServletResponse response)
            throws IOException {
        var at = work.of(actor, WastePermissions.READ_ACCURACY, place);
        var asked = month(month);
        var report = accuracy.read(actor, at.path(), asked);
        try (var csv = CsvTable.download(response, "accuracy-" + at.code() + "-" + asked, COLUMNS)) {
            print(csv, asked, List.of(report.whole()));
            if (isDrill(actor, at)) {
                printHouseholds(csv, actor, at, asked);
            } else {
                print(csv, asked, report.parts());
            }
        }
    }

    private void printHouseholds(TableWriter csv, Actor actor, Place at, YearMonth month) throws IOException {
        String after = null;
        do {
            var slice = accuracy.households(actor, at.path(), month, PAGE, after);
            print(csv, month, slice.items());
            after = slice.next();
        } while (after != null);
    }

    private static void print(TableWriter csv, YearMonth month, List<AccuracyLine> lines) throws IOException {
        for (var line : lines) {
            csv.row(
                    month,
                    line.code(),
                    line.name().zh(),
                    line.name().en(),
                    line.suppressed() ? null : line.households(),
                    line.suppressed() ? null : line.verified().right(),
                    line.suppressed() ? null : line.verified().looks(),
                    line.verified().percent().orElse(null),
                    line.suppressed() ? null : line.provisional().right(),
                    line.suppressed() ? null : line.provisional().looks(),
                    line.trend().orElse(null),
                    line.suppressed());
        }
    }

    private Slice<AccuracyLine> households(Actor actor, Place at, YearMonth month, @Nullable String after) {
        return isDrill(actor, at)
                ? accuracy.households(actor, at.path(), month, PAGE, after)
                : new Slice<>(List.of(), null);
    }

    private static boolean isDrill(Actor actor, Place at) {
        return at.kind() == PlaceKind.BUILDING && actor.may(WastePermissions.READ_HOUSEHOLD_ACCURACY, at.path());
    }

    private YearMonth month(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return YearMonth.now(clock.withZone(ZONE));
        }
        try {
            return YearMonth.parse(typed.strip());
        } catch (DateTimeException e) {
            throw new WasteRefused.Unreadable("month", "month-unreadable", typed);
        }
    }
}
