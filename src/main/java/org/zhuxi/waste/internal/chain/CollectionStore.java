package org.zhuxi.waste.internal.chain;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Community;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.chain.ChainRules;
import org.zhuxi.waste.chain.Collection;
import org.zhuxi.waste.chain.CollectionFilter;
import org.zhuxi.waste.chain.Load;
import org.zhuxi.waste.chain.NewCollection;
import org.zhuxi.waste.chain.NewReceipt;
import org.zhuxi.waste.chain.Weighing;

/** Keeps the details of collections and reads them together with their records. */
@Repository
public class CollectionStore {

    /** An attempt younger than this may still be on its way to its record. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(2);

    private static final String COLLECTIONS = """
            select c.*, a.local_date, a.occurred_at, a.state, r.received_kg, r.explanation, s.note as settlement
            from waste.collection c
            join activity.v_activity a on a.community_id = c.community_id and a.id = c.id
            left join waste.collection_receipt r on r.community_id = c.community_id and r.collection_id = c.id
            left join waste.collection_settlement s on s.community_id = c.community_id and s.collection_id = c.id
            """;

    private final JdbcClient jdbc;

    CollectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A collection that was checked. */
    public record Row(
            CommunityId community,
            NewCollection item,
            String plate,
            String driver,
            BigDecimal netKg,
            String note,
            String hash,
            UUID by,
            Instant at) {}

    /** What was kept under an id, or null. */
    public @Nullable String hash(CommunityId community, UUID id) {
        return jdbc.sql("select content_hash from waste.collection where community_id = :community and id = :id")
                .param("community", community.value())
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /**
     * Keeps the details; those of an old attempt that never became a record give way.
     *
     * @return false when other details stand under the id
     */
    public boolean keep(Row row) {
        var item = row.item();
        var weighed = item.load() instanceof Load.Weighed it ? it : null;
        var bins = item.load() instanceof Load.Bins it ? it : null;
        jdbc.sql("""
                        delete from waste.collection c
                        where community_id = :community
                        and id = :id
                        and content_hash <> :hash
                        and filed_at < :old
                        and not exists (
                            select from activity.v_activity a where a.community_id = c.community_id and a.id = c.id)
                        """)
                .param("community", row.community().value())
                .param("id", item.id())
                .param("hash", row.hash())
                .param("old", row.at().minus(UNDER_WAY).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        insert into waste.collection
                            (community_id, id, class, stations, plate, driver, facility, weighing, gross_kg, tare_kg,
                            net_kg, bins, bin_litres, note, supersedes, content_hash, filed_by, filed_at)
                        values (:community, :id, :class, :stations, :plate, :driver, :facility, :weighing, :gross, :tare,
                            :net, :bins, :litres, :note, :supersedes, :hash, :by, :at)
                        on conflict do nothing
                        """)
                .param("community", row.community().value())
                .param("id", item.id())
                .param("class", item.wasteClass().code())
                .param("stations", item.stations().stream().distinct().toArray(UUID[]::new))
                .param("plate", row.plate())
                .param("driver", row.driver())
                .param("facility", item.facility())
                .param("weighing", item.load().weighing().name())
                .param("gross", weighed == null ? null : weighed.grossKg())
                .param("tare", weighed == null ? null : weighed.tareKg())
                .param("net", row.netKg())
                .param("bins", bins == null ? null : bins.bins())
                .param("litres", bins == null ? null : bins.litres())
                .param("note", row.note())
                .param("supersedes", item.supersedes())
                .param("hash", row.hash())
                .param("by", row.by())
                .param("at", row.at().atOffset(ZoneOffset.UTC))
                .update();
        return row.hash().equals(hash(row.community(), item.id()));
    }

    /** Forgets details of an attempt whose record was refused. */
    public void forget(UUID id, UUID by) {
        jdbc.sql("""
                        delete from waste.collection c
                        where id = :id
                        and filed_by = :by
                        and not exists (
                            select from activity.v_activity a where a.community_id = c.community_id and a.id = c.id)
                        """).param("id", id).param("by", by).update();
    }

    public Optional<Collection> find(UUID id, ChainRules rules) {
        return jdbc.sql(COLLECTIONS + "where c.id = :id")
                .param("id", id)
                .query((row, number) -> read(row, rules))
                .optional();
    }

    public void lock(CommunityId community, UUID id) {
        jdbc.sql("select id from waste.collection where community_id = :community and id = :id for update")
                .param("community", community.value())
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /** Who stated the two weights. */
    public List<UUID> sides(CommunityId community, UUID id) {
        return jdbc.sql("""
                        select filed_by from waste.collection where community_id = :community and id = :id
                        union
                        select received_by from waste.collection_receipt
                        where community_id = :community and collection_id = :id
                        """)
                .param("community", community.value())
                .param("id", id)
                .query(UUID.class)
                .list();
    }

    public void receive(CommunityId community, UUID id, NewReceipt receipt, UUID by, Instant at) {
        jdbc.sql("""
                        insert into waste.collection_receipt
                            (community_id, collection_id, received_kg, explanation, received_by, received_at)
                        values (:community, :id, :kg, :explanation, :by, :at)
                        on conflict do nothing
                        """)
                .param("community", community.value())
                .param("id", id)
                .param("kg", receipt.receivedKg())
                .param("explanation", receipt.explanation())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void settle(CommunityId community, UUID id, String note, UUID by, Instant at) {
        jdbc.sql("""
                        insert into waste.collection_settlement (community_id, collection_id, note, settled_by, settled_at)
                        values (:community, :id, :note, :by, :at)
                        """)
                .param("community", community.value())
                .param("id", id)
                .param("note", note)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest day first. */
    public Slice<Collection> list(
            List<Community> communities, CollectionFilter filter, ChainRules rules, int limit, @Nullable String after) {
        var sql = new StringBuilder(COLLECTIONS).append("where c.community_id = any(:communities)\n");
        var parameters = new HashMap<String, Object>();
        parameters.put(
                "communities", communities.stream().map(it -> it.id().value()).toArray(Integer[]::new));
        parameters.put("limit", limit + 1);
        narrow(sql, parameters, filter, rules);
        if (after != null) {
            var key = ChainKey.parse(after);
            sql.append("and (a.local_date, c.id) < (:day, :key)\n");
            parameters.put("day", key.day());
            parameters.put("key", key.id());
        }
        var found = jdbc.sql(sql.append("order by a.local_date desc, c.id desc\nlimit :limit")
                        .toString())
                .params(parameters)
                .query((row, number) -> read(row, rules))
                .list();
        return Slice.of(found, limit, it -> new ChainKey(it.day(), it.id()).toString());
    }

    private static void narrow(
            StringBuilder sql, Map<String, Object> parameters, CollectionFilter filter, ChainRules rules) {
        var wasteClass = filter.wasteClass();
        if (wasteClass != null) {
            sql.append("and c.class = :class\n");
            parameters.put("class", wasteClass.code());
        }
        if (!filter.facilityText().isBlank()) {
            sql.append("and c.facility = :facility\n");
            parameters.put("facility", filter.facilityText().strip());
        }
        if (!filter.plateText().isBlank()) {
            sql.append("and c.plate = :plate\n");
            parameters.put("plate", filter.plateText().strip());
        }
        var from = filter.from();
        if (from != null) {
            sql.append("and a.local_date >= :from\n");
            parameters.put("from", from);
        }
        var to = filter.to();
        if (to != null) {
            sql.append("and a.local_date < :to\n");
            parameters.put("to", to);
        }
        switch (filter.only()) {
            case ALL -> {}
            case UNRECEIVED -> sql.append("and r.received_kg is null and a.state in ('RECORDED', 'VERIFIED')\n");
            case TO_REVIEW -> {
                sql.append("""
                        and a.state in ('RECORDED', 'VERIFIED')
                        and s.note is null
                        and abs(r.received_kg - c.net_kg) > :leastKg
                        and abs(r.received_kg - c.net_kg) * 100 > c.net_kg * :leastPercent
                        """);
                parameters.put("leastKg", rules.handOverToleranceKg());
                parameters.put("leastPercent", rules.handOverTolerancePercent());
            }
        }
    }

    private static Collection read(ResultSet row, ChainRules rules) throws SQLException {
        var net = row.getBigDecimal("net_kg");
        var received = row.getBigDecimal("received_kg");
        return new Collection(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                WasteClass.find(row.getString("class")).orElseThrow(),
                row.getObject("local_date", LocalDate.class),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                ActivityState.valueOf(row.getString("state")),
                Arrays.asList((UUID[]) row.getArray("stations").getArray()),
                row.getString("plate"),
                row.getString("driver"),
                row.getString("facility"),
                Weighing.valueOf(row.getString("weighing")),
                row.getBigDecimal("gross_kg"),
                row.getBigDecimal("tare_kg"),
                net,
                row.getObject("bins", Integer.class),
                row.getObject("bin_litres", Integer.class),
                row.getString("note"),
                row.getObject("supersedes", UUID.class),
                received,
                Objects.requireNonNullElse(row.getString("explanation"), ""),
                row.getString("settlement"),
                received != null && rules.isBeyondTolerance(net, received));
    }
}
