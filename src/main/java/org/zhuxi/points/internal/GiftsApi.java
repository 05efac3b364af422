package org.zhuxi.points.internal;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.points.Gift;
import org.zhuxi.points.Gifts;
import org.zhuxi.points.NewGift;

/** Gifts for programs. */
@RestController
@RequestMapping("/api/v1")
class GiftsApi {

    private static final int LINES = 100;

    private final Gifts gifts;

    GiftsApi(Gifts gifts) {
        this.gifts = gifts;
    }

    record WishJson(
            @Nullable String card,
            @Nullable Long points,
            @Nullable String note) {}

    record CardJson(@Nullable String card) {}

    record NoteJson(@Nullable String note) {}

    @PutMapping("/households/{household}/gifts/{id}")
    Gift give(Actor actor, @PathVariable UUID household, @PathVariable UUID id, @RequestBody WishJson body) {
        var home = ResidentShopPages.chosen(ResidentShopPages.own(actor), household);
        var amount = Objects.requireNonNullElse(body.points(), 0L);
        return gifts.give(
                actor,
                new NewGift(id, home, Forms.text(body.card()), amount, Forms.text(body.note()), Origin.RECORDED));
    }

    @GetMapping("/households/{household}/gifts")
    List<Gift> list(Actor actor, @PathVariable UUID household) {
        return gifts.of(actor, ResidentShopPages.chosen(ResidentShopPages.own(actor), household), LINES);
    }

    @PostMapping("/households/{household}/gift-agreements")
    void agree(Actor actor, @PathVariable UUID household, @RequestBody CardJson body) {
        var home = ResidentShopPages.chosen(ResidentShopPages.own(actor), household);
        gifts.agree(actor, home, Forms.text(body.card()));
    }

    @PostMapping("/gifts/{id}/reversal")
    Gift reverse(Actor actor, @PathVariable UUID id, @RequestBody NoteJson body) {
        return gifts.reverse(actor, id, Forms.text(body.note()));
    }
}
