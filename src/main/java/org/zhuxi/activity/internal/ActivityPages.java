package org.zhuxi.activity.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Kinds;
import org.zhuxi.kernel.Actor;

/** Lists records for staff and shows all about one of them. */
@Controller
@RequestMapping("/work/activities")
class ActivityPages {

    private static final int ROWS = 50;
    private static final List<String> FILTERS = List.of("place", "kind", "state", "household", "site", "from", "to");

    private final Activities activities;
    private final ActivityRows rows;
    private final ActivityCsv csv;
    private final FilterReader filters;
    private final Kinds kinds;

    ActivityPages(Activities activities, ActivityRows rows, ActivityCsv csv, FilterReader filters, Kinds kinds) {
        this.activities = activities;
        this.rows = rows;
        this.csv = csv;
        this.filters = filters;
        this.kinds = kinds;
    }

    @GetMapping
    String list(Actor actor, Model model, @RequestParam Map<String, String> query) {
        var found = activities.list(actor, filters.read(query), ROWS, query.get("after"));
        model.addAttribute("rows", rows.of(found.items()));
        model.addAttribute("query", query);
        model.addAttribute("kinds", kinds.list());
        model.addAttribute("next", found.next() == null ? "" : address("/work/activities", query, found.next()));
        model.addAttribute("csv", address("/work/activities/csv", query, null));
        return "activity/list";
    }

    @GetMapping("/csv")
    void csv(Actor actor, Locale locale, @RequestParam Map<String, String> query, HttpServletResponse response)
            throws IOException {
        csv.write(actor, filters.read(query), locale, response);
    }

    @GetMapping("/{id}")
    String show(
            Actor actor, Model model, @PathVariable UUID id, @RequestParam(required = false) @Nullable String done) {
        var detail = activities.detail(actor, id);
        model.addAttribute("detail", detail);
        model.addAttribute("row", rows.of(List.of(detail.activity())).getFirst());
        model.addAttribute("form", CorrectionForm.of(detail.activity()));
        model.addAttribute("problems", List.of());
        model.addAttribute("done", done == null ? "" : done);
        return "activity/record";
    }

    private static String address(String path, Map<String, String> query, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath(path);
        FILTERS.stream()
                .filter(name -> !query.getOrDefault(name, "").isBlank())
                .forEach(name -> address.queryParam(name, query.get(name)));
        if (after != null) {
            address.queryParam("after", after);
        }
        return address.encode().build().toUriString();
    }
}
