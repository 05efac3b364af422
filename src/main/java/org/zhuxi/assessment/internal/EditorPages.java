package org.zhuxi.assessment.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.StandardDraft;
import org.zhuxi.assessment.StandardDrafts;
import org.zhuxi.assessment.StandardRefused;
import org.zhuxi.assessment.StandardVersion;
import org.zhuxi.assessment.Standards;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;

/** Drafts of standards written in forms: a criterion is added, changed or taken out, or the frame is changed. */
@Controller
@RequestMapping("/work/standards/{code}/{version}")
class EditorPages {

    private final StandardDrafts drafts;
    private final StandardEditor editor;
    private final Standards standards;
    private final Indicators indicators;

    EditorPages(StandardDrafts drafts, StandardEditor editor, Standards standards, Indicators indicators) {
        this.drafts = drafts;
        this.editor = editor;
        this.standards = standards;
        this.indicators = indicators;
    }

    @GetMapping("/criteria/new")
    ModelAndView begin(Actor actor, @PathVariable String code, @PathVariable int version) {
        var draft = draft(actor, code, version);
        return criterion(draft, 0, new EditedPart(Map.of(), List.of()), null);
    }

    private StandardDraft draft(Actor actor, String code, int version) {
        return drafts.get(actor, code, version);
    }

    @GetMapping("/criteria/{number}")
    ModelAndView show(Actor actor, @PathVariable String code, @PathVariable int version, @PathVariable int number) {
        var draft = draft(actor, code, version);
        return criterion(draft, number, editor.criterion(draft, number), null);
    }

    /** @param number from 1; 0 for a new one */
    private ModelAndView criterion(StandardDraft draft, int number, EditedPart part, @Nullable Problem problem) {
        var frame = new EditedPart(StandardEditor.tree(draft).frame(), List.of());
        return new ModelAndView("assessment/edit-criterion")
                .addObject("draft", draft)
                .addObject("number", number)
                .addObject("part", part)
                .addObject("frame", frame)
                .addObject("parents", parents(frame))
                .addObject("national", standards.get(StandardVersion.NATIONAL).criteria())
                .addObject("terms", Wording.terms(indicators))
                .addObject("problem", problem);
    }

    /** The criteria from which one may stand. */
    private List<Criterion> parents(EditedPart frame) {
        var version = frame.value("parentVersion");
        try {
            return version.matches("[0-9]{1,6}")
                    ? standards
                            .get(frame.value("parent"), Integer.parseInt(version))
                            .criteria()
                    : List.of();
        } catch (Refused.NotFound e) {
            return List.of();
        }
    }

    /** @param position where the new one will stand, from 1; behind the last when it cannot be read */
    @PostMapping("/criteria")
    ModelAndView add(
            Actor actor,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(defaultValue = "") String position,
            @RequestParam MultiValueMap<String, String> typed) {
        var draft = draft(actor, code, version);
        var last = StandardEditor.tree(draft).criteria().size() + 1;
        var number = position.matches("[1-9][0-9]{0,2}") ? Math.min(Integer.parseInt(position), last) : last;
        return put(draft, revision, 0, () -> editor.put(actor, draft, number, true, typed), typed);
    }

    @PostMapping("/criteria/{number}")
    ModelAndView change(
            Actor actor,
            @PathVariable String code,
            @PathVariable int version,
            @PathVariable int number,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam MultiValueMap<String, String> typed) {
        var draft = draft(actor, code, version);
        return put(draft, revision, number, () -> editor.put(actor, draft, number, false, typed), typed);
    }

    private interface Put {
        StandardEditor.Result put();
    }

    private ModelAndView put(StandardDraft draft, int revision, int number, Put put, Map<String, List<String>> typed) {
        try {
            fresh(draft, revision);
            var result = put.put();
            return result.isKept() ? back(draft, "criteria") : wrong(criterion(draft, number, result.part(), null));
        } catch (StandardRefused refused) {
            return refused(criterion(draft, number, new EditedPart(typed, List.of()), refused.problem()), refused);
        }
    }

    /** Somebody else may have written meanwhile; then the numbers of criteria may be others. */
    private static void fresh(StandardDraft draft, int revision) {
        if (draft.revision() != revision) {
            throw new StandardRefused.Changed();
        }
    }

    private static ModelAndView back(StandardDraft draft, String anchor) {
        return new ModelAndView("redirect:/work/standards/" + draft.code() + "/" + draft.version() + "#" + anchor);
    }

    private static ModelAndView wrong(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView refused(ModelAndView page, StandardRefused refused) {
        page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
        return page;
    }

    @PostMapping("/criteria/{number}/removal")
    ModelAndView remove(
            Actor actor,
            @PathVariable String code,
            @PathVariable int version,
            @PathVariable int number,
            @RequestParam(defaultValue = "0") int revision) {
        var draft = draft(actor, code, version);
        fresh(draft, revision);
        editor.remove(actor, draft, number);
        return back(draft, "criteria");
    }

    @GetMapping("/frame")
    ModelAndView frame(Actor actor, @PathVariable String code, @PathVariable int version) {
        var draft = draft(actor, code, version);
        return frame(draft, editor.frame(draft), null);
    }

    private static ModelAndView frame(StandardDraft draft, EditedPart part, @Nullable Problem problem) {
        return new ModelAndView("assessment/edit-frame")
                .addObject("draft", draft)
                .addObject("part", part)
                .addObject("problem", problem);
    }

    @PostMapping("/frame")
    ModelAndView frame(
            Actor actor,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam MultiValueMap<String, String> typed) {
        var draft = draft(actor, code, version);
        try {
            fresh(draft, revision);
            var result = editor.put(actor, draft, typed);
            return result.isKept() ? back(draft, "criteria") : wrong(frame(draft, result.part(), null));
        } catch (StandardRefused refused) {
            return refused(frame(draft, new EditedPart(typed, List.of()), refused.problem()), refused);
        }
    }
}
