package org.zhuxi.assessment.internal.cycle;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.assessment.AnswerSide;
import org.zhuxi.assessment.AssessmentDecisions;
import org.zhuxi.assessment.AssessmentMove;
import org.zhuxi.assessment.Assessments;
import org.zhuxi.assessment.CyclePermissions;
import org.zhuxi.assessment.CycleRefused;
import org.zhuxi.assessment.Objections;
import org.zhuxi.assessment.Reviews;
import org.zhuxi.assessment.ScoreSheet;
import org.zhuxi.assessment.Title;
import org.zhuxi.assessment.Titles;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.web.Wrong;

/** One assessment before those who review and decide: what each side says beside what the others say. */
@Controller
@RequestMapping("/work/assessments/{id:[0-9a-f-]{36}}")
class ReviewPages {

    private final Assessments assessments;
    private final Reviews reviews;
    private final AssessmentDecisions decisions;
    private final Objections objections;
    private final Titles titles;
    private final Sheets sheets;
    private final Mover mover;

    ReviewPages(
            Assessments assessments,
            Reviews reviews,
            AssessmentDecisions decisions,
            Objections objections,
            Titles titles,
            Sheets sheets,
            Mover mover) {
        this.assessments = assessments;
        this.reviews = reviews;
        this.decisions = decisions;
        this.objections = objections;
        this.titles = titles;
        this.sheets = sheets;
        this.mover = mover;
    }

    @GetMapping
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return page(actor, id, Wrong.nothing());
    }

    private ModelAndView page(Actor actor, UUID id, Wrong wrong) {
        var held = mover.look(actor, id);
        var it = held.assessment();
        var sheet = sheets.of(it, held.cycle());
        var scored = sheets.decisive(sheet);
        return new ModelAndView("assessment/cycle-review")
                .addObject("it", it)
                .addObject("cycle", held.cycle())
                .addObject("standard", sheet.standard())
                .addObject("name", assessments.nameOf(it))
                .addObject("views", CriterionView.all(sheet, scored, sideOf(actor, held)))
                .addObject("scored", scored)
                .addObject(
                        "open",
                        scored.decision() == ScoreSheet.Decision.OPEN
                                ? scored.open().size()
                                : 0)
                .addObject("mayMark", reviews.mayMark(actor, it))
                .addObject(
                        "mayRun", actor.may(CyclePermissions.RUN, held.cycle().path()))
                .addObject("steps", assessments.steps(actor, id))
                .addObject("objections", objections.list(actor, id))
                .addObject("titles", titles.of(id))
                .addObject("moves", assessments.possible(actor, it))
                .addObject("today", sheets.today())
                .addObject("wrong", wrong);
    }

    private static AnswerSide sideOf(Actor actor, Mover.Held held) {
        return held.cycle().levels().stream()
                .filter(level -> level.isOf(actor, held.assessment().path()))
                .max(Comparator.naturalOrder())
                .map(AnswerSide::of)
                .orElse(AnswerSide.SELF);
    }

    @PostMapping("/criteria/{code}")
    ModelAndView mark(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed) {
        var form = new AnswerForm(typed);
        return done(actor, id, "#c-" + code, () -> {
            var held = mover.look(actor, id);
            var criterion = sheets.standard(held.cycle()).criterion(code).orElseThrow(() -> new Refused.NotFound(code));
            reviews.mark(actor, id, code, form.read(criterion, actor.account(), sheets.today()), form.value("comment"));
        });
    }

    @PostMapping("/verification")
    ModelAndView verify(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String criterion,
            @RequestParam(defaultValue = "true") boolean verified) {
        return done(
                actor,
                id,
                criterion == null ? "" : "#c-" + criterion,
                () -> reviews.verify(actor, id, criterion, verified));
    }

    @PostMapping("/review")
    ModelAndView review(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "") String reason) {
        return done(
                actor,
                id,
                "",
                () -> reviews.review(actor, id, Typed.choice("move", AssessmentMove.class, move), reason));
    }

    @PostMapping("/decision")
    ModelAndView decide(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "") String reason) {
        return done(
                actor,
                id,
                "",
                () -> decisions.decide(actor, id, Typed.choice("move", AssessmentMove.class, move), reason));
    }

    @PostMapping("/objections/{objection}/answer")
    ModelAndView answer(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID objection,
            @RequestParam(defaultValue = "false") boolean upheld,
            @RequestParam(defaultValue = "") String answer) {
        return done(actor, id, "#objections", () -> objections.answer(actor, objection, upheld, answer));
    }

    @PostMapping("/titles")
    ModelAndView grant(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String grantedOn,
            @RequestParam(defaultValue = "") String source) {
        return done(actor, id, "#titles", () -> {
            var on = grantedOn.isBlank() ? LocalDate.MIN : Typed.day("grantedOn", grantedOn);
            titles.grant(
                    actor,
                    Ids.next(),
                    id,
                    Typed.choice("kind", Title.Kind.class, kind),
                    on.equals(LocalDate.MIN) ? sheets.today() : on,
                    source,
                    Origin.RECORDED);
        });
    }

    @PostMapping("/titles/{title}/revocation")
    ModelAndView revoke(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID title,
            @RequestParam(defaultValue = "") String reason) {
        return done(actor, id, "#titles", () -> titles.revoke(actor, title, reason));
    }

    /** Tells that one has an interest in the community, and so does not judge it. */
    @PostMapping("/interest")
    ModelAndView declare(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        return done(
                actor,
                id,
                "",
                () -> reviews.declareInterest(actor, assessments.get(actor, id).place(), reason));
    }

    private ModelAndView done(Actor actor, UUID id, String anchor, Runnable act) {
        try {
            act.run();
            return new ModelAndView("redirect:/work/assessments/" + id + anchor);
        } catch (CycleRefused | Mistyped refused) {
            return SelfPages.status(page(actor, id, Wrong.of(refused)), refused);
        }
    }
}
