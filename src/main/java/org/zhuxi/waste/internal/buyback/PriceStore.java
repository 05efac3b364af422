package org.zhuxi.waste.internal.buyback;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.waste.buyback.Material;
import org.zhuxi.waste.buyback.Price;
import org.zhuxi.waste.buyback.RecyclerRef;

/** Dated price lists; rows are only ever added. */
@Repository
public class PriceStore {

    private final JdbcClient jdbc;

    PriceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds prices; answers how many were new. */
    public int insert(RecyclerRef ref, List<Price> prices, UUID by, Instant at) {
        return jdbc.sql("""
                        insert into waste.buy_back_price
                            (community_id, recycler_id, material, valid_from, price_fen_per_kg, set_by, set_at)
                        select :community, :recycler, material, valid_from, fen, :by, :at
                        from unnest(:materials, cast(:days as date[]), cast(:fen as bigint[]))
                            as price (material, valid_from, fen)
                        on conflict do nothing
                        """)
                .param("community", ref.community().value())
                .param("recycler", ref.id())
                .param(
                        "materials",
                        prices.stream().map(price -> price.material().code()).toArray(String[]::new))
                .param(
                        "days",
                        prices.stream()
                                .map(price -> price.validFrom().toString())
                                .toArray(String[]::new))
                .param("fen", prices.stream().map(Price::fenPerKg).toArray(Long[]::new))
                .param("by", by)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /** Every price of the recyclers, by material and the newest first. */
    public List<Row> list(Collection<RecyclerRef> recyclers) {
        return jdbc.sql("""
                        select price.community_id, price.recycler_id, price.material, price.valid_from,
                            price.price_fen_per_kg
                        from unnest(:communities, :recyclers) as asked (community_id, recycler_id)
                        join waste.buy_back_price price
                            on price.community_id = asked.community_id and price.recycler_id = asked.recycler_id
                        order by price.community_id, price.recycler_id, price.material, price.valid_from desc
                        """)
                .param("communities", communities(recyclers.stream().map(RecyclerRef::community)))
                .param("recyclers", recyclers.stream().map(RecyclerRef::id).toArray(UUID[]::new))
                .query(Row.class)
                .list();
    }

    private static Integer[] communities(Stream<CommunityId> ids) {
        return ids.map(CommunityId::value).toArray(Integer[]::new);
    }

    /** A price with the recycler that pays it. */
    public record Row(
            int communityId,
            UUID recyclerId,
            String material,
            LocalDate validFrom,
            @Nullable Long priceFenPerKg) {

        public RecyclerRef recycler() {
            return new RecyclerRef(new CommunityId(communityId), recyclerId);
        }

        public Price price() {
            return new Price(Material.of(material), validFrom, priceFenPerKg);
        }
    }
}
