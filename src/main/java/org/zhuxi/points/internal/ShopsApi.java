package org.zhuxi.points.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Places;
import org.zhuxi.points.Goods;
import org.zhuxi.points.NewGoods;
import org.zhuxi.points.NewShop;
import org.zhuxi.points.Shop;
import org.zhuxi.points.ShopGoods;
import org.zhuxi.points.ShopHours;
import org.zhuxi.points.ShopRefused;
import org.zhuxi.points.Shops;
import org.zhuxi.points.StockMovement;

/** Exchange shops, their goods and stock for programs. */
@RestController
@RequestMapping("/api/v1/shops")
class ShopsApi {

    private static final int MOST = 200;

    private final Shops shops;
    private final ShopGoods goods;
    private final Places places;

    ShopsApi(Shops shops, ShopGoods goods, Places places) {
        this.shops = shops;
        this.goods = goods;
        this.places = places;
    }

    /** @param days 1 for Monday to 7 for Sunday */
    record WindowJson(int day, int fromMinute, int toMinute) {}

    record ShopJson(
            UUID id,
            String code,
            Names name,
            String note,
            boolean isOpen,
            boolean isClosedForGood,
            List<WindowJson> hours,
            @Nullable List<GoodsJson> goods) {

        static ShopJson of(Shop shop, @Nullable List<Goods> goods) {
            return new ShopJson(
                    shop.id(),
                    shop.site().code(),
                    shop.site().name(),
                    shop.note(),
                    shop.isOpen(),
                    shop.isClosedForGood(),
                    shop.hours().windows().stream()
                            .map(window ->
                                    new WindowJson(window.day().getValue(), window.fromMinute(), window.toMinute()))
                            .toList(),
                    goods == null ? null : goods.stream().map(GoodsJson::of).toList());
        }
    }

    /** @param available pieces that can still be redeemed */
    record GoodsJson(
            UUID id,
            int version,
            Names name,
            long pricePoints,
            boolean isOnSale,
            long available,
            @Nullable String photo) {

        static GoodsJson of(Goods goods) {
            var photo = goods.photo() == null
                    ? null
                    : "/shops/photos/" + goods.community().value() + "/" + goods.photo();
            return new GoodsJson(
                    goods.id(),
                    goods.version(),
                    goods.name(),
                    goods.pricePoints(),
                    goods.isOnSale(),
                    goods.available(),
                    photo);
        }
    }

    record NewShopJson(
            @Nullable String community,
            @Nullable Names name,
            @Nullable String note) {}

    record NewGoodsJson(
            @Nullable Names name,
            long pricePoints,
            @Nullable Boolean isOnSale) {}

    record MovementJson(
            StockMovement.@Nullable Kind kind,
            long pieces,
            @Nullable String note) {}

    @GetMapping
    Slice<ShopJson> list(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam @Nullable String after) {
        var at = place.isBlank()
                ? PlacePath.NATION
                : places.findByCode(place.strip())
                        .orElseThrow(() -> new Refused.NotFound(place))
                        .path();
        var found = shops.list(at, Math.clamp(limit, 1, MOST), after);
        return new Slice<>(
                found.items().stream().map(shop -> ShopJson.of(shop, null)).toList(), found.next());
    }

    @GetMapping("/{id}")
    ShopJson get(@PathVariable UUID id) {
        var shop = shops.get(id);
        return ShopJson.of(shop, Shelf.onSale(shop, goods).goods());
    }

    @PostMapping
    ResponseEntity<ShopJson> add(Actor actor, @RequestBody NewShopJson body) {
        var shop = shops.add(
                actor,
                new NewShop(
                        Forms.text(body.community()),
                        names(body.name()),
                        null,
                        Forms.text(body.note()),
                        Origin.RECORDED));
        return ResponseEntity.status(HttpStatus.CREATED).body(ShopJson.of(shop, List.of()));
    }

    @PutMapping("/{id}/hours")
    ShopJson hours(Actor actor, @PathVariable UUID id, @RequestBody List<WindowJson> body) {
        try {
            var windows = body.stream()
                    .map(window -> new ShopHours.Window(
                            java.time.DayOfWeek.of(window.day()), window.fromMinute(), window.toMinute()))
                    .toList();
            return ShopJson.of(shops.setHours(actor, id, new ShopHours(windows)), null);
        } catch (IllegalArgumentException | java.time.DateTimeException | NullPointerException e) {
            throw new ShopRefused.Unreadable("hours", "shop-hours-unreadable");
        }
    }

    @PutMapping("/{id}/goods/{goodsId}")
    GoodsJson put(Actor actor, @PathVariable UUID id, @PathVariable UUID goodsId, @RequestBody NewGoodsJson body) {
        var isOnSale = body.isOnSale() == null || body.isOnSale();
        return GoodsJson.of(
                goods.put(actor, id, goodsId, new NewGoods(names(body.name()), body.pricePoints(), isOnSale, null)));
    }

    @PutMapping("/{id}/goods/{goodsId}/movements/{movement}")
    StockMovement move(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID goodsId,
            @PathVariable UUID movement,
            @RequestBody MovementJson body) {
        if (body.kind() == null) {
            throw new ShopRefused.Unreadable("kind", "shop-words", 20);
        }
        return goods.move(actor, at(id, goodsId), movement, body.kind(), body.pieces(), Forms.text(body.note()));
    }

    @GetMapping("/{id}/goods/{goodsId}/movements")
    Slice<StockMovement> movements(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID goodsId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam @Nullable UUID after) {
        return goods.movements(actor, at(id, goodsId), Math.clamp(limit, 1, MOST), after);
    }

    private Goods at(UUID shop, UUID id) {
        return goods.get(shops.get(shop).community(), id);
    }

    private static Names names(@Nullable Names names) {
        if (names == null || names.zh() == null) {
            throw new ShopRefused.Unreadable("name", "shop-words", 60);
        }
        return names.en() == null ? new Names(names.zh(), names.zh()) : names;
    }
}
