package org.zhuxi.waste.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.activity.ActivityRefused;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Problem;
import org.zhuxi.waste.Drops;
import org.zhuxi.waste.Inspections;
import org.zhuxi.waste.NewInspection;
import org.zhuxi.waste.Station;
import org.zhuxi.waste.StationView;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.kit.KitRefused;

/** Recording a look into bags. */
@Controller
class InspectionPages {

    private final FieldStations mine;
    private final Drops drops;
    private final Inspections inspections;
    private final UploadedPhotos photos;
    private final Clock clock;

    InspectionPages(FieldStations mine, Drops drops, Inspections inspections, UploadedPhotos photos, Clock clock) {
        this.mine = mine;
        this.drops = drops;
        this.inspections = inspections;
        this.photos = photos;
        this.clock = clock;
    }

    @GetMapping("/field/inspect")
    ModelAndView start(Actor actor, @RequestParam @Nullable UUID station, HttpServletRequest request) {
        var current = mine.current(mine.choices(actor), station, request);
        return current.isEmpty()
                ? new ModelAndView("redirect:/field")
                : show(fresh(current.get()), current.get(), FormProblem.NONE, "");
    }

    @PostMapping("/field/inspect")
    ModelAndView record(
            Actor actor,
            @ModelAttribute InspectionForm form,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            HttpServletRequest request)
            throws IOException {
        var current = mine.current(mine.choices(actor), form.station(), request);
        if (current.isEmpty()) {
            return new ModelAndView("redirect:/field");
        }
        var view = current.get();
        try {
            var repeated = inspections.record(actor, inspection(actor, form, view.station(), photo));
            return show(
                    fresh(view), view, FormProblem.NONE, repeated ? "waste.inspect.repeated" : "waste.inspect.done");
        } catch (WasteRefused | KitRefused | ActivityRefused refused) {
            var problem = refused.problem();
            var kept = problem.kind() == Problem.Kind.CONFLICT ? form.withFreshId() : form;
            var page = show(kept, view, new FormProblem(problem), "");
            page.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
            return page;
        }
    }

    private NewInspection inspection(Actor actor, InspectionForm form, Station station, @Nullable MultipartFile photo)
            throws IOException {
        var card = DropForm.text(form.card());
        HouseholdRef household = card.isBlank()
                ? null
                : drops.identify(actor, station.ref(), card).ref();
        var checked = form.requireChecked();
        var correct = form.requireCorrect();
        var kept = photos.keep(actor, station.ref().community(), photo);
        return new NewInspection(
                Objects.requireNonNullElseGet(form.id(), Ids::next),
                station.ref(),
                household,
                checked,
                correct,
                Objects.requireNonNullElseGet(form.since(), clock::instant),
                DropForm.text(form.note()),
                kept == null ? List.of() : List.of(kept));
    }

    private InspectionForm fresh(StationView view) {
        return InspectionForm.fresh(view.station().site().id(), clock.instant());
    }

    private static ModelAndView show(InspectionForm form, StationView view, FormProblem problem, String done) {
        var page = new ModelAndView("waste/inspect");
        page.addObject("form", form);
        page.addObject("view", view);
        page.addObject("problem", problem);
        page.addObject("done", done);
        return page;
    }
}
