package org.zhuxi.waste.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.waste.Closure;
import org.zhuxi.waste.OpeningWindow;
import org.zhuxi.waste.StationView;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.Timetable;
import org.zhuxi.waste.WastePermissions;
import org.zhuxi.waste.WasteRefused;

/** One station at the office: when it is open, now and later. */
@Controller
class StationPages {

    private final Stations stations;

    StationPages(Stations stations) {
        this.stations = stations;
    }

    @GetMapping("/work/stations/{site}")
    ModelAndView station(Actor actor, @PathVariable UUID site) {
        return show(actor, stations.get(site), null, FormProblem.NONE);
    }

    @PostMapping("/work/stations/{site}/windows")
    ModelAndView setWindows(Actor actor, @PathVariable UUID site, @RequestParam MultiValueMap<String, String> fields) {
        var view = stations.get(site);
        var form = TimetableForm.read(fields);
        try {
            var timetable = form.toTimetable();
            stations.setWindows(actor, view.station().ref(), timetable.validFrom(), timetable.windows());
            return back(site);
        } catch (WasteRefused refused) {
            return refused(actor, view, form, refused);
        }
    }

    @PostMapping("/work/stations/{site}/closures")
    ModelAndView close(Actor actor, @PathVariable UUID site, @RequestParam String day, @RequestParam String reason) {
        var view = stations.get(site);
        try {
            stations.close(actor, view.station().ref(), new Closure(TimetableForm.day("day", day), reason));
            return back(site);
        } catch (WasteRefused refused) {
            return refused(actor, view, null, refused)
                    .addObject("closureDay", day)
                    .addObject("closureReason", reason);
        }
    }

    @PostMapping("/work/stations/{site}/closures/{day}/removal")
    ModelAndView reopen(Actor actor, @PathVariable UUID site, @PathVariable LocalDate day) {
        stations.reopen(actor, stations.get(site).station().ref(), day);
        return back(site);
    }

    private static ModelAndView back(UUID site) {
        return new ModelAndView("redirect:/work/stations/" + site);
    }

    private static ModelAndView refused(
            Actor actor, StationView view, @Nullable TimetableForm form, WasteRefused refused) {
        var page = show(actor, view, form, new FormProblem(refused.problem()));
        page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
        return page;
    }

    private static ModelAndView show(Actor actor, StationView view, @Nullable TimetableForm form, FormProblem problem) {
        var page = new ModelAndView("waste/station");
        page.addObject("view", view);
        page.addObject("form", form == null ? preset(view) : form);
        page.addObject("problem", problem);
        page.addObject("closureDay", "");
        page.addObject("closureReason", "");
        page.addObject(
                "editable",
                actor.may(
                        WastePermissions.MANAGE_STATIONS, view.station().site().path()));
        return page;
    }

    /** The windows of today from tomorrow on; for a station without any, the usual morning and evening from today on. */
    private static TimetableForm preset(StationView view) {
        return view.hours()
                .timetableOn(view.today())
                .map(Timetable::windows)
                .map(windows -> TimetableForm.of(view.today().plusDays(1), windows))
                .orElseGet(() -> TimetableForm.of(
                        view.today(),
                        java.util.List.of(
                                OpeningWindow.of(OpeningWindow.everyDay(), "07:00", "09:00"),
                                OpeningWindow.of(OpeningWindow.everyDay(), "18:00", "20:00"))));
    }
}
