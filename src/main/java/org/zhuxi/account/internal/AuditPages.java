package org.zhuxi.account.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuxi.account.AccountPermissions;
import org.zhuxi.account.AuditTrail;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;

/** Who did and saw what in one's own places. */
@Controller
@RequestMapping("/work/audit")
class AuditPages {

    private static final int PAGE = 50;
    private static final int CSV_PAGE = 1_000;

    private final AuditTrail trail;
    private final OwnPlaces places;

    AuditPages(AuditTrail trail, OwnPlaces places) {
        this.trail = trail;
        this.places = places;
    }

    /** What the filter form holds. */
    public record Query(
            @Nullable String at,
            @Nullable String action,
            @Nullable String person,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate day) {

        AuditTrail.Filter filter() {
            return new AuditTrail.Filter(text(action), text(person), day);
        }

        String link(String name, String value) {
            return Links.to(
                    "/work/audit",
                    "at",
                    text(at),
                    "action",
                    text(action),
                    "person",
                    text(person),
                    "day",
                    day == null ? "" : day.toString(),
                    name,
                    value);
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    @GetMapping
    String list(Actor actor, Query query, @RequestParam(required = false) @Nullable String after, Model model) {
        var at = places.choose(actor, AccountPermissions.AUDIT, query.at());
        var found = trail.list(actor, at, query.filter(), PAGE, after);
        var own = places.of(actor, AccountPermissions.AUDIT);
        model.addAttribute("at", at);
        model.addAttribute("filter", query.filter());
        model.addAttribute("found", found);
        model.addAttribute("labels", places.labels(own));
        model.addAttribute("next", found.next() == null ? null : query.link("after", found.next()));
        model.addAttribute("csv", query.link("format", "csv"));
        return "account/audit";
    }

    @GetMapping(params = "format=csv")
    void csv(Actor actor, Query query, HttpServletResponse response) throws IOException {
        var at = places.choose(actor, AccountPermissions.AUDIT, query.at());
        var page = trail.list(actor, at, query.filter(), CSV_PAGE, null);
        try (var csv = CsvTable.download(response, "audit", "at", "name", "action", "subject", "place", "detail")) {
            while (true) {
                for (var entry : page.items()) {
                    csv.row(
                            entry.at(),
                            entry.name(),
                            entry.action(),
                            entry.subject(),
                            entry.placePath(),
                            entry.detail());
                }
                if (page.next() == null) {
                    return;
                }
                page = trail.list(actor, at, query.filter(), CSV_PAGE, page.next());
            }
        }
    }
}
