package org.zhuxi.activity.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityRefused;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.activity.Kinds;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.web.Messages;

/** The queue of records that wait for a reviewer; each is decided where it stands. */
@Controller
@RequestMapping("/work/review")
class ReviewPages {

    private static final int ROWS = 20;

    private final Activities activities;
    private final Kinds kinds;
    private final FilterReader filters;
    private final Messages messages;

    ReviewPages(Activities activities, Kinds kinds, FilterReader filters, Messages messages) {
        this.activities = activities;
        this.kinds = kinds;
        this.filters = filters;
        this.messages = messages;
    }

    @GetMapping
    String queue(
            Actor actor,
            Model model,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String after) {
        var path = filters.place(place);
        model.addAttribute("waiting", activities.waiting(actor, path, ROWS, after));
        model.addAttribute("count", activities.countWaiting(actor, path));
        model.addAttribute("place", Objects.requireNonNullElse(place, ""));
        return "activity/review";
    }

    @PostMapping("/{id}")
    ModelAndView decide(
            Actor actor,
            Locale locale,
            @PathVariable UUID id,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        try {
            var decided = activities.verify(actor, id, decision.equals("verified"), reason);
            if (htmx == null) {
                return new ModelAndView("redirect:/work/review");
            }
            var words = decided.state() == ActivityState.VERIFIED ? "accepted" : "rejected";
            var kind = kinds.get(decided.kind()).names();
            return fragment("activity/decided", Map.of("text", messages.get(locale, "activity.review." + words, kind)));
        } catch (ActivityRefused refused) {
            return refused(
                    actor, id, reason, refused, new Wording(messages.explain(locale, refused.problem()), htmx != null));
        }
    }

    private record Wording(String text, boolean fragment) {}

    private ModelAndView refused(Actor actor, UUID id, String reason, ActivityRefused refused, Wording wording) {
        var item = activities.findWaiting(actor, id);
        if (item.isEmpty() && !wording.fragment()) {
            throw refused;
        }
        var again = item.map(found -> fragment(
                        wording.fragment() ? "activity/waiting" : "activity/review-one",
                        Map.of("item", found, "problem", wording.text(), "typed", reason)))
                .orElseGet(() -> fragment("activity/decided", Map.of("text", wording.text())));
        again.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
        return again;
    }

    private static ModelAndView fragment(String view, Map<String, ?> model) {
        return new ModelAndView(view, model);
    }
}
