package org.zhuxi.activity.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityDetail;
import org.zhuxi.activity.ActivityRefused;
import org.zhuxi.activity.EvidenceFile;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.activity.Kind;
import org.zhuxi.activity.Kinds;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;
import org.zhuxi.place.Places;
import org.zhuxi.platform.web.Messages;

/** Corrects and takes back a record from its page. */
@Controller
@RequestMapping("/work/activities/{id}")
class CorrectionPages {

    private final Activities activities;
    private final EvidenceFiles files;
    private final ActivityRows rows;
    private final Kinds kinds;
    private final Places places;
    private final Messages messages;

    CorrectionPages(
            Activities activities,
            EvidenceFiles files,
            ActivityRows rows,
            Kinds kinds,
            Places places,
            Messages messages) {
        this.activities = activities;
        this.files = files;
        this.rows = rows;
        this.kinds = kinds;
        this.places = places;
        this.messages = messages;
    }

    @PostMapping("/reversal")
    ModelAndView reverse(
            Actor actor, Locale locale, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        try {
            activities.reverse(actor, id, reason);
            return new ModelAndView("redirect:/work/activities/" + id + "?done=reversed");
        } catch (ActivityRefused refused) {
            var detail = activities.detail(actor, id);
            return again(detail, CorrectionForm.of(detail.activity()), refused.problem(), locale);
        }
    }

    @PostMapping("/correction")
    ModelAndView correct(
            Actor actor,
            Locale locale,
            @PathVariable UUID id,
            @RequestParam UUID newId,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile photo)
            throws IOException {
        var detail = activities.detail(actor, id);
        var form = CorrectionForm.of(newId, fields);
        try {
            var correction = submission(actor, detail, form, photo);
            var outcome = activities.record(actor, List.of(correction)).getFirst();
            return outcome.problem() == null
                    ? new ModelAndView("redirect:/work/activities/" + newId + "?done=corrected")
                    : again(detail, form, outcome.problem(), locale);
        } catch (ActivityRefused refused) {
            return again(detail, form, refused.problem(), locale);
        }
    }

    private Submission submission(
            Actor actor, ActivityDetail detail, CorrectionForm form, @Nullable MultipartFile photo) throws IOException {
        var old = detail.activity();
        var place = places.codeOf(old.community(), old.place());
        var evidence = new ArrayList<>(
                detail.evidence().stream().map(EvidenceFile::sha256).toList());
        if (photo != null && !photo.isEmpty()) {
            try (var content = photo.getInputStream()) {
                evidence.add(files.keep(actor, place, content).sha256());
            }
        }
        return new Submission(
                form.id(),
                old.kind(),
                place,
                old.household(),
                old.site(),
                old.occurredAt(),
                amounts(kinds.get(old.kind()), form),
                blankToNull(form.grade()),
                blankToNull(form.note()),
                evidence,
                old.id());
    }

    private static Map<String, Measured> amounts(Kind kind, CorrectionForm form) {
        var amounts = new HashMap<String, Measured>();
        form.amounts().forEach((code, typed) -> {
            var unit = kind.findQuantity(code).map(quantity -> quantity.unit()).orElse("");
            try {
                amounts.put(code, new Measured(new BigDecimal(typed), unit));
            } catch (NumberFormatException e) {
                throw new ActivityRefused.Unreadable("quantities." + code);
            }
        });
        return amounts;
    }

    private ModelAndView again(ActivityDetail detail, CorrectionForm form, Problem problem, Locale locale) {
        var problems = problem.fields().isEmpty()
                ? List.of(messages.explain(locale, problem))
                : problem.fields().stream()
                        .map(field -> messages.explain(locale, field))
                        .toList();
        var page = new ModelAndView(
                "activity/record",
                Map.of(
                        "detail",
                        detail,
                        "row",
                        rows.of(List.of(detail.activity())).getFirst(),
                        "form",
                        form,
                        "problems",
                        problems,
                        "done",
                        ""));
        page.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
        return page;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
