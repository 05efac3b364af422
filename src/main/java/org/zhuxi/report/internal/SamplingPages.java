package org.zhuxi.report.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.report.ReportPermissions;
import org.zhuxi.report.Sampling;

/** Draws for inspection in the office, for people and for programs. */
@Controller
class SamplingPages {

    private static final String PATH = "/office/sampling";

    private final Sampling sampling;
    private final ReportPlaces places;

    SamplingPages(Sampling sampling, ReportPlaces places) {
        this.sampling = sampling;
        this.places = places;
    }

    @GetMapping(PATH)
    ModelAndView show(
            Actor actor, @RequestParam @Nullable String place, @RequestParam(defaultValue = "") String cycle) {
        return new ModelAndView("report/sampling").addObject("view", open(actor, place, cycle));
    }

    private Sampling.View open(Actor actor, @Nullable String place, String cycle) {
        return sampling.open(actor, places.of(actor, ReportPermissions.OVERSEE, place), cycle(cycle));
    }

    private static @Nullable UUID cycle(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(typed.strip());
        } catch (IllegalArgumentException e) {
            throw new Refused.NotFound(typed);
        }
    }

    @GetMapping(PATH + "/csv")
    void csv(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String cycle,
            HttpServletResponse response)
            throws IOException {
        var view = open(actor, place, cycle);
        try (var csv = CsvTable.download(
                response,
                "sampling-" + view.place().code(),
                "draw",
                "commitment",
                "seed",
                "drawn_at",
                "order",
                "place",
                "name_zh",
                "name_en",
                "state",
                "site_checks")) {
            for (var draw : view.draws()) {
                for (var one : draw.drawn()) {
                    csv.row(
                            draw.sample().id(),
                            draw.sample().commitment(),
                            draw.sample().seed(),
                            draw.sample().drawnAt(),
                            one.community().order(),
                            one.community().place(),
                            one.name().zh(),
                            one.name().en(),
                            one.community().state(),
                            one.community().checks());
                }
            }
        }
    }

    record DrawnJson(int order, UUID assessment, String place, Names name, String state, long siteChecks) {}

    /** @param seed left out until it is drawn */
    record DrawJson(
            UUID id,
            int size,
            String commitment,
            @Nullable String seed,
            Instant committedAt,
            @Nullable Instant drawnAt,
            List<DrawnJson> drawn) {

        static DrawJson of(Sampling.Draw draw) {
            var sample = draw.sample();
            return new DrawJson(
                    sample.id(),
                    sample.size(),
                    sample.commitment(),
                    sample.seed(),
                    sample.committedAt(),
                    sample.drawnAt(),
                    draw.drawn().stream()
                            .map(one -> new DrawnJson(
                                    one.community().order(),
                                    one.community().assessment(),
                                    one.community().place(),
                                    one.name(),
                                    one.community().state().name(),
                                    one.community().checks()))
                            .toList());
        }
    }

    record SamplingJson(String place, @Nullable UUID cycle, List<DrawJson> draws) {}

    @GetMapping("/api/v1" + PATH)
    @ResponseBody
    SamplingJson draws(
            Actor actor, @RequestParam @Nullable String place, @RequestParam(defaultValue = "") String cycle) {
        var view = open(actor, place, cycle);
        var chosen = view.cycle();
        return new SamplingJson(
                view.place().code(),
                chosen == null ? null : chosen.id(),
                view.draws().stream().map(DrawJson::of).toList());
    }
}
