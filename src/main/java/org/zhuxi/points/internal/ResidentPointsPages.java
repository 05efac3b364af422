package org.zhuxi.points.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuxi.activity.Kinds;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Refused;
import org.zhuxi.points.Campaigns;
import org.zhuxi.points.Points;
import org.zhuxi.points.PostingKind;
import org.zhuxi.points.StatementFilter;
import org.zhuxi.transparency.ReceiptResponse;

/** A household looks at its points. */
@Controller
class ResidentPointsPages {

    private static final int LINES = 30;

    private final Points points;
    private final StatementCsv csv;
    private final Campaigns campaigns;
    private final Communities communities;
    private final Kinds kinds;

    ResidentPointsPages(Points points, StatementCsv csv, Campaigns campaigns, Communities communities, Kinds kinds) {
        this.points = points;
        this.csv = csv;
        this.campaigns = campaigns;
        this.communities = communities;
        this.kinds = kinds;
    }

    @GetMapping("/me/points")
    String statement(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID household,
            @RequestParam(required = false) @Nullable PostingKind kind,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        var own = own(actor);
        if (own.isEmpty()) {
            return "points/none";
        }
        var shown = chosen(own, household);
        var filter = new StatementFilter(kind, from, to);
        var account = points.account(actor, shown);
        var community = communities.getCommunity(account.household().community());
        model.addAttribute("account", account);
        model.addAttribute("campaigns", campaigns.runningAt(community.path()));
        model.addAttribute("kinds", kinds);
        model.addAttribute("lines", points.statement(actor, shown, filter, LINES, after));
        model.addAttribute("filter", filter);
        return "points/statement";
    }

    @GetMapping("/me/points.csv")
    void csv(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID household,
            @RequestParam(required = false) @Nullable PostingKind kind,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            HttpServletResponse response)
            throws IOException {
        csv.write(actor, chosen(own(actor), household), new StatementFilter(kind, from, to), response);
    }

    @GetMapping("/me/points/{posting}/receipt")
    String receipt(
            Actor actor,
            @PathVariable UUID posting,
            @RequestParam(required = false) @Nullable UUID household,
            Model model) {
        var shown = chosen(own(actor), household);
        model.addAttribute("receipt", points.receipt(actor, shown, posting));
        model.addAttribute("download", "/me/points/" + posting + "/receipt.tlog-proof?household=" + shown);
        model.addAttribute("record", "/me/points?household=" + shown);
        return "transparency/receipt";
    }

    @GetMapping("/me/points/{posting}/receipt.tlog-proof")
    ResponseEntity<Object> download(
            Actor actor, @PathVariable UUID posting, @RequestParam(required = false) @Nullable UUID household) {
        return ReceiptResponse.of(points.receipt(actor, chosen(own(actor), household), posting));
    }

    private static List<UUID> own(Actor actor) {
        return actor.households().stream()
                .map(HouseholdRef::id)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static UUID chosen(List<UUID> own, @Nullable UUID wanted) {
        if (own.isEmpty() || wanted != null && !own.contains(wanted)) {
            throw new Refused.NotFound(wanted == null ? "household" : wanted);
        }
        return wanted == null ? own.getFirst() : wanted;
    }
}
