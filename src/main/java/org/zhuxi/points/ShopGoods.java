package org.zhuxi.points;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.points.internal.GoodsPhoto;
import org.zhuxi.points.internal.GoodsStore;

/** The goods of shops and their stock. Everybody may look; those who manage a shop may change. */
@Service
public class ShopGoods {

    private static final long MOST_POINTS = 1_000_000;
    private static final long MOST_PIECES = 1_000_000;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_NOTE = 200;

    private final GoodsStore store;
    private final Shops shops;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ShopGoods(GoodsStore store, Shops shops, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.shops = shops;
        this.clock = clock;
        this.events = events;
    }

    /** All goods of a shop, those not on sale as well. */
    @Transactional(readOnly = true)
    public List<Goods> list(Shop shop) {
        return store.ofShop(shop.community(), shop.id());
    }

    @Transactional(readOnly = true)
    public Goods get(CommunityId community, UUID id) {
        return store.find(community, id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** The photo of goods, as JPEG. */
    @Transactional(readOnly = true)
    public Optional<byte[]> photo(CommunityId community, String sha256) {
        return store.photo(community, sha256);
    }

    /**
     * Makes goods, or their next version; nothing is written when nothing would change.
     *
     * @param id made by the client
     * @throws ShopRefused.KeyReused when another shop has goods of this id
     */
    @Transactional
    public Goods put(Actor actor, UUID shopId, UUID id, NewGoods wanted) {
        var shop = shops.get(shopId);
        actor.require(PointsPermissions.MANAGE_SHOPS, shop.site().path());
        Shops.requireWords("name", wanted.name().zh(), LONGEST_NAME);
        Shops.requireWords("nameEn", wanted.name().en(), LONGEST_NAME);
        if (wanted.pricePoints() < 1 || wanted.pricePoints() > MOST_POINTS) {
            throw new ShopRefused.Unreadable("price", "shop-price", MOST_POINTS);
        }
        var photo = wanted.photo() == null ? null : GoodsPhoto.drawnAnew(wanted.photo());
        store.insert(shop.community(), id, shop.id());
        var old = store.lock(shop.community(), id);
        if (old.isPresent() && !old.get().shop().equals(shopId)) {
            throw new ShopRefused.KeyReused(id);
        }
        if (photo != null) {
            store.keepPhoto(shop.community(), photo.sha256(), photo.jpeg(), actor.account(), clock.instant());
        }
        var shown = photo == null ? old.map(Goods::photo).orElse(null) : photo.sha256();
        if (old.isEmpty() || differs(old.get(), wanted, shown)) {
            var version = old.map(Goods::version).orElse(0) + 1;
            store.addVersion(shop.community(), id, version, wanted, shown, actor.account(), clock.instant());
            audit(actor, "shop.goods", shop, wanted.name().zh() + " " + wanted.pricePoints() + " v" + version);
        }
        return get(shop.community(), id);
    }

    /**
     * Writes down pieces that came in, or corrects the count.
     *
     * @param kind RECEIVED with positive pieces, or CORRECTED with the difference
     * @throws ShopRefused.StockTooSmall when fewer would be left than are promised
     */
    @Transactional
    public StockMovement move(Actor actor, Goods goods, UUID id, StockMovement.Kind kind, long pieces, String note) {
        var shop = shops.get(goods.shop());
        actor.require(PointsPermissions.MANAGE_SHOPS, shop.site().path());
        var isHandMade = kind == StockMovement.Kind.RECEIVED || kind == StockMovement.Kind.CORRECTED;
        var isTooSmall = pieces == 0 || (kind == StockMovement.Kind.RECEIVED && pieces < 0);
        if (!isHandMade || isTooSmall || Math.abs(pieces) > MOST_PIECES) {
            throw new ShopRefused.Unreadable("pieces", "shop-pieces", MOST_PIECES);
        }
        if (note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0) {
            throw new ShopRefused.Unreadable("note", "shop-note-too-long", LONGEST_NOTE);
        }
        if (kind == StockMovement.Kind.CORRECTED && note.isBlank()) {
            throw new ShopRefused.Unreadable("note", "shop-words", LONGEST_NOTE);
        }
        var locked = store.lock(goods.community(), goods.id()).orElseThrow(() -> new Refused.NotFound(goods.id()));
        var earlier = store.findMovement(goods.community(), goods.id(), id);
        if (earlier.isPresent()) {
            return requireSame(earlier.get(), kind, pieces);
        }
        var after = locked.stock() + pieces;
        if (after < locked.reserved()) {
            throw new ShopRefused.StockTooSmall(locked.stock(), locked.reserved());
        }
        var movement = new StockMovement(id, kind, pieces, after, null, note.strip(), clock.instant());
        store.move(locked, movement, actor.account());
        audit(actor, "shop.stock", shop, locked.name().zh() + " " + pieces);
        return movement;
    }

    /** Every piece that came or went, latest first; for those who serve there. */
    @Transactional(readOnly = true)
    public Slice<StockMovement> movements(Actor actor, Goods goods, int limit, @Nullable UUID after) {
        actor.require(PointsPermissions.SERVE, shops.get(goods.shop()).site().path());
        return Slice.of(
                store.movements(goods.community(), goods.id(), limit + 1, after),
                limit,
                movement -> movement.id().toString());
    }

    private static StockMovement requireSame(StockMovement earlier, StockMovement.Kind kind, long pieces) {
        if (earlier.kind() != kind || earlier.pieces() != pieces) {
            throw new ShopRefused.KeyReused(earlier.id());
        }
        return earlier;
    }

    private static boolean differs(Goods old, NewGoods wanted, @Nullable String photo) {
        return !old.name().equals(wanted.name())
                || old.pricePoints() != wanted.pricePoints()
                || old.isOnSale() != wanted.isOnSale()
                || !java.util.Objects.equals(old.photo(), photo);
    }

    private void audit(Actor actor, String action, Shop shop, String detail) {
        events.publishEvent(
                new Audited(actor, action, shop.site().code(), shop.site().path(), detail));
    }
}
