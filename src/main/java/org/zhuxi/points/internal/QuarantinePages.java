package org.zhuxi.points.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Problem;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.points.NewQuarantine;
import org.zhuxi.points.PointsPermissions;
import org.zhuxi.points.PointsRefused;
import org.zhuxi.points.Quarantine;
import org.zhuxi.points.Quarantines;

/** Withholding what a source recorded, in three steps: which time, which source, what it would take; and the second person. */
@Controller
@RequestMapping("/work/points/quarantines")
class QuarantinePages {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LINES = 30;
    private static final int AT_ONCE = 1_000;

    private final Quarantines quarantines;
    private final WorkPlaces work;
    private final Clock clock;

    QuarantinePages(Quarantines quarantines, WorkPlaces work, Clock clock) {
        this.quarantines = quarantines;
        this.work = work;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable UUID after, Model model) {
        var at = work.of(actor, PointsPermissions.QUARANTINE, place);
        model.addAttribute("place", at);
        model.addAttribute("choices", work.choices(actor, PointsPermissions.QUARANTINE));
        model.addAttribute("found", quarantines.list(actor, at.path(), LINES, after));
        return "points/quarantines";
    }

    @GetMapping("/new")
    String choose(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            @RequestParam @Nullable String recorder,
            Model model,
            HttpServletResponse response) {
        return page(actor, QuarantineForm.of(place, from, to, recorder, null), null, model, response);
    }

    @PostMapping
    String open(
            Actor actor,
            @RequestParam @Nullable UUID id,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            @RequestParam @Nullable String recorder,
            @RequestParam @Nullable String reason,
            Model model,
            HttpServletResponse response) {
        var form = QuarantineForm.of(place, from, to, recorder, reason);
        try {
            var opened = quarantines.open(
                    actor,
                    new NewQuarantine(
                            Forms.id(id),
                            form.place(),
                            form.source(),
                            form.start(),
                            form.end(),
                            form.reason(),
                            Origin.RECORDED));
            return "redirect:/work/points/quarantines/" + opened.id();
        } catch (PointsRefused refused) {
            return page(actor, form, refused.problem(), model, response);
        }
    }

    @GetMapping("/{id}")
    String show(Actor actor, @PathVariable UUID id, @RequestParam @Nullable UUID after, Model model) {
        return page(actor, id, after, null, "", model);
    }

    @PostMapping("/{id}/decision")
    String decide(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Quarantine.Decision decision,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        try {
            quarantines.decide(actor, id, decision, note);
            return "redirect:/work/points/quarantines/" + id;
        } catch (PointsRefused refused) {
            response.setStatus(refused.problem().kind().status());
            return page(actor, id, null, refused.problem(), note, model);
        }
    }

    @GetMapping("/{id}/items.csv")
    void csv(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        var page = quarantines.items(actor, id, AT_ONCE, null);
        try (var csv = CsvTable.download(
                response,
                "quarantine-" + id,
                "activity",
                "household",
                "kind",
                "day",
                "state",
                "points",
                "withheld",
                "taken_back",
                "owed")) {
            while (true) {
                for (var item : page.items()) {
                    csv.row(
                            item.activity(),
                            item.household(),
                            item.kind(),
                            item.day(),
                            item.state(),
                            item.points(),
                            item.withheld(),
                            item.takenBack(),
                            item.owed());
                }
                if (page.next() == null) {
                    return;
                }
                page = quarantines.items(actor, id, AT_ONCE, UUID.fromString(page.next()));
            }
        }
    }

    private String page(
            Actor actor, QuarantineForm typed, @Nullable Problem problem, Model model, HttpServletResponse response) {
        work.of(actor, PointsPermissions.QUARANTINE, null);
        var form = typed.from().isEmpty() ? lastWeek(actor, typed) : typed;
        var shown = problem;
        model.addAttribute("sources", List.of());
        model.addAttribute("preview", null);
        model.addAttribute("sourceName", "");
        if (!form.place().isEmpty()) {
            try {
                look(actor, form, model);
            } catch (PointsRefused refused) {
                shown = problem == null ? refused.problem() : problem;
            }
        }
        if (shown != null) {
            response.setStatus(shown.kind().status());
        }
        model.addAttribute("form", form);
        model.addAttribute("problem", shown);
        model.addAttribute("newId", Ids.next());
        return "points/quarantine-new";
    }

    private void look(Actor actor, QuarantineForm form, Model model) {
        if (form.recorder().isEmpty()) {
            model.addAttribute("sources", quarantines.sources(actor, form.place(), form.start(), form.end()));
        } else {
            var preview = quarantines.preview(actor, form.place(), form.source(), form.start(), form.end());
            model.addAttribute("preview", preview);
            model.addAttribute("sourceName", quarantines.nameOf(form.source()));
        }
    }

    private QuarantineForm lastWeek(Actor actor, QuarantineForm typed) {
        // a minute on, so that what has just been recorded is in it
        var now = LocalDateTime.now(clock.withZone(ZONE))
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(1);
        var place = typed.place().isEmpty() ? work.onlyCommunity(actor, PointsPermissions.QUARANTINE) : typed.place();
        return new QuarantineForm(place, now.minusDays(7).toString(), now.toString(), typed.recorder(), typed.reason());
    }

    private String page(
            Actor actor, UUID id, @Nullable UUID after, @Nullable Problem problem, String note, Model model) {
        var quarantine = quarantines.get(actor, id);
        var decider = quarantine.decidedBy();
        model.addAttribute("quarantine", quarantine);
        model.addAttribute("counts", quarantines.counts(actor, id));
        model.addAttribute("items", quarantines.items(actor, id, LINES, after));
        model.addAttribute("source", quarantines.nameOf(quarantine.recorder()));
        model.addAttribute("opener", quarantines.nameOf(quarantine.openedBy()));
        model.addAttribute("decider", decider == null ? "" : quarantines.nameOf(decider));
        model.addAttribute(
                "mayDecide",
                quarantine.state() == Quarantine.State.WITHHELD && quarantine.mayBeDecidedBy(actor.account()));
        model.addAttribute("problem", problem);
        model.addAttribute("note", note);
        return "points/quarantine";
    }
}
