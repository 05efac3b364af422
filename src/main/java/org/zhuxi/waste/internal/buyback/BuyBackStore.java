package org.zhuxi.waste.internal.buyback;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.waste.buyback.Quote;
import org.zhuxi.waste.buyback.Receipt;
import org.zhuxi.waste.buyback.RecyclerRef;

/** Receipts; rows are only ever added. */
@Repository
public class BuyBackStore {

    private final JdbcClient jdbc;

    BuyBackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A receipt that is to be kept, with the hash of what was sent. */
    public record Draft(Receipt receipt, byte[] contentHash, Instant recordedAt) {

        /** The same in the month and under the number it is kept with. */
        public Draft numbered(YearMonth month, int number) {
            var it = receipt;
            var numbered = new Receipt(
                    it.id(),
                    it.recycler(),
                    it.recyclerName(),
                    month,
                    number,
                    it.household(),
                    it.site(),
                    it.at(),
                    it.day(),
                    it.quote(),
                    it.payment(),
                    it.drop(),
                    it.reverses(),
                    it.reversedBy(),
                    it.reason(),
                    it.recordedBy(),
                    it.origin());
            return new Draft(numbered, contentHash, recordedAt);
        }
    }

    /** What is kept under an id. */
    public record Kept(UUID id, int communityId, byte[] contentHash) {}

    /** Those of the ids that are there. */
    public List<Kept> findKept(Collection<UUID> ids) {
        return jdbc.sql("select id, community_id, content_hash from waste.buy_back where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Kept.class)
                .list();
    }

    /**
     * Takes so many numbers of the first month, from the given one on, that is still open. The caller holds the recycler.
     *
     * @return the month and the last number taken, or empty when the month is closed
     */
    public Optional<Integer> takeNumbers(RecyclerRef ref, YearMonth month, int count) {
        jdbc.sql("""
                        insert into waste.buy_back_month (community_id, recycler_id, month)
                        values (:community, :recycler, :month)
                        on conflict do nothing
                        """)
                .param("community", ref.community().value())
                .param("recycler", ref.id())
                .param("month", month.atDay(1))
                .update();
        return jdbc.sql("""
                        update waste.buy_back_month
                        set last_number = last_number + :count
                        where community_id = :community and recycler_id = :recycler and month = :month
                          and closed_at is null
                        returning last_number
                        """)
                .param("count", count)
                .param("community", ref.community().value())
                .param("recycler", ref.id())
                .param("month", month.atDay(1))
                .query(Integer.class)
                .optional();
    }

    /** Adds receipts of one recycler with their lines; answers the ids that were new. */
    public Set<UUID> insert(RecyclerRef ref, List<Draft> drafts) {
        var receipts = drafts.stream().map(Draft::receipt).toList();
        var added = new HashSet<>(jdbc.sql("""
                        insert into waste.buy_back
                            (community_id, id, recycler_id, month, number, household_id, site_id, occurred_at, local_date,
                             amount_fen, payment, drop_id, reverses, reason, content_hash, recorded_by, recorded_at, origin)
                        select :community, id, :recycler, month, number, household_id, site_id, occurred_at, local_date,
                            amount_fen, payment, drop_id, reverses, reason, decode(content_hash, 'hex'), recorded_by,
                            recorded_at, origin
                        from unnest(:ids, cast(:months as date[]), :numbers, :households, :sites,
                                cast(:at as timestamptz[]), cast(:days as date[]), :amounts, :payments, :drops, :reverses,
                                :reasons, :hashes, :by, cast(:recorded as timestamptz[]), :origins)
                            as r (id, month, number, household_id, site_id, occurred_at, local_date, amount_fen, payment,
                                drop_id, reverses, reason, content_hash, recorded_by, recorded_at, origin)
                        on conflict do nothing
                        returning id
                        """)
                .param("community", ref.community().value())
                .param("recycler", ref.id())
                .param("ids", receipts.stream().map(Receipt::id).toArray(UUID[]::new))
                .param("months", texts(receipts.stream().map(it -> it.month().atDay(1))))
                .param("numbers", receipts.stream().map(Receipt::number).toArray(Integer[]::new))
                .param(
                        "households",
                        receipts.stream().map(it -> it.household().id()).toArray(UUID[]::new))
                .param("sites", receipts.stream().map(Receipt::site).toArray(UUID[]::new))
                .param("at", texts(receipts.stream().map(Receipt::at)))
                .param("days", texts(receipts.stream().map(Receipt::day)))
                .param("amounts", receipts.stream().map(Receipt::amountFen).toArray(Long[]::new))
                .param("payments", texts(receipts.stream().map(Receipt::payment)))
                .param("drops", receipts.stream().map(Receipt::drop).toArray(UUID[]::new))
                .param("reverses", receipts.stream().map(Receipt::reverses).toArray(UUID[]::new))
                .param("reasons", texts(receipts.stream().map(Receipt::reason)))
                .param(
                        "hashes",
                        texts(drafts.stream().map(it -> java.util.HexFormat.of().formatHex(it.contentHash()))))
                .param("by", receipts.stream().map(Receipt::recordedBy).toArray(UUID[]::new))
                .param("recorded", texts(drafts.stream().map(Draft::recordedAt)))
                .param("origins", texts(receipts.stream().map(Receipt::origin)))
                .query(UUID.class)
                .list());
        var kept = receipts.stream().filter(it -> added.contains(it.id())).toList();
        insertLines(ref, kept);
        markReversed(ref, kept);
        return added;
    }

    /** Sets free the drops of receipts that were taken back. */
    private void markReversed(RecyclerRef ref, List<Receipt> kept) {
        var reversed =
                kept.stream().map(Receipt::reverses).filter(Objects::nonNull).toArray(UUID[]::new);
        if (reversed.length == 0) {
            return;
        }
        jdbc.sql("""
                        update waste.buy_back
                        set is_reversed = true
                        where community_id = :community and id = any(:reversed)
                        """)
                .param("community", ref.community().value())
                .param("reversed", reversed)
                .update();
    }

    private void insertLines(RecyclerRef ref, List<Receipt> receipts) {
        var ids = new ArrayList<UUID>();
        var lines = new ArrayList<Quote.Line>();
        receipts.forEach(receipt -> receipt.quote().lines().forEach(line -> {
            ids.add(receipt.id());
            lines.add(line);
        }));
        jdbc.sql("""
                        insert into waste.buy_back_line
                            (community_id, buy_back_id, material, mass_g, price_fen_per_kg, amount_fen)
                        select :community, buy_back_id, material, mass_g, price, amount
                        from unnest(:ids, :materials, :masses, :prices, :amounts)
                            as line (buy_back_id, material, mass_g, price, amount)
                        """)
                .param("community", ref.community().value())
                .param("ids", ids.toArray(UUID[]::new))
                .param(
                        "materials",
                        texts(lines.stream().map(line -> line.material().code())))
                .param("masses", lines.stream().map(Quote.Line::massG).toArray(Long[]::new))
                .param("prices", lines.stream().map(Quote.Line::priceFenPerKg).toArray(Long[]::new))
                .param("amounts", lines.stream().map(Quote.Line::amountFen).toArray(Long[]::new))
                .update();
    }

    public List<Receipt> find(Collection<UUID> ids) {
        return receipts(jdbc.sql(ReceiptRows.SELECT + "where b.id = any(:ids)").param("ids", ids.toArray(UUID[]::new)));
    }

    /** A household's receipts, the latest first, from behind a key. */
    public List<Receipt> ofHousehold(HouseholdRef household, int limit, @Nullable ReceiptKey after) {
        return receipts(after(after, jdbc.sql(ReceiptRows.SELECT + """
                        where b.community_id = :community and b.household_id = :household
                          and (cast(:afterAt as timestamptz) is null or (b.occurred_at, b.id) < (cast(:afterAt as timestamptz), cast(:afterId as uuid)))
                        order by b.occurred_at desc, b.id desc
                        limit :limit
                        """))
                .param("community", household.community().value())
                .param("household", household.id())
                .param("limit", limit));
    }

    /** A recycler's receipts of a month, or those one account handed out on or after a day, the latest first. */
    public List<Receipt> ofMonth(RecyclerRef ref, YearMonth month, int limit, int belowNumber) {
        return receipts(jdbc.sql(ReceiptRows.SELECT + """
                        where b.community_id = :community and b.recycler_id = :recycler and b.month = :month
                          and b.number < :below
                        order by b.number desc
                        limit :limit
                        """)
                .param("community", ref.community().value())
                .param("recycler", ref.id())
                .param("month", month.atDay(1))
                .param("below", belowNumber)
                .param("limit", limit));
    }

    /** What one person handed out on a day in a community, the latest first. */
    public List<Receipt> ofDay(CommunityId community, UUID account, LocalDate day, int limit) {
        return receipts(jdbc.sql(ReceiptRows.SELECT + """
                        where b.community_id = :community and b.recorded_by = :account and b.local_date = :day
                        order by b.occurred_at desc, b.id desc
                        limit :limit
                        """)
                .param("community", community.value())
                .param("account", account)
                .param("day", day)
                .param("limit", limit));
    }

    /** A drop of recyclables that may be bought: whose it is, how much it weighed, which receipt has bought it. */
    public Optional<BoughtDrop> findDrop(CommunityId community, UUID drop) {
        return jdbc.sql("""
                        select a.household_id, (1000 * (a.quantities ->> 'mass')::numeric)::bigint as mass_g,
                            (select b.id
                             from waste.buy_back b
                             where b.community_id = a.community_id and b.drop_id = a.id and b.reverses is null
                               and not b.is_reversed
                             limit 1) as bought_by
                        from activity.v_activity a
                        where a.community_id = :community and a.id = :drop and a.kind = 'waste.drop.recyclable'
                          and a.state in ('RECORDED', 'VERIFIED')
                        """)
                .param("community", community.value())
                .param("drop", drop)
                .query(BoughtDrop.class)
                .optional();
    }

    public record BoughtDrop(
            UUID householdId, long massG, @Nullable UUID boughtBy) {}

    private static JdbcClient.StatementSpec after(@Nullable ReceiptKey key, JdbcClient.StatementSpec statement) {
        return statement
                .param("afterAt", key == null ? null : OffsetDateTime.ofInstant(key.at(), ZoneOffset.UTC))
                .param("afterId", key == null ? null : key.id());
    }

    private static List<Receipt> receipts(JdbcClient.StatementSpec statement) {
        return statement.query(ReceiptRows.Row.class).list().stream()
                .map(ReceiptRows.Row::receipt)
                .toList();
    }

    private static String[] texts(Stream<?> values) {
        return values.map(String::valueOf).toArray(String[]::new);
    }
}
