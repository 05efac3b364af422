package org.zhuxi.points.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.platform.web.CodeAddress;
import org.zhuxi.points.NewRedemption;
import org.zhuxi.points.Redemption;
import org.zhuxi.points.Redemptions;
import org.zhuxi.points.ShopRefused;
import org.zhuxi.points.Shops;

/** Redemptions for programs. Putting one again, capturing or voiding it again answers the same. */
@RestController
@RequestMapping("/api/v1")
class RedemptionsApi {

    private static final int MOST = 200;

    private final Redemptions redemptions;
    private final Shops shops;
    private final Communities communities;
    private final Clock clock;

    RedemptionsApi(Redemptions redemptions, Shops shops, Communities communities, Clock clock) {
        this.redemptions = redemptions;
        this.shops = shops;
        this.communities = communities;
        this.clock = clock;
    }

    /** @param isServed whether the goods are handed over at once */
    record WishJson(
            @Nullable UUID goods,
            @Nullable UUID household,
            @Nullable Integer pieces,
            @Nullable String consent,
            @Nullable Boolean isServed) {}

    record CodeJson(@Nullable String code) {}

    record NoteJson(@Nullable String note) {}

    @PutMapping("/redemptions/{id}")
    Redemption put(Actor actor, @PathVariable UUID id, @RequestBody WishJson body) {
        if (body.goods() == null) {
            throw new ShopRefused.Unreadable("goods", "shop-choose-goods");
        }
        var pieces = body.pieces() == null ? 1 : body.pieces();
        var wish = new NewRedemption(id, body.goods(), household(body.household()), pieces, body.consent());
        return shown(
                actor,
                Boolean.TRUE.equals(body.isServed()) ? redemptions.serve(actor, wish) : redemptions.hold(actor, wish));
    }

    @GetMapping("/redemptions/{id}")
    Redemption get(Actor actor, @PathVariable UUID id) {
        return shown(actor, redemptions.get(actor, id));
    }

    @PostMapping("/redemptions/{id}/capture")
    Redemption capture(Actor actor, @PathVariable UUID id, @RequestBody CodeJson body) {
        return shown(actor, redemptions.capture(actor, id, Forms.text(body.code())));
    }

    @PostMapping("/redemptions/{id}/void")
    Redemption voidIt(Actor actor, @PathVariable UUID id) {
        return shown(actor, redemptions.voidIt(actor, id));
    }

    @PostMapping("/redemptions/{id}/refund")
    Redemption refund(Actor actor, @PathVariable UUID id, @RequestBody NoteJson body) {
        return shown(actor, redemptions.refund(actor, id, Forms.text(body.note())));
    }

    @GetMapping("/households/{household}/redemptions")
    Slice<Redemption> ofHousehold(
            Actor actor,
            @PathVariable UUID household,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam @Nullable UUID after) {
        return redemptions.ofHousehold(actor, household(household), Math.clamp(limit, 1, MOST), after);
    }

    @GetMapping("/shops/{shop}/redemptions/waiting")
    List<Redemption> waiting(Actor actor, @PathVariable UUID shop) {
        return redemptions.waitingAt(actor, shops.get(shop)).stream()
                .map(one -> shown(actor, one))
                .toList();
    }

    @GetMapping("/shops/{shop}/redemptions/by-code")
    Redemption byCode(
            Actor actor,
            @PathVariable UUID shop,
            @RequestHeader(name = CodeAddress.HEADER, defaultValue = "") String code) {
        return redemptions.find(actor, shops.get(shop), code);
    }

    @GetMapping("/shops/{shop}/redemptions")
    Slice<Redemption> captured(
            Actor actor,
            @PathVariable UUID shop,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam @Nullable UUID after) {
        var place = shops.get(shop);
        var today = LocalDate.now(clock.withZone(communities.zoneOf(place.community())));
        return redemptions.capturedAt(
                actor,
                place,
                from == null ? today.withDayOfMonth(1) : from,
                to == null ? today.plusDays(1) : to,
                Math.clamp(limit, 1, MOST),
                after);
    }

    /** The code is the household's to show; the shop hears it at the counter and nowhere else. */
    private static Redemption shown(Actor actor, Redemption redemption) {
        if (actor.belongsTo(redemption.household())) {
            return redemption;
        }
        return new Redemption(
                redemption.id(),
                redemption.shop(),
                redemption.goods(),
                redemption.goodsVersion(),
                redemption.goodsName(),
                redemption.household(),
                redemption.pieces(),
                redemption.points(),
                redemption.state(),
                "",
                redemption.consent(),
                redemption.heldAt(),
                redemption.expiresAt(),
                redemption.closedAt(),
                redemption.voidReason());
    }

    private HouseholdRef household(@Nullable UUID id) {
        var community = id == null
                ? null
                : communities.communitiesOfHouseholds(List.of(id)).get(id);
        if (id == null || community == null) {
            throw new Refused.NotFound(String.valueOf(id));
        }
        return new HouseholdRef(community, id);
    }
}
