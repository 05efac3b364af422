package org.zhuxi.points.internal;

import java.time.LocalDate;
import java.util.List;
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
import org.zhuxi.points.Settlement;
import org.zhuxi.points.Settlements;
import org.zhuxi.points.ShopRate;
import org.zhuxi.points.ShopRefused;

/** Settlement statements for programs. Months are written {@code 2026-03}. */
@RestController
@RequestMapping("/api/v1/shops/{shop}")
class SettlementsApi {

    private final Settlements settlements;

    SettlementsApi(Settlements settlements) {
        this.settlements = settlements;
    }

    record RateJson(@Nullable Long fenPerPoint) {}

    record CorrectionJson(
            @Nullable String month,
            @Nullable Long amountFen,
            @Nullable String note) {}

    @GetMapping("/settlements/{month}")
    Settlement get(Actor actor, @PathVariable UUID shop, @PathVariable String month) {
        return settlements.get(actor, shop, SettlementPages.parse(month));
    }

    @PostMapping("/settlements/{month}/closing")
    Settlement close(Actor actor, @PathVariable UUID shop, @PathVariable String month) {
        return settlements.close(actor, shop, SettlementPages.parse(month));
    }

    @GetMapping("/rates")
    List<ShopRate> rates(Actor actor, @PathVariable UUID shop) {
        return settlements.rates(actor, shop);
    }

    @PutMapping("/rates/{validFrom}")
    ShopRate rate(Actor actor, @PathVariable UUID shop, @PathVariable LocalDate validFrom, @RequestBody RateJson body) {
        if (body.fenPerPoint() == null) {
            throw new ShopRefused.Unreadable("fenPerPoint", "shop-rate", ShopRate.MOST_FEN);
        }
        return settlements.setRate(actor, shop, new ShopRate(validFrom, body.fenPerPoint()));
    }

    @PutMapping("/settlement-corrections/{id}")
    void correct(Actor actor, @PathVariable UUID shop, @PathVariable UUID id, @RequestBody CorrectionJson body) {
        if (body.month() == null || body.amountFen() == null) {
            throw new ShopRefused.Unreadable("amountFen", "shop-number", "");
        }
        settlements.correct(
                actor, shop, id, SettlementPages.parse(body.month()), body.amountFen(), Forms.text(body.note()));
    }
}
