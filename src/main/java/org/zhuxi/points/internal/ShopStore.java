package org.zhuxi.points.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.points.ShopHours;

/** Shops and when they are open. */
@Repository
public class ShopStore {

    private final JdbcClient database;

    ShopStore(JdbcClient database) {
        this.database = database;
    }

    /** A shop's row; its name and path are its site's. */
    public record Row(CommunityId community, UUID id, String note, boolean isClosed) {}

    /** False when the shop is there already. */
    public boolean insert(CommunityId community, UUID id, String note, UUID by, Instant at, Origin origin) {
        return database.sql("""
                        insert into points.shop (community_id, id, note, made_by, made_at, origin)
                        values (:community, :id, :note, :by, :at, :origin)
                        on conflict (community_id, id) do nothing
                        """)
                        .param("community", community.value())
                        .param("id", id)
                        .param("note", note)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("origin", origin.name())
                        .update()
                > 0;
    }

    public Optional<Row> find(UUID id) {
        return database.sql("select community_id, id, note, closed_at from points.shop where id = :id")
                .param("id", id)
                .query(ShopStore::row)
                .optional();
    }

    /** Shops after a key, all communities when none are named. */
    public List<Row> list(@Nullable List<CommunityId> communities, int afterCommunity, UUID after, int limit) {
        return database.sql("""
                        select community_id, id, note, closed_at
                        from points.shop
                        where (cast(:communities as integer[]) is null or community_id = any(:communities))
                          and (community_id, id) > (:afterCommunity, :after)
                          and closed_at is null
                        order by community_id, id
                        limit :limit
                        """)
                .param("communities", communities == null ? null : numbers(communities))
                .param("afterCommunity", afterCommunity)
                .param("after", after)
                .param("limit", limit)
                .query(ShopStore::row)
                .list();
    }

    public Map<UUID, ShopHours> hours(Collection<Row> shops) {
        var windows = new HashMap<UUID, List<ShopHours.Window>>();
        database.sql("""
                        select shop, day, from_minute, to_minute
                        from points.shop_window
                        where community_id = any(:communities) and shop = any(:shops)
                        order by shop, day, from_minute
                        """)
                .param(
                        "communities",
                        shops.stream().map(shop -> shop.community().value()).toArray(Integer[]::new))
                .param("shops", shops.stream().map(Row::id).toArray(UUID[]::new))
                .query(row -> {
                    windows.computeIfAbsent(row.getObject("shop", UUID.class), any -> new java.util.ArrayList<>())
                            .add(new ShopHours.Window(
                                    DayOfWeek.of(row.getInt("day")),
                                    row.getInt("from_minute"),
                                    row.getInt("to_minute")));
                });
        var hours = new HashMap<UUID, ShopHours>();
        windows.forEach((shop, list) -> hours.put(shop, new ShopHours(list)));
        return hours;
    }

    public void setHours(CommunityId community, UUID shop, ShopHours hours) {
        database.sql("delete from points.shop_window where community_id = :community and shop = :shop")
                .param("community", community.value())
                .param("shop", shop)
                .update();
        database.sql("""
                        insert into points.shop_window (community_id, shop, day, from_minute, to_minute)
                        select :community, :shop, day, from_minute, to_minute
                        from unnest(cast(:days as smallint[]), cast(:from as smallint[]), cast(:to as smallint[]))
                          as w (day, from_minute, to_minute)
                        """)
                .param("community", community.value())
                .param("shop", shop)
                .param("days", literal(hours, window -> window.day().getValue()))
                .param("from", literal(hours, ShopHours.Window::fromMinute))
                .param("to", literal(hours, ShopHours.Window::toMinute))
                .update();
    }

    public void setNote(CommunityId community, UUID shop, String note) {
        database.sql("update points.shop set note = :note where community_id = :community and id = :shop")
                .param("note", note)
                .param("community", community.value())
                .param("shop", shop)
                .update();
    }

    /** Closes a shop for good, or opens it again. */
    public void setClosed(CommunityId community, UUID shop, @Nullable Instant at) {
        database.sql("update points.shop set closed_at = :at where community_id = :community and id = :shop")
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .param("community", community.value())
                .param("shop", shop)
                .update();
    }

    private static String literal(ShopHours hours, java.util.function.ToIntFunction<ShopHours.Window> part) {
        return hours.windows().stream()
                .map(window -> Integer.toString(part.applyAsInt(window)))
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    static Integer[] numbers(List<CommunityId> communities) {
        return communities.stream().map(CommunityId::value).toArray(Integer[]::new);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                row.getString("note"),
                row.getObject("closed_at") != null);
    }
}
