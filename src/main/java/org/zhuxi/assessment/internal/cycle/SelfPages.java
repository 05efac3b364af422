package org.zhuxi.assessment.internal.cycle;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.activity.ActivityRefused;
import org.zhuxi.assessment.AnswerSide;
import org.zhuxi.assessment.Assessments;
import org.zhuxi.assessment.CyclePermissions;
import org.zhuxi.assessment.CycleRefused;
import org.zhuxi.assessment.EvidenceKind;
import org.zhuxi.assessment.SelfAssessments;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.web.Wrong;

/** The page on which a community says how it stands, criterion by criterion. */
@Controller
@RequestMapping("/work/assessment/{id}")
class SelfPages {

    private final Assessments assessments;
    private final SelfAssessments self;
    private final Sheets sheets;
    private final Mover mover;

    SelfPages(Assessments assessments, SelfAssessments self, Sheets sheets, Mover mover) {
        this.assessments = assessments;
        this.self = self;
        this.sheets = sheets;
        this.mover = mover;
    }

    @GetMapping
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return page(actor, id, Wrong.nothing());
    }

    private ModelAndView page(Actor actor, UUID id, Wrong wrong) {
        return page(actor, id, wrong, UnaryOperator.identity());
    }

    private ModelAndView page(Actor actor, UUID id, Wrong wrong, UnaryOperator<CriterionView> shown) {
        var held = mover.look(actor, id);
        actor.require(CyclePermissions.SELF, held.assessment().path());
        var sheet = sheets.of(held.assessment(), held.cycle());
        var scored = sheets.claimed(sheet);
        return new ModelAndView("assessment/cycle-self")
                .addObject("it", held.assessment())
                .addObject("cycle", held.cycle())
                .addObject("standard", sheet.standard())
                .addObject("name", assessments.nameOf(held.assessment()))
                .addObject(
                        "views",
                        CriterionView.all(sheet, scored, AnswerSide.SELF).stream()
                                .map(shown)
                                .toList())
                .addObject("scored", scored)
                .addObject("steps", assessments.steps(actor, id))
                .addObject("moves", assessments.possible(actor, held.assessment()))
                .addObject("wrong", wrong);
    }

    @PostMapping("/criteria/{code}")
    ModelAndView answer(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        var form = new AnswerForm(typed);
        try {
            var held = mover.look(actor, id);
            var asked = sheets.standard(held.cycle()).criterion(code).orElseThrow(() -> new Refused.NotFound(code));
            self.answer(actor, id, code, form.read(asked, actor.account(), sheets.today()), form.value("comment"));
            return htmx == null
                    ? new ModelAndView("redirect:/work/assessment/" + id + "#c-" + code)
                    : fragment(criterion(actor, id, code), true);
        } catch (CycleRefused | Mistyped refused) {
            var view = criterion(actor, id, code).again(form, Wrong.of(refused));
            return status(htmx == null ? page(actor, id, Wrong.of(refused)) : fragment(view, false), refused);
        }
    }

    private CriterionView criterion(Actor actor, UUID id, String code) {
        var held = mover.look(actor, id);
        actor.require(CyclePermissions.SELF, held.assessment().path());
        var sheet = sheets.of(held.assessment(), held.cycle());
        var criterion = sheet.standard().criterion(code).orElseThrow(() -> new Refused.NotFound(code));
        return CriterionView.one(sheet, sheets.claimed(sheet), AnswerSide.SELF, criterion);
    }

    private static ModelAndView fragment(CriterionView view, boolean isSaved) {
        return new ModelAndView("assessment/cycle-criterion")
                .addObject("view", view)
                .addObject("saved", isSaved)
                .addObject("open", true);
    }

    @PostMapping("/criteria/{code}/evidence")
    ModelAndView prove(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable UUID evidence,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        criterion(actor, id, code);
        try {
            if (file == null || file.isEmpty()) {
                throw new CycleRefused.NoChoice("file");
            }
            try (var content = file.getInputStream()) {
                self.prove(actor, id, evidence == null ? Ids.next() : evidence, proof(code, fields), content);
            }
            return new ModelAndView("redirect:/work/assessment/" + id + "#c-" + code);
        } catch (CycleRefused | Mistyped | ActivityRefused refused) {
            UnaryOperator<CriterionView> typed =
                    view -> view.criterion().code().equals(code) ? view.proving(fields) : view;
            return status(page(actor, id, Wrong.of(refused), typed), refused);
        }
    }

    private static SelfAssessments.NewEvidence proof(String criterion, Map<String, String> fields) {
        var day = fields.getOrDefault("capturedOn", "");
        return new SelfAssessments.NewEvidence(
                criterion,
                Typed.choice("kind", EvidenceKind.class, fields.getOrDefault("kind", "")),
                fields.getOrDefault("title", ""),
                day.isBlank() ? null : Typed.day("capturedOn", day),
                !fields.getOrDefault("showsDate", "").isEmpty(),
                !fields.getOrDefault("open", "").isEmpty());
    }

    @PostMapping("/evidence/{evidence}/removal")
    String remove(Actor actor, @PathVariable UUID id, @PathVariable UUID evidence) {
        self.removeProof(actor, id, evidence);
        return "redirect:/work/assessment/" + id;
    }

    @PostMapping("/submission")
    ModelAndView submit(Actor actor, @PathVariable UUID id) {
        return moved(actor, id, () -> self.submit(actor, id));
    }

    @PostMapping("/recall")
    ModelAndView recall(Actor actor, @PathVariable UUID id) {
        return moved(actor, id, () -> self.recall(actor, id));
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        return moved(actor, id, () -> self.withdraw(actor, id, reason));
    }

    private ModelAndView moved(Actor actor, UUID id, Runnable move) {
        try {
            move.run();
            return new ModelAndView("redirect:/work/assessment/" + id);
        } catch (CycleRefused | Mistyped refused) {
            return status(page(actor, id, Wrong.of(refused)), refused);
        }
    }

    static ModelAndView status(ModelAndView page, Refused refused) {
        page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
        return page;
    }
}
