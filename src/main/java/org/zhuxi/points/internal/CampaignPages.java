package org.zhuxi.points.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuxi.activity.Kinds;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.points.Campaign;
import org.zhuxi.points.Campaigns;
import org.zhuxi.points.PointsPermissions;
import org.zhuxi.points.PointsRefused;

/** Campaigns: for the staff that plans and stops them, and for everybody who wants to know what earns more today. */
@Controller
class CampaignPages {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LINES = 30;
    private static final int AT_ONCE = 500;

    private final Campaigns campaigns;
    private final WorkPlaces work;
    private final Kinds kinds;
    private final Clock clock;

    CampaignPages(Campaigns campaigns, WorkPlaces work, Kinds kinds, Clock clock) {
        this.campaigns = campaigns;
        this.work = work;
        this.kinds = kinds;
        this.clock = clock;
    }

    @GetMapping("/campaigns")
    String running(@RequestParam(defaultValue = "") String place, Model model) {
        model.addAttribute("campaigns", campaigns.runningAt(work.open(place).path()));
        model.addAttribute("kinds", kinds);
        return "points/campaigns-today";
    }

    @GetMapping("/work/points/campaigns")
    String list(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable UUID after, Model model) {
        return page(actor, place, after, fresh(actor, place), null, model);
    }

    @PostMapping("/work/points/campaigns")
    String plan(Actor actor, @ModelAttribute CampaignForm form, Model model, HttpServletResponse response) {
        try {
            campaigns.plan(actor, form.wish());
            return "redirect:/work/points/campaigns?place="
                    + work.named(form.value("place")).code();
        } catch (Refused refused) {
            response.setStatus(refused.problem().kind().status());
            return page(actor, null, null, form, refused.problem(), model);
        }
    }

    @PostMapping("/work/points/campaigns/{id}/stop")
    String stop(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            @RequestParam @Nullable String place,
            Model model,
            HttpServletResponse response) {
        try {
            campaigns.stop(actor, id, note);
            return "redirect:/work/points/campaigns?place="
                    + work.of(actor, PointsPermissions.OVERVIEW, place).code();
        } catch (PointsRefused refused) {
            response.setStatus(refused.problem().kind().status());
            return page(actor, place, null, fresh(actor, place), refused.problem(), model);
        }
    }

    private CampaignForm fresh(Actor actor, @Nullable String place) {
        var today = LocalDate.now(clock.withZone(ZONE));
        var at = work.of(actor, PointsPermissions.OVERVIEW, place);
        return CampaignForm.starting(
                today, at.community() == null ? work.onlyCommunity(actor, PointsPermissions.CAMPAIGN) : at.code());
    }

    @GetMapping("/work/points/campaigns.csv")
    void csv(Actor actor, @RequestParam @Nullable String place, HttpServletResponse response) throws IOException {
        var at = work.of(actor, PointsPermissions.OVERVIEW, place).path();
        var page = campaigns.list(actor, at, AT_ONCE, null);
        try (var csv = CsvTable.download(
                response,
                "campaigns",
                "campaign",
                "place",
                "name",
                "kinds",
                "extra_percent",
                "flat_points",
                "first_day",
                "last_day",
                "budget_points",
                "spent_points",
                "awards",
                "ended_at",
                "end_reason")) {
            while (true) {
                for (var one : page.items()) {
                    csv.row(
                            one.id(),
                            one.place().value(),
                            one.name().zh(),
                            String.join(" ", one.kinds()),
                            one.extraPercent(),
                            one.flatPoints(),
                            one.firstDay(),
                            one.lastDay(),
                            one.budgetPoints(),
                            one.spentPoints(),
                            one.awards(),
                            one.endedAt(),
                            one.endReason());
                }
                if (page.next() == null) {
                    return;
                }
                page = campaigns.list(actor, at, AT_ONCE, UUID.fromString(page.next()));
            }
        }
    }

    private String page(
            Actor actor,
            @Nullable String place,
            @Nullable UUID after,
            CampaignForm form,
            @Nullable Problem problem,
            Model model) {
        var at = work.of(actor, PointsPermissions.OVERVIEW, place);
        model.addAttribute("place", at);
        model.addAttribute("where", work.choices(actor, PointsPermissions.OVERVIEW));
        model.addAttribute("found", campaigns.list(actor, at.path(), LINES, after));
        model.addAttribute("choices", campaigns.kinds());
        model.addAttribute("kinds", kinds);
        model.addAttribute("mayPlan", actor.mayAnywhere(PointsPermissions.CAMPAIGN));
        model.addAttribute(
                "mayStop", (Predicate<Campaign>) campaign -> actor.may(PointsPermissions.CAMPAIGN, campaign.place()));
        model.addAttribute("today", LocalDate.now(clock.withZone(ZONE)));
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        model.addAttribute("newId", Ids.next());
        return "points/campaigns";
    }
}
