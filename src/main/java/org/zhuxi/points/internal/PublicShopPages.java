package org.zhuxi.points.internal;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.points.ShopGoods;
import org.zhuxi.points.Shops;

/** Where to get what for points, for everybody. */
@Controller
class PublicShopPages {

    private static final int PAGE = 30;

    private final Shops shops;
    private final ShopGoods goods;
    private final Places places;

    PublicShopPages(Shops shops, ShopGoods goods, Places places) {
        this.shops = shops;
        this.goods = goods;
        this.places = places;
    }

    @GetMapping("/shops")
    String list(@RequestParam(defaultValue = "") String place, @RequestParam @Nullable String after, Model model) {
        var at = place.isBlank()
                ? PlacePath.NATION
                : places.findByCode(place.strip())
                        .orElseThrow(() -> new Refused.NotFound(place))
                        .path();
        var found = shops.list(at, PAGE, after);
        model.addAttribute("place", place.strip());
        model.addAttribute("shops", found.items());
        model.addAttribute("next", found.next());
        return "points/shops";
    }

    @GetMapping("/shops/{id}")
    String shop(@PathVariable UUID id, Model model) {
        model.addAttribute("shelf", Shelf.onSale(shops.get(id), goods));
        return "points/shop";
    }

    @GetMapping("/shops/photos/{community}/{sha256}")
    ResponseEntity<byte[]> photo(@PathVariable int community, @PathVariable String sha256) {
        if (community <= 0 || !sha256.matches("[0-9a-f]{64}")) {
            throw new Refused.NotFound(sha256);
        }
        var jpeg = goods.photo(new CommunityId(community), sha256).orElseThrow(() -> new Refused.NotFound(sha256));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(jpeg);
    }
}
