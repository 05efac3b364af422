package org.zhuxi.assessment.internal.cycle;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.activity.EvidenceResponse;
import org.zhuxi.assessment.AnswerSide;
import org.zhuxi.assessment.AssessmentCounts;
import org.zhuxi.assessment.AssessmentFilter;
import org.zhuxi.assessment.AssessmentState;
import org.zhuxi.assessment.Assessments;
import org.zhuxi.assessment.CommunityAssessment;
import org.zhuxi.assessment.Cycle;
import org.zhuxi.assessment.CycleCount;
import org.zhuxi.assessment.CyclePermissions;
import org.zhuxi.assessment.Cycles;
import org.zhuxi.assessment.Objections;
import org.zhuxi.assessment.SampleDraws;
import org.zhuxi.assessment.Standards;
import org.zhuxi.assessment.Title;
import org.zhuxi.assessment.Titles;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.PlaceNames;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Links;

/** What everybody sees of assessments: rates by place, notices, and each community that was proposed, down to its evidence. */
@Controller
@RequestMapping("/assessments")
public class PublicPages {

    private static final int PAGE = 30;
    private static final int CSV_PAGE = 1_000;

    private final Cycles cycles;
    private final Assessments assessments;
    private final AssessmentCounts counts;
    private final Objections objections;
    private final Titles titles;
    private final SampleDraws samples;
    private final Standards standards;
    private final Sheets sheets;
    private final Mover mover;
    private final QueueRows rows;
    private final WorkPlaces places;
    private final PlaceNames placeNames;
    private final EvidenceFiles files;
    private final Clock clock;

    PublicPages(
            Cycles cycles,
            Assessments assessments,
            AssessmentCounts counts,
            Objections objections,
            Titles titles,
            SampleDraws samples,
            Standards standards,
            Sheets sheets,
            Mover mover,
            QueueRows rows,
            WorkPlaces places,
            PlaceNames placeNames,
            EvidenceFiles files,
            Clock clock) {
        this.cycles = cycles;
        this.assessments = assessments;
        this.counts = counts;
        this.objections = objections;
        this.titles = titles;
        this.samples = samples;
        this.standards = standards;
        this.sheets = sheets;
        this.mover = mover;
        this.rows = rows;
        this.places = places;
        this.placeNames = placeNames;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable UUID after) {
        var at = places.open(place);
        var found = cycles.list(at.path(), PAGE, after);
        var next = found.next();
        var lines = found.items().stream()
                .map(cycle -> new CycleLine(
                        cycle,
                        counts.count(cycle.id(), cycle.path(), clock.instant()).getFirst()))
                .toList();
        var held = titles.list(at.path(), PAGE, null).items();
        return new ModelAndView("assessment/cycle-public")
                .addObject("place", at)
                .addObject("lines", lines)
                .addObject("titles", held)
                .addObject(
                        "names",
                        placeNames.namesOf(held.stream().map(Title::path).collect(Collectors.toSet())))
                .addObject("next", next == null ? "" : Links.to("/assessments", "place", at.code(), "after", next));
    }

    /** A cycle with what it comes to. */
    public record CycleLine(Cycle cycle, CycleCount count) {}

    @GetMapping("/cycles/{id}")
    ModelAndView cycle(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable UUID after) {
        var cycle = cycles.get(id);
        var at = places.open(place == null || place.isBlank() ? cycle.jurisdiction() : place);
        if (!cycle.path().contains(at.path())) {
            throw new Refused.NotFound(at.code());
        }
        var found = assessments.list(Actor.VISITOR, new AssessmentFilter(at.path(), id, null, "", true), PAGE, after);
        var next = found.next();
        var path = "/assessments/cycles/" + id;
        return new ModelAndView("assessment/cycle-rates")
                .addObject("cycle", cycle)
                .addObject("standard", standards.get(cycle.standard(), cycle.standardVersion()))
                .addObject("place", at)
                .addObject("counts", counts.count(id, at.path(), clock.instant()))
                .addObject("criteria", counts.criteria(id, at.path()))
                .addObject("rows", rows.open(found.items()))
                .addObject("samples", samples.list(id))
                .addObject("next", next == null ? "" : Links.to(path, "place", at.code(), "after", next))
                .addObject("csv", Links.to(path + "/csv", "place", at.code()));
    }

    @GetMapping("/cycles/{id}/csv")
    void download(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String place, HttpServletResponse response)
            throws IOException {
        var cycle = cycles.get(id);
        var at = places.open(place == null || place.isBlank() ? cycle.jurisdiction() : place);
        var filter = new AssessmentFilter(at.path(), id, null, "", true);
        var slice = assessments.list(Actor.VISITOR, filter, CSV_PAGE, null);
        try (var csv = QueuePages.AssessmentCsv.begin(response, at.code())) {
            while (true) {
                for (var it : slice.items()) {
                    QueuePages.AssessmentCsv.row(csv, it);
                }
                var next = slice.next();
                if (next == null) {
                    return;
                }
                slice = assessments.list(Actor.VISITOR, filter, CSV_PAGE, UUID.fromString(next));
            }
        }
    }

    /** Everything that is shown to the public now, so that somebody may object. */
    @GetMapping("/notice")
    ModelAndView notice(
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID after) {
        var at = places.open(place);
        var words = Typed.optional("q", q, CommunityAssessment.WORDS);
        var filter = new AssessmentFilter(at.path(), null, AssessmentState.PUBLIC_NOTICE, words, true);
        var found = assessments.list(Actor.VISITOR, filter, PAGE, after);
        var disputed = after != null
                ? List.<CommunityAssessment>of()
                : assessments
                        .list(
                                Actor.VISITOR,
                                new AssessmentFilter(at.path(), null, AssessmentState.OBJECTION, words, true),
                                PAGE,
                                null)
                        .items();
        var next = found.next();
        return new ModelAndView("assessment/cycle-notice")
                .addObject("place", at)
                .addObject("query", words)
                .addObject("rows", rows.open(found.items()))
                .addObject("disputed", rows.open(disputed))
                .addObject("today", sheets.today())
                .addObject(
                        "next",
                        next == null
                                ? ""
                                : Links.to("/assessments/notice", "place", at.code(), "q", words, "after", next));
    }

    @GetMapping("/samples/{id}")
    ModelAndView sample(@PathVariable UUID id) {
        var sample = samples.get(id);
        return new ModelAndView("assessment/cycle-sample")
                .addObject("sample", sample)
                .addObject("cycle", cycles.get(sample.cycle()));
    }

    @GetMapping("/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        var it = assessments.getPublic(id);
        var held = mover.held(it);
        var sheet = sheets.of(it, held.cycle());
        return new ModelAndView("assessment/cycle-community")
                .addObject("it", it)
                .addObject("cycle", held.cycle())
                .addObject("standard", sheet.standard())
                .addObject("name", assessments.nameOf(it))
                .addObject("views", CriterionView.all(sheet, sheets.decisive(sheet), AnswerSide.SELF))
                .addObject("steps", assessments.steps(actor, id))
                .addObject("objections", objections.list(Actor.VISITOR, id))
                .addObject("titles", titles.of(id))
                .addObject("today", sheets.today());
    }

    /** A file that proves a criterion: for everybody when it is public, else for those who may see the assessment. */
    @GetMapping("/{id}/evidence/{evidence}")
    ResponseEntity<Resource> evidence(Actor actor, @PathVariable UUID id, @PathVariable UUID evidence) {
        var held = mover.held(assessments.any(id));
        var it = held.assessment();
        var file = sheets.of(it, held.cycle()).evidence().stream()
                .filter(one -> one.id().equals(evidence))
                .filter(one -> it.isPublic() && one.isPublic() || actor.may(CyclePermissions.READ, it.path()))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(evidence));
        return EvidenceResponse.of(files.of(it.community(), file.sha256()));
    }
}
