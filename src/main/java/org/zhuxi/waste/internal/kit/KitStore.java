package org.zhuxi.waste.internal.kit;

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
import org.zhuxi.kernel.Origin;
import org.zhuxi.waste.kit.BagCode;
import org.zhuxi.waste.kit.KitBatch;
import org.zhuxi.waste.kit.KitItem;

/** Batches with what is left of them, and the numbers they take. */
@Repository
public class KitStore {

    private static final String BATCH = """
            select b.community_id, b.id, b.item, b.label, b.first_serial, b.codes, b.state, b.received_codes, b.ordered_at,
                b.origin,
                (select coalesce(sum(i.last_serial - i.first_serial + 1), 0)::bigint
                 from waste.kit_issue i
                 where i.community_id = b.community_id and i.batch_id = b.id) as issued,
                (select count(*)
                 from waste.kit_void v
                 where v.community_id = b.community_id
                   and v.serial between b.first_serial and b.first_serial + b.received_codes - 1
                   and not exists (
                       select
                       from waste.kit_issue i
                       where i.community_id = v.community_id and i.batch_id = b.id
                         and v.serial between i.first_serial and i.last_serial)) as voided
            from waste.kit_batch b
            """;

    private final JdbcClient jdbc;

    KitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the community's codes until the transaction ends; answers the next number. */
    public long lock(CommunityId community) {
        jdbc.sql("insert into waste.kit_counter (community_id) values (:community) on conflict do nothing")
                .param("community", community.value())
                .update();
        return jdbc.sql("select next_serial from waste.kit_counter where community_id = :community for update")
                .param("community", community.value())
                .query(Long.class)
                .single();
    }

    public void advance(CommunityId community, long next) {
        jdbc.sql("update waste.kit_counter set next_serial = :next where community_id = :community")
                .param("next", next)
                .param("community", community.value())
                .update();
    }

    public void insert(KitBatch batch, UUID by) {
        jdbc.sql("""
                        insert into waste.kit_batch
                            (community_id, id, item, label, first_serial, codes, state, ordered_by, ordered_at, origin)
                        values (:community, :id, :item, :label, :first, :codes, 'ORDERED', :by, :at, :origin)
                        """)
                .param("community", batch.community().value())
                .param("id", batch.id())
                .param("item", batch.item().name())
                .param("label", batch.label())
                .param("first", batch.first().serial())
                .param("codes", batch.codes())
                .param("by", by)
                .param("at", utc(batch.orderedAt()))
                .param("origin", batch.origin().name())
                .update();
    }

    /** False when the batch is not open any more. */
    public boolean close(KitBatch batch, KitBatch.State state, int received, UUID by, Instant at) {
        return jdbc.sql("""
                        update waste.kit_batch
                        set state = :state, received_codes = :received, closed_by = :by, closed_at = :at
                        where community_id = :community and id = :id and state = 'ORDERED'
                        """)
                        .param("state", state.name())
                        .param("received", received)
                        .param("by", by)
                        .param("at", utc(at))
                        .param("community", batch.community().value())
                        .param("id", batch.id())
                        .update()
                == 1;
    }

    public Optional<KitBatch> findBatch(UUID id) {
        return jdbc.sql(BATCH + "where b.id = :id")
                .param("id", id)
                .query(BatchRow.class)
                .optional()
                .map(BatchRow::batch);
    }

    /** The batch a code belongs to. */
    public Optional<KitBatch> findBatch(BagCode code) {
        return jdbc.sql(BATCH + """
                        where b.community_id = :community and b.first_serial <= :serial
                          and :serial < b.first_serial + b.codes
                        """)
                .param("community", code.community())
                .param("serial", code.serial())
                .query(BatchRow.class)
                .optional()
                .map(BatchRow::batch);
    }

    /** The latest first. */
    public List<KitBatch> batches(CommunityId community, int limit, long before) {
        return jdbc
                .sql(BATCH + """
                        where b.community_id = :community and b.first_serial < :before
                        order by b.first_serial desc
                        limit :limit
                        """)
                .param("community", community.value())
                .param("before", before)
                .param("limit", limit)
                .query(BatchRow.class)
                .list()
                .stream()
                .map(BatchRow::batch)
                .toList();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private record BatchRow(
            int communityId,
            UUID id,
            String item,
            String label,
            long firstSerial,
            int codes,
            String state,
            int receivedCodes,
            @Nullable Long issued,
            @Nullable Long voided,
            Instant orderedAt,
            String origin) {

        KitBatch batch() {
            return new KitBatch(
                    new CommunityId(communityId),
                    id,
                    KitItem.valueOf(item),
                    label,
                    new BagCode(communityId, firstSerial),
                    codes,
                    KitBatch.State.valueOf(state),
                    receivedCodes,
                    issued == null ? 0 : issued,
                    voided == null ? 0 : voided,
                    orderedAt,
                    Origin.valueOf(origin));
        }
    }
}
