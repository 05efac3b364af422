package org.zhuxi.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ActivityFilter;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.activity.Amount;
import org.zhuxi.activity.Kinds;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.notice.Notices;
import org.zhuxi.notice.Notifications;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;
import org.zhuxi.platform.web.ChartFile;
import org.zhuxi.platform.web.QrCode;
import org.zhuxi.points.HouseholdAccount;
import org.zhuxi.points.Points;
import org.zhuxi.points.PointsCharts;
import org.zhuxi.waste.SortingCharts;

/** A resident's own pages: the card with its points, and what the household did. */
@Controller
public class MePages {

    private static final int PAGE = 30;
    private static final int NOTICES = 3;

    private final Places places;
    private final Points points;
    private final SortingCharts sorting;
    private final PointsCharts earned;
    private final Activities activities;
    private final Kinds kinds;
    private final Notices notices;
    private final Notifications notifications;

    MePages(
            Places places,
            Points points,
            SortingCharts sorting,
            PointsCharts earned,
            Activities activities,
            Kinds kinds,
            Notices notices,
            Notifications notifications) {
        this.places = places;
        this.points = points;
        this.sorting = sorting;
        this.earned = earned;
        this.activities = activities;
        this.kinds = kinds;
        this.notices = notices;
        this.notifications = notifications;
    }

    @GetMapping("/me")
    String card(Actor actor, Model model) {
        actor.account();
        var households = places.findHouseholds(actor.households());
        model.addAttribute(
                "cards",
                actor.households().stream()
                        .map(HouseholdRef::id)
                        .filter(households::containsKey)
                        .map(households::get)
                        .map(household -> card(actor, household))
                        .toList());
        model.addAttribute("notices", notices.mine(actor, NOTICES, null).items());
        model.addAttribute("unread", notifications.countUnread(actor));
        return "portal/me";
    }

    @GetMapping("/me/history")
    String history(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID household,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        actor.account();
        var own = actor.households().stream()
                .filter(ref -> household == null || ref.id().equals(household))
                .findFirst();
        var records = own.map(ref -> activities.list(actor, ActivityFilter.of(ref.id()), PAGE, after))
                .orElse(new Slice<>(List.of(), null));
        model.addAttribute("deeds", records.items().stream().map(this::deed).toList());
        model.addAttribute("next", records.next());
        model.addAttribute(
                "charts",
                own.filter(ref -> after == null)
                        .map(ref -> List.of(sorting.ofHousehold(actor, ref), earned.earned(actor, ref)))
                        .orElse(List.of()));
        return "portal/history";
    }

    @GetMapping("/me/charts/{chart}.csv")
    void download(Actor actor, @PathVariable String chart, @RequestParam UUID household, HttpServletResponse response)
            throws IOException {
        var own = actor.households().stream()
                .filter(ref -> ref.id().equals(household))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(household));
        ChartFile.download(
                response,
                chart,
                switch (chart) {
                    case "sorting" -> sorting.ofHousehold(actor, own);
                    case "points" -> earned.earned(actor, own);
                    default -> throw new Refused.NotFound(chart);
                });
    }

    private Card card(Actor actor, Household household) {
        return new Card(
                household,
                QrCode.of(household.cardCode()),
                points.account(actor, household.ref().id()));
    }

    private Deed deed(Activity activity) {
        var kind = kinds.get(activity.kind());
        var amounts = Amount.of(kind, activity);
        return new Deed(activity.id(), kind.names(), activity.localDate(), amounts, activity.state());
    }

    /** A household's card as its members see it. */
    public record Card(Household household, QrCode qr, HouseholdAccount account) {}

    /** Something a household did. */
    public record Deed(UUID id, Names kind, LocalDate day, List<Amount> amounts, ActivityState state) {}
}
