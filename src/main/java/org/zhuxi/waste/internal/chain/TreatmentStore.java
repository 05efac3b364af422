package org.zhuxi.waste.internal.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Community;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.chain.NewTreatment;
import org.zhuxi.waste.chain.Treatment;

/** Keeps the details of receipts of treatment and reads them together with their records. */
@Repository
public class TreatmentStore {

    /** An attempt younger than this may still be on its way to its record. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(2);

    private final JdbcClient jdbc;

    TreatmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A receipt that was checked. */
    public record Row(CommunityId community, NewTreatment item, String hash, UUID by, Instant at) {}

    /** What was kept under an id, or null. */
    public @Nullable String hash(CommunityId community, UUID id) {
        return jdbc.sql("select content_hash from waste.treatment where community_id = :community and id = :id")
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
        jdbc.sql("""
                        delete from waste.treatment t
                        where community_id = :community
                        and id = :id
                        and content_hash <> :hash
                        and filed_at < :old
                        and not exists (
                            select from activity.v_activity a where a.community_id = t.community_id and a.id = t.id)
                        """)
                .param("community", row.community().value())
                .param("id", item.id())
                .param("hash", row.hash())
                .param("old", row.at().minus(UNDER_WAY).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        insert into waste.treatment
                            (community_id, id, class, facility, input_kg, product, product_kg, residue_kg, gas_m3, ticket,
                            note, supersedes, content_hash, filed_by, filed_at)
                        values (:community, :id, :class, :facility, :input, :product, :productKg, :residue, :gas, :ticket,
                            :note, :supersedes, :hash, :by, :at)
                        on conflict do nothing
                        """)
                .param("community", row.community().value())
                .param("id", item.id())
                .param("class", item.wasteClass().code())
                .param("facility", item.facility())
                .param("input", item.inputKg())
                .param("product", item.product().strip())
                .param("productKg", item.productKg())
                .param("residue", item.residueKg())
                .param("gas", item.gasM3())
                .param("ticket", item.ticket().strip())
                .param("note", item.note().strip())
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
                        delete from waste.treatment t
                        where id = :id
                        and filed_by = :by
                        and not exists (
                            select from activity.v_activity a where a.community_id = t.community_id and a.id = t.id)
                        """).param("id", id).param("by", by).update();
    }

    /** The latest day first. */
    public Slice<Treatment> list(
            List<Community> communities, @Nullable WasteClass wasteClass, int limit, @Nullable String after) {
        var sql = new StringBuilder("""
                select t.*, a.local_date, a.state
                from waste.treatment t
                join activity.v_activity a on a.community_id = t.community_id and a.id = t.id
                where t.community_id = any(:communities)
                """);
        var parameters = new HashMap<String, Object>();
        parameters.put(
                "communities", communities.stream().map(it -> it.id().value()).toArray(Integer[]::new));
        parameters.put("limit", limit + 1);
        if (wasteClass != null) {
            sql.append("and t.class = :class\n");
            parameters.put("class", wasteClass.code());
        }
        if (after != null) {
            var key = ChainKey.parse(after);
            sql.append("and (a.local_date, t.id) < (:day, :key)\n");
            parameters.put("day", key.day());
            parameters.put("key", key.id());
        }
        var found = jdbc.sql(sql.append("order by a.local_date desc, t.id desc\nlimit :limit")
                        .toString())
                .params(parameters)
                .query(TreatmentStore::read)
                .list();
        return Slice.of(found, limit, it -> new ChainKey(it.day(), it.id()).toString());
    }

    private static Treatment read(ResultSet row, int number) throws SQLException {
        return new Treatment(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                WasteClass.find(row.getString("class")).orElseThrow(),
                row.getObject("local_date", LocalDate.class),
                ActivityState.valueOf(row.getString("state")),
                row.getString("facility"),
                row.getBigDecimal("input_kg"),
                row.getString("product"),
                row.getBigDecimal("product_kg"),
                row.getBigDecimal("residue_kg"),
                row.getBigDecimal("gas_m3"),
                row.getString("ticket"),
                row.getString("note"),
                row.getObject("supersedes", UUID.class));
    }
}
