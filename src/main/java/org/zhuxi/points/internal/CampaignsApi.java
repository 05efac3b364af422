package org.zhuxi.points.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.points.Campaign;
import org.zhuxi.points.Campaigns;
import org.zhuxi.points.NewCampaign;
import org.zhuxi.points.PointsRefused;

/** Campaigns for programs. */
@RestController
@RequestMapping("/api/v1/points/campaigns")
class CampaignsApi {

    private final Campaigns campaigns;
    private final Places places;

    CampaignsApi(Campaigns campaigns, Places places) {
        this.campaigns = campaigns;
        this.places = places;
    }

    record WishJson(
            @Nullable String place,
            @Nullable Names name,
            @Nullable Set<String> kinds,
            @Nullable Integer extraPercent,
            @Nullable Long flatPoints,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable Long budgetPoints) {}

    record NoteJson(@Nullable String note) {}

    /** Those that give extra points today at, above or below a place. */
    @GetMapping
    List<Campaign> running(@RequestParam(defaultValue = "") String place) {
        return campaigns.runningAt(
                place.isBlank()
                        ? PlacePath.NATION
                        : places.findByCode(place.strip())
                                .orElseThrow(() -> new Refused.NotFound(place))
                                .path());
    }

    @PutMapping("/{id}")
    Campaign plan(Actor actor, @PathVariable UUID id, @RequestBody WishJson body) {
        var first = body.firstDay();
        var last = body.lastDay();
        if (first == null || last == null) {
            throw new PointsRefused.Unreadable("firstDay", "shop-day", "");
        }
        var name = Objects.requireNonNullElse(body.name(), new Names("", ""));
        return campaigns.plan(
                actor,
                new NewCampaign(
                        id,
                        Forms.text(body.place()),
                        new Names(Forms.text(name.zh()), Forms.text(name.en())),
                        Objects.requireNonNullElse(body.kinds(), Set.of()),
                        Objects.requireNonNullElse(body.extraPercent(), 0),
                        Objects.requireNonNullElse(body.flatPoints(), 0L),
                        first,
                        last,
                        Objects.requireNonNullElse(body.budgetPoints(), 0L),
                        Origin.RECORDED));
    }

    @PostMapping("/{id}/stop")
    Campaign stop(Actor actor, @PathVariable UUID id, @RequestBody NoteJson body) {
        return campaigns.stop(actor, id, Forms.text(body.note()));
    }
}
