package org.zhuxi.assessment.internal.cycle;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.assessment.Assessments;
import org.zhuxi.assessment.CycleRefused;
import org.zhuxi.assessment.NewObjection;
import org.zhuxi.assessment.Objections;
import org.zhuxi.assessment.Standards;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.platform.web.Wrong;

/** The form with which anybody objects to a proposal. */
@Controller
@RequestMapping("/assessments/{id}/objection")
class ObjectionPages {

    private final Assessments assessments;
    private final Objections objections;
    private final Standards standards;
    private final Mover mover;

    ObjectionPages(Assessments assessments, Objections objections, Standards standards, Mover mover) {
        this.assessments = assessments;
        this.objections = objections;
        this.standards = standards;
        this.mover = mover;
    }

    @GetMapping
    ModelAndView form(@PathVariable UUID id, @RequestParam(defaultValue = "") String criterion) {
        return page(id, Ids.next(), new NewObjection(criterion, "", "", "", ""), Wrong.nothing());
    }

    private ModelAndView page(UUID id, UUID objection, NewObjection typed, Wrong wrong) {
        var it = assessments.getPublic(id);
        var cycle = mover.held(it).cycle();
        return new ModelAndView("assessment/cycle-objection")
                .addObject("it", it)
                .addObject("objection", objection.toString())
                .addObject("typed", typed)
                .addObject("name", assessments.nameOf(it))
                .addObject("standard", standards.get(cycle.standard(), cycle.standardVersion()))
                .addObject("wrong", wrong);
    }

    @PostMapping
    ModelAndView raise(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID objection,
            @RequestParam(defaultValue = "") String criterion,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String contact) {
        var key = objection == null ? Ids.next() : objection;
        var typed = new NewObjection(criterion, reason, evidence, name, contact);
        try {
            objections.raise(actor, key, id, typed);
            return new ModelAndView("redirect:/assessments/" + id + "?objected#objections");
        } catch (CycleRefused | Mistyped refused) {
            return SelfPages.status(page(id, key, typed, Wrong.of(refused)), refused);
        }
    }
}
