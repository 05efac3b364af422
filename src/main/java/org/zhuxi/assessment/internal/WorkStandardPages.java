package org.zhuxi.assessment.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.assessment.AssessmentPermissions;
import org.zhuxi.assessment.StandardDifference;
import org.zhuxi.assessment.StandardDraft;
import org.zhuxi.assessment.StandardDrafts;
import org.zhuxi.assessment.StandardRefused;
import org.zhuxi.assessment.StandardVersion;
import org.zhuxi.assessment.Standards;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;

/** Standards at the desk: begun, edited with a check while typing, tried, published, retired. */
@Controller
class WorkStandardPages {

    private static final String PATH = "/work/standards";
    private static final String ONE = PATH + "/{code}/{version}";
    private static final int CHOICES = 200;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final StandardDrafts drafts;
    private final StandardEditor editor;
    private final Standards standards;
    private final Trials trials;
    private final Indicators indicators;
    private final Places places;
    private final Clock clock;

    WorkStandardPages(
            StandardDrafts drafts,
            StandardEditor editor,
            Standards standards,
            Trials trials,
            Indicators indicators,
            Places places,
            Clock clock) {
        this.drafts = drafts;
        this.editor = editor;
        this.standards = standards;
        this.trials = trials;
        this.indicators = indicators;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, @RequestParam(required = false) @Nullable String place) {
        var at = at(actor, place);
        return list(actor, at, StandardForm.empty(at.code()), null);
    }

    /** The place that is named, or the widest in which somebody may. */
    private Place at(Actor actor, @Nullable String code) {
        if (code != null && !code.isBlank()) {
            return places.findByCode(code.strip().replace("\0", "")).orElseThrow(() -> new Refused.NotFound(code));
        }
        var permission = AssessmentPermissions.STANDARDS;
        return actor.grants().stream()
                .map(grant -> grant.place())
                .filter(path -> actor.may(permission, path))
                .min(Comparator.comparing(PlacePath::value))
                .flatMap(places::findByPath)
                .orElseThrow(() -> new Refused.Forbidden(permission.code()));
    }

    private ModelAndView list(Actor actor, Place at, StandardForm form, @Nullable Problem problem) {
        var found = drafts.list(actor, at.path());
        return new ModelAndView("assessment/work-standards")
                .addObject("place", at)
                .addObject("found", found)
                .addObject("places", StandardPages.names(places, found))
                .addObject("sources", standards.list("", CHOICES, null).items())
                .addObject("form", form)
                .addObject("problem", problem);
    }

    @PostMapping(PATH)
    ModelAndView begin(Actor actor, @ModelAttribute StandardForm form) {
        try {
            var draft = drafts.begin(actor, form.command(), Origin.RECORDED);
            return new ModelAndView("redirect:" + address(draft.code(), draft.version()));
        } catch (StandardRefused refused) {
            var page = list(actor, at(actor, null), form, refused.problem());
            return withStatus(page, refused);
        }
    }

    private static String address(String code, int version) {
        return PATH + "/" + code + "/" + version;
    }

    private static ModelAndView withStatus(ModelAndView page, Refused refused) {
        page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
        return page;
    }

    @GetMapping(ONE)
    ModelAndView one(Actor actor, @PathVariable String code, @PathVariable int version) {
        return one(actor, drafts.get(actor, code, version), null, null);
    }

    /** @param typed a text that could not be kept, or null */
    private ModelAndView one(Actor actor, StandardDraft draft, @Nullable String typed, @Nullable Problem problem) {
        var entry = drafts.list(actor, draft.path()).stream()
                .filter(one -> one.code().equals(draft.code()) && one.version() == draft.version())
                .findFirst()
                .orElseThrow();
        return new ModelAndView("assessment/work-standard")
                .addObject("draft", draft)
                .addObject("entry", entry)
                .addObject("lines", editor.lines(draft))
                .addObject("text", typed == null ? draft.text() : typed)
                .addObject(
                        "place",
                        places.findByPath(draft.path()).map(Place::name).orElse(null))
                .addObject("differences", differences(draft))
                .addObject("terms", Wording.terms(indicators))
                .addObject("problem", problem);
    }

    /** Against the version before, or against the standard it refines. */
    private List<StandardDifference> differences(StandardDraft draft) {
        var standard = draft.standard();
        if (standard == null || draft.version() == 1) {
            return List.of();
        }
        return standards.differences(standard);
    }

    @PostMapping(ONE)
    ModelAndView save(
            Actor actor,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(defaultValue = "") String text) {
        try {
            drafts.edit(actor, code, version, revision, text);
            return new ModelAndView("redirect:" + address(code, version));
        } catch (StandardRefused refused) {
            return withStatus(one(actor, drafts.get(actor, code, version), text, refused.problem()), refused);
        }
    }

    /** A file takes the place of the text; it may be faulty, and then says where, line by line. */
    @PostMapping(ONE + "/file")
    ModelAndView upload(
            Actor actor,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var text = file == null ? "" : new String(file.getBytes(), StandardCharsets.UTF_8);
        return save(actor, code, version, revision, text);
    }

    /** What is wrong with a text while it is typed; nothing is kept. */
    @PostMapping(ONE + "/check")
    ModelAndView check(
            Actor actor,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String text) {
        return new ModelAndView("assessment/faults").addObject("draft", drafts.check(actor, code, version, text));
    }

    /** @param effectiveFrom the first day on which it holds; that of the text when it is not given */
    @PostMapping(ONE + "/publication")
    ModelAndView publish(
            Actor actor,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String effectiveFrom) {
        try {
            if (effectiveFrom.isBlank()) {
                drafts.publish(actor, code, version);
            } else {
                editor.publish(actor, drafts.get(actor, code, version), day(effectiveFrom));
            }
            return new ModelAndView("redirect:/standards/" + code + "?version=" + version);
        } catch (StandardRefused refused) {
            return withStatus(one(actor, drafts.get(actor, code, version), null, refused.problem()), refused);
        }
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            throw new StandardRefused.NoDay();
        }
    }

    @PostMapping(ONE + "/discarding")
    ModelAndView discard(Actor actor, @PathVariable String code, @PathVariable int version) {
        drafts.discard(actor, code, version);
        return new ModelAndView("redirect:" + PATH);
    }

    @PostMapping(ONE + "/retirement")
    ModelAndView retire(
            Actor actor,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String reason) {
        try {
            drafts.retire(actor, code, version, reason);
            return new ModelAndView("redirect:" + address(code, version));
        } catch (StandardRefused refused) {
            return withStatus(one(actor, drafts.get(actor, code, version), null, refused.problem()), refused);
        }
    }

    /** Findings tried on a draft; a faulty one is shown instead. */
    @GetMapping(ONE + "/trial")
    ModelAndView trial(
            Actor actor,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam Map<String, String> typed) {
        var draft = drafts.get(actor, code, version);
        StandardVersion standard = draft.standard();
        if (standard == null) {
            return one(actor, draft, null, null);
        }
        return new ModelAndView("assessment/trial")
                .addObject("standard", standard)
                .addObject("trial", trials.of(standard, typed, LocalDate.now(clock.withZone(ZONE))))
                .addObject("terms", Wording.terms(indicators))
                .addObject("action", address(code, version) + "/trial")
                .addObject("up", address(code, version));
    }
}
