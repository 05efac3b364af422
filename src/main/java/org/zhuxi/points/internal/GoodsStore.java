package org.zhuxi.points.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.points.Goods;
import org.zhuxi.points.NewGoods;
import org.zhuxi.points.StockMovement;

/** Goods with their versions, their stock, and every piece that came or went. */
@Repository
public class GoodsStore {

    private static final String GOODS = """
            select g.community_id, g.id, g.shop, g.version, v.name_zh, v.name_en, v.price_points, v.on_sale, v.photo,
                   g.stock, g.reserved
            from points.goods g
            join points.goods_version v
              on v.community_id = g.community_id and v.goods = g.id and v.version = g.version
            """;

    private final JdbcClient database;

    GoodsStore(JdbcClient database) {
        this.database = database;
    }

    public List<Goods> ofShop(CommunityId community, UUID shop) {
        return database.sql(GOODS + """
                        where g.community_id = :community and g.shop = :shop
                        order by g.id
                        """)
                .param("community", community.value())
                .param("shop", shop)
                .query(GoodsStore::goods)
                .list();
    }

    public Optional<Goods> find(CommunityId community, UUID id) {
        return database.sql(GOODS + "where g.community_id = :community and g.id = :id")
                .param("community", community.value())
                .param("id", id)
                .query(GoodsStore::goods)
                .optional();
    }

    /** The goods with their row locked to the end of the transaction: whoever counts pieces waits here. */
    public Optional<Goods> lock(CommunityId community, UUID id) {
        var locked = database.sql("""
                        select id
                        from points.goods
                        where community_id = :community and id = :id
                        for no key update
                        """)
                .param("community", community.value())
                .param("id", id)
                .query(UUID.class)
                .optional();
        return locked.flatMap(known -> find(community, known));
    }

    public void insert(CommunityId community, UUID id, UUID shop) {
        database.sql("""
                        insert into points.goods (community_id, id, shop, version, stock, reserved)
                        values (:community, :id, :shop, 0, 0, 0)
                        on conflict (community_id, id) do nothing
                        """)
                .param("community", community.value())
                .param("id", id)
                .param("shop", shop)
                .update();
    }

    /** The next version; the goods row must be locked. */
    public void addVersion(
            CommunityId community, UUID id, int version, NewGoods goods, @Nullable String photo, UUID by, Instant at) {
        database.sql("""
                        insert into points.goods_version (
                            community_id, goods, version, name_zh, name_en, price_points, on_sale, photo, made_by, made_at)
                        values (:community, :id, :version, :zh, :en, :price, :onSale, :photo, :by, :at)
                        """)
                .param("community", community.value())
                .param("id", id)
                .param("version", version)
                .param("zh", goods.name().zh())
                .param("en", goods.name().en())
                .param("price", goods.pricePoints())
                .param("onSale", goods.isOnSale())
                .param("photo", photo)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        database.sql("update points.goods set version = :version where community_id = :community and id = :id")
                .param("version", version)
                .param("community", community.value())
                .param("id", id)
                .update();
    }

    /** Sets more pieces aside, or fewer when negative; the goods row must be locked. */
    public void reserve(CommunityId community, UUID id, long pieces) {
        database.sql("""
                        update points.goods
                        set reserved = reserved + :pieces
                        where community_id = :community and id = :id
                        """)
                .param("pieces", pieces)
                .param("community", community.value())
                .param("id", id)
                .update();
    }

    /** Writes a movement down and changes the stock by it; the goods row must be locked. */
    public void move(Goods goods, StockMovement movement, UUID by) {
        database.sql("""
                        update points.goods
                        set stock = stock + :pieces,
                            reserved = reserved - case when :kind = 'CAPTURED' then -:pieces else 0 end
                        where community_id = :community and id = :id
                        """)
                .param("pieces", movement.pieces())
                .param("kind", movement.kind().name())
                .param("community", goods.community().value())
                .param("id", goods.id())
                .update();
        database.sql("""
                        insert into points.stock_movement (
                            community_id, goods, id, kind, pieces, stock_after, redemption, note, moved_by, moved_at)
                        values (:community, :goods, :id, :kind, :pieces, :after, :redemption, :note, :by, :at)
                        """)
                .param("community", goods.community().value())
                .param("goods", goods.id())
                .param("id", movement.id())
                .param("kind", movement.kind().name())
                .param("pieces", movement.pieces())
                .param("after", movement.stockAfter())
                .param("redemption", movement.redemption())
                .param("note", movement.note())
                .param("by", by)
                .param("at", movement.movedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<StockMovement> findMovement(CommunityId community, UUID goods, UUID id) {
        return database.sql("""
                        select id, kind, pieces, stock_after, redemption, note, moved_at
                        from points.stock_movement
                        where community_id = :community and goods = :goods and id = :id
                        """)
                .param("community", community.value())
                .param("goods", goods)
                .param("id", id)
                .query(GoodsStore::movement)
                .optional();
    }

    /** Latest first. */
    public List<StockMovement> movements(CommunityId community, UUID goods, int limit, @Nullable UUID after) {
        return database.sql("""
                        select id, kind, pieces, stock_after, redemption, note, moved_at
                        from points.stock_movement
                        where community_id = :community and goods = :goods
                          and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc
                        limit :limit
                        """)
                .param("community", community.value())
                .param("goods", goods)
                .param("after", after)
                .param("limit", limit)
                .query(GoodsStore::movement)
                .list();
    }

    public void keepPhoto(CommunityId community, String sha256, byte[] jpeg, UUID by, Instant at) {
        database.sql("""
                        insert into points.goods_photo (community_id, sha256, jpeg, made_by, made_at)
                        values (:community, :sha256, :jpeg, :by, :at)
                        on conflict (community_id, sha256) do nothing
                        """)
                .param("community", community.value())
                .param("sha256", sha256)
                .param("jpeg", jpeg)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<byte[]> photo(CommunityId community, String sha256) {
        return database.sql("""
                        select jpeg
                        from points.goods_photo
                        where community_id = :community and sha256 = :sha256
                        """)
                .param("community", community.value())
                .param("sha256", sha256)
                .query((row, number) -> row.getBytes("jpeg"))
                .optional();
    }

    private static Goods goods(ResultSet row, int number) throws SQLException {
        return new Goods(
                row.getObject("id", UUID.class),
                new CommunityId(row.getInt("community_id")),
                row.getObject("shop", UUID.class),
                row.getInt("version"),
                new Names(row.getString("name_zh"), row.getString("name_en")),
                row.getLong("price_points"),
                row.getBoolean("on_sale"),
                row.getString("photo"),
                row.getLong("stock"),
                row.getLong("reserved"));
    }

    private static StockMovement movement(ResultSet row, int number) throws SQLException {
        return new StockMovement(
                row.getObject("id", UUID.class),
                StockMovement.Kind.valueOf(row.getString("kind")),
                row.getLong("pieces"),
                row.getLong("stock_after"),
                row.getObject("redemption", UUID.class),
                row.getString("note"),
                row.getObject("moved_at", OffsetDateTime.class).toInstant());
    }
}
