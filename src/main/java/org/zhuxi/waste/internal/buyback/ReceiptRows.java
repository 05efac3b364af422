package org.zhuxi.waste.internal.buyback;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.waste.buyback.Material;
import org.zhuxi.waste.buyback.Payment;
import org.zhuxi.waste.buyback.Quote;
import org.zhuxi.waste.buyback.Receipt;
import org.zhuxi.waste.buyback.RecyclerRef;

/** A receipt as one row, its lines packed into a text. */
final class ReceiptRows {

    static final String SELECT = """
            select b.community_id, b.id, b.recycler_id, r.name as recycler_name, b.month, b.number, b.household_id,
                b.site_id, b.occurred_at, b.local_date, b.payment, b.drop_id, b.reverses, b.reason, b.recorded_by, b.origin,
                (select v.id
                 from waste.buy_back v
                 where v.community_id = b.community_id and v.reverses = b.id) as reversed_by,
                (select string_agg(l.material || ':' || l.mass_g || ':' || l.price_fen_per_kg || ':' || l.amount_fen,
                            ',' order by l.material)
                 from waste.buy_back_line l
                 where l.community_id = b.community_id and l.buy_back_id = b.id) as lines
            from waste.buy_back b
            join waste.recycler r on r.community_id = b.community_id and r.id = b.recycler_id
            """;

    private ReceiptRows() {}

    record Row(
            int communityId,
            UUID id,
            UUID recyclerId,
            String recyclerName,
            LocalDate month,
            int number,
            UUID householdId,
            @Nullable UUID siteId,
            Instant occurredAt,
            LocalDate localDate,
            String payment,
            @Nullable UUID dropId,
            @Nullable UUID reverses,
            String reason,
            UUID recordedBy,
            String origin,
            @Nullable UUID reversedBy,
            String lines) {

        Receipt receipt() {
            var community = new CommunityId(communityId);
            return new Receipt(
                    id,
                    new RecyclerRef(community, recyclerId),
                    recyclerName,
                    YearMonth.from(month),
                    number,
                    new HouseholdRef(community, householdId),
                    siteId,
                    occurredAt,
                    localDate,
                    quote(lines),
                    Payment.valueOf(payment),
                    dropId,
                    reverses,
                    reversedBy,
                    reason,
                    recordedBy,
                    Origin.valueOf(origin));
        }
    }

    private static Quote quote(String lines) {
        return new Quote(Arrays.stream(lines.split(",")).map(ReceiptRows::line).toList());
    }

    private static Quote.Line line(String packed) {
        var parts = packed.split(":");
        return new Quote.Line(
                Material.of(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
    }
}
