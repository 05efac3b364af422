package org.zhuxi.waste.internal.buyback;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.waste.buyback.Material;
import org.zhuxi.waste.buyback.RecyclerRef;
import org.zhuxi.waste.buyback.Settlement;

/** Months and what they came to. */
@Repository
public class SettlementStore {

    private final JdbcClient jdbc;

    SettlementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A month as it is kept. */
    public record Month(
            LocalDate month, int lastNumber, @Nullable Instant closedAt) {}

    /** Months with receipts, the latest first. */
    public List<Month> months(RecyclerRef ref, int limit) {
        return jdbc.sql("""
                        select month, last_number, closed_at
                        from waste.buy_back_month
                        where community_id = :community and recycler_id = :recycler and last_number > 0
                        order by month desc
                        limit :limit
                        """)
                .param("community", ref.community().value())
                .param("recycler", ref.id())
                .param("limit", limit)
                .query(Month.class)
                .list();
    }

    public Optional<Month> findMonth(RecyclerRef ref, YearMonth month) {
        return of(ref, month, """
                        select month, last_number, closed_at
                        from waste.buy_back_month
                        where community_id = :community and recycler_id = :recycler and month = :month
                        """).query(Month.class).optional();
    }

    /** What the receipts of a month add up to now. */
    public List<Settlement.Line> sums(RecyclerRef ref, YearMonth month) {
        return lines(of(ref, month, SUMS));
    }

    /** What a closed month came to. */
    public List<Settlement.Line> settled(RecyclerRef ref, YearMonth month) {
        return lines(of(ref, month, """
                        select material, mass_g, amount_fen, lines as entries
                        from waste.buy_back_settlement
                        where community_id = :community and recycler_id = :recycler and month = :month
                        order by material
                        """));
    }

    /** Writes down what the month came to and closes it. The caller holds the recycler. */
    public void close(RecyclerRef ref, YearMonth month, UUID by, Instant at) {
        of(ref, month, """
                        insert into waste.buy_back_settlement
                            (community_id, recycler_id, month, material, mass_g, amount_fen, lines)
                        select :community, :recycler, :month, sums.*
                        from (
                        """ + SUMS + ") as sums").update();
        of(ref, month, """
                        update waste.buy_back_month
                        set closed_by = :by, closed_at = :at
                        where community_id = :community and recycler_id = :recycler and month = :month
                          and closed_at is null
                        """)
                .param("by", by)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    private static final String SUMS = """
            select line.material, sum(line.mass_g)::bigint as mass_g, sum(line.amount_fen)::bigint as amount_fen,
                count(*) as entries
            from waste.buy_back receipt
            join waste.buy_back_line line
                on line.community_id = receipt.community_id and line.buy_back_id = receipt.id
            where receipt.community_id = :community and receipt.recycler_id = :recycler and receipt.month = :month
            group by line.material
            order by line.material
            """;

    private JdbcClient.StatementSpec of(RecyclerRef ref, YearMonth month, String sql) {
        return jdbc.sql(sql)
                .param("community", ref.community().value())
                .param("recycler", ref.id())
                .param("month", month.atDay(1));
    }

    private static List<Settlement.Line> lines(JdbcClient.StatementSpec statement) {
        return statement.query(Row.class).list().stream()
                .map(row ->
                        new Settlement.Line(Material.of(row.material()), row.massG(), row.amountFen(), row.entries()))
                .toList();
    }

    private record Row(String material, long massG, long amountFen, long entries) {}
}
