package org.zhuxi.points.internal;

import java.util.List;
import org.zhuxi.points.Goods;
import org.zhuxi.points.Shop;
import org.zhuxi.points.ShopGoods;

/** A shop with what lies on its shelf. */
public record Shelf(Shop shop, List<Goods> goods) {

    /** What residents can redeem, what is sold out as well. */
    static Shelf onSale(Shop shop, ShopGoods all) {
        return new Shelf(shop, all.list(shop).stream().filter(Goods::isOnSale).toList());
    }

    static Shelf everything(Shop shop, ShopGoods all) {
        return new Shelf(shop, all.list(shop));
    }
}
