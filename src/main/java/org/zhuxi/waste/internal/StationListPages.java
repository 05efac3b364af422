package org.zhuxi.waste.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.PlacePermissions;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.waste.OpeningWindow;
import org.zhuxi.waste.StationView;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.WastePermissions;
import org.zhuxi.waste.WasteRefused;

/** The stations of a place at the office: list, download, add. */
@Controller
class StationListPages {

    private static final int PAGE = 50;
    private static final int FILE_PAGE = 500;

    private final Stations stations;
    private final WorkPlaces work;

    StationListPages(Stations stations, WorkPlaces work) {
        this.stations = stations;
        this.work = work;
    }

    @GetMapping("/work/stations")
    ModelAndView list(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable String after) {
        var at = work.of(actor, WastePermissions.READ_ACCURACY, place);
        var page = new ModelAndView("waste/stations");
        page.addObject("place", at);
        page.addObject("stations", stations.list(at.path(), PAGE, after));
        page.addObject("mayAdd", mayAdd(actor));
        return page;
    }

    private static boolean mayAdd(Actor actor) {
        return actor.mayAnywhere(WastePermissions.MANAGE_STATIONS) && actor.mayAnywhere(PlacePermissions.MANAGE);
    }

    @GetMapping("/work/stations.csv")
    void download(Actor actor, @RequestParam @Nullable String place, HttpServletResponse response) throws IOException {
        var at = work.of(actor, WastePermissions.READ_ACCURACY, place);
        var columns = new String[] {
            "code", "name", "name_en", "accepted", "weighs", "windows_today", "open_now", "next_opening", "origin"
        };
        try (var csv = CsvTable.download(response, "stations-" + at.code(), columns)) {
            String after = null;
            do {
                var slice = stations.list(at.path(), FILE_PAGE, after);
                for (var view : slice.items()) {
                    csv.row(cells(view));
                }
                after = slice.next();
            } while (after != null);
        }
    }

    private static Object[] cells(StationView view) {
        var station = view.station();
        return new Object[] {
            station.site().code(),
            station.site().name().zh(),
            station.site().name().en(),
            station.accepted().stream().sorted().map(WasteClass::code).collect(Collectors.joining(" ")),
            station.weighs(),
            view.hours().windowsOn(view.today()).stream()
                    .map(OpeningWindow::times)
                    .collect(Collectors.joining(" ")),
            view.opening().state(),
            view.opening().next(),
            station.origin()
        };
    }

    @GetMapping("/work/stations/new")
    ModelAndView blank(Actor actor) {
        var at = work.of(actor, WastePermissions.MANAGE_STATIONS, null);
        var all = java.util.Arrays.stream(WasteClass.values())
                .map(WasteClass::code)
                .collect(Collectors.toSet());
        return show(new StationForm(at.code(), "", "", all, true, ""), FormProblem.NONE);
    }

    @PostMapping("/work/stations")
    ModelAndView add(Actor actor, @ModelAttribute StationForm form) {
        try {
            var ref = stations.add(actor, form.toStation());
            return new ModelAndView("redirect:/work/stations/" + ref.site());
        } catch (WasteRefused | Refused.NotFound refused) {
            var page = show(form, new FormProblem(refused.problem()));
            page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
            return page;
        }
    }

    private static ModelAndView show(StationForm form, FormProblem problem) {
        return new ModelAndView("waste/station-new").addObject("form", form).addObject("problem", problem);
    }
}
