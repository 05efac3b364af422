package org.zhuxi.points.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.Names;
import org.zhuxi.points.Settlement;
import org.zhuxi.points.Shop;
import org.zhuxi.points.ShopRate;

/** Settlement statements, rates and corrections; the statement of an open month is added up when it is read. */
@Repository
public class SettlementStore {

    // each hand-over and each return counts by the rate of the day of its hand-over
    private static final String LINES = """
            select kind, name_zh, name_en, sum(pieces) as pieces, sum(points) as points, fen_per_point,
                   coalesce(sum(points) * fen_per_point, 0) as amount_fen, '' as note
            from (
                select 'CAPTURED' as kind, r.goods, v.name_zh, v.name_en, r.pieces, r.points, a.fen_per_point
                from points.redemption r
                join points.goods_version v
                  on v.community_id = r.community_id and v.goods = r.goods and v.version = r.goods_version
                left join lateral (%1$s) a on true
                where r.community_id = :community and r.shop = :shop and %2$s
                union all
                select 'REFUNDED', r.goods, v.name_zh, v.name_en, -r.pieces, -r.points, a.fen_per_point
                from points.redemption r
                join points.goods_version v
                  on v.community_id = r.community_id and v.goods = r.goods and v.version = r.goods_version
                left join lateral (%1$s) a on true
                where r.community_id = :community and r.shop = :shop and %3$s
            ) counted
            group by kind, goods, name_zh, name_en, fen_per_point
            union all
            select 'CORRECTED', to_char(about_month, 'YYYY-MM'), to_char(about_month, 'YYYY-MM'), 0, 0, null, amount_fen, note
            from points.settlement_correction
            where community_id = :community and shop = :shop and %4$s
            order by kind, name_zh, fen_per_point
            """;

    private static final String RATE = """
            select fen_per_point
            from points.shop_rate
            where community_id = r.community_id and shop = r.shop and valid_from <= r.captured_on
            order by valid_from desc
            limit 1
            """;

    private static final String OPEN = LINES.formatted(
            RATE,
            "r.captured_on < :end and r.captured_on is not null and r.settled_month is null",
            "r.refunded_on < :end and r.refunded_on is not null and r.refund_settled_month is null",
            "settled_month is null");

    private static final String MARKED = LINES.formatted(
            RATE, "r.settled_month = :month", "r.refund_settled_month = :month", "settled_month = :month");

    private final JdbcClient database;

    SettlementStore(JdbcClient database) {
        this.database = database;
    }

    /** Keeps others from closing a month of the shop meanwhile. */
    public void lock(Shop shop) {
        about("""
                select id from points.shop where community_id = :community and id = :shop for no key update""", shop).query(UUID.class).single();
    }

    public boolean isClosed(Shop shop, YearMonth month) {
        return about("""
                select count(*) from points.settlement
                where community_id = :community and shop = :shop and month = :month""", shop).param("month", month.atDay(1)).query(Long.class).single() > 0;
    }

    public List<YearMonth> closedMonths(Shop shop) {
        return about("""
                select month from points.settlement
                where community_id = :community and shop = :shop
                order by month desc""", shop)
                .query((row, number) -> YearMonth.from(row.getObject("month", LocalDate.class)))
                .list();
    }

    public Settlement closed(Shop shop, YearMonth month) {
        var lines = about("""
                select kind, name_zh, name_en, pieces, points, fen_per_point, amount_fen, note
                from points.settlement_line
                where community_id = :community and shop = :shop and month = :month
                order by line""", shop)
                .param("month", month.atDay(1))
                .query(SettlementStore::line)
                .list();
        return Settlement.of(month, true, lines);
    }

    /** What would be in the month if it were closed now. */
    public Settlement open(Shop shop, YearMonth month) {
        var lines = about(OPEN, shop)
                .param("end", month.plusMonths(1).atDay(1))
                .query(SettlementStore::line)
                .list();
        return Settlement.of(month, false, lines);
    }

    /** What has been marked for the month. */
    public Settlement marked(Shop shop, YearMonth month) {
        var lines = about(MARKED, shop)
                .param("month", month.atDay(1))
                .query(SettlementStore::line)
                .list();
        return Settlement.of(month, false, lines);
    }

    public void mark(Shop shop, YearMonth month) {
        for (var sql : List.of("""
                update points.redemption set settled_month = :month
                where community_id = :community and shop = :shop and captured_on < :end and settled_month is null""", """
                update points.redemption set refund_settled_month = :month
                where community_id = :community and shop = :shop and refunded_on < :end
                  and refund_settled_month is null""", """
                update points.settlement_correction set settled_month = :month
                where community_id = :community and shop = :shop and settled_month is null
                  and cast(:end as date) is not null""")) {
            about(sql, shop)
                    .param("month", month.atDay(1))
                    .param("end", month.plusMonths(1).atDay(1))
                    .update();
        }
    }

    public void close(Shop shop, Settlement statement, UUID by, Instant at) {
        about("""
                insert into points.settlement (
                    community_id, shop, month, pieces, points, amount_fen, closed_by, closed_at)
                values (:community, :shop, :month, :pieces, :points, :amount, :by, :at)""", shop)
                .param("month", statement.month().atDay(1))
                .param("pieces", statement.pieces())
                .param("points", statement.points())
                .param("amount", statement.amountFen())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        about("""
                insert into points.settlement_line (
                    community_id, shop, month, line, kind, name_zh, name_en, pieces, points, fen_per_point, amount_fen,
                    note)
                select :community, :shop, :month, row_number() over (order by kind, name_zh, fen_per_point), kind, name_zh,
                       name_en, pieces, points, fen_per_point, amount_fen, note
                from (%s) marked""".formatted(MARKED), shop)
                .param("month", statement.month().atDay(1))
                .update();
    }

    public List<ShopRate> rates(Shop shop) {
        return about("""
                select valid_from, fen_per_point from points.shop_rate
                where community_id = :community and shop = :shop
                order by valid_from desc""", shop)
                .query((row, number) ->
                        new ShopRate(row.getObject("valid_from", LocalDate.class), row.getLong("fen_per_point")))
                .list();
    }

    /** False when there is another rate from that day on. */
    public boolean addRate(Shop shop, ShopRate rate, UUID by, Instant at) {
        return about("""
                insert into points.shop_rate (community_id, shop, valid_from, fen_per_point, made_by, made_at)
                values (:community, :shop, :from, :fen, :by, :at)
                on conflict (community_id, shop, valid_from) do nothing""", shop)
                        .param("from", rate.validFrom())
                        .param("fen", rate.fenPerPoint())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** False when it was noted before. */
    public boolean addCorrection(
            Shop shop, UUID id, YearMonth month, long amountFen, String note, UUID by, Instant at) {
        return about("""
                insert into points.settlement_correction (
                    community_id, shop, id, about_month, amount_fen, note, made_by, made_at)
                values (:community, :shop, :id, :month, :amount, :note, :by, :at)
                on conflict (community_id, shop, id) do nothing""", shop)
                        .param("id", id)
                        .param("month", month.atDay(1))
                        .param("amount", amountFen)
                        .param("note", note)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private JdbcClient.StatementSpec about(String sql, Shop shop) {
        return database.sql(sql).param("community", shop.community().value()).param("shop", shop.id());
    }

    private static Settlement.Line line(ResultSet row, int number) throws SQLException {
        var rate = row.getObject("fen_per_point") == null ? null : row.getLong("fen_per_point");
        return new Settlement.Line(
                Settlement.Kind.valueOf(row.getString("kind")),
                new Names(row.getString("name_zh"), row.getString("name_en")),
                row.getLong("pieces"),
                row.getLong("points"),
                rate,
                row.getLong("amount_fen"),
                row.getString("note"));
    }
}
