package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.compost.Batch;
import org.zhuxi.compost.BatchState;
import org.zhuxi.compost.CompostUnit;
import org.zhuxi.compost.Method;
import org.zhuxi.compost.SiteRef;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Slice;

/** Batches and how far they are. */
@Repository
public class BatchStore {

    private static final String SELECT = """
            select batch.community_id, batch.id, batch.site_id, batch.unit_id, unit.code as unit_code, unit.method, batch.code,
                batch.state, batch.started_on, batch.ended_on, batch.out_moisture_percent, batch.origin
            from compost.batch batch
            join compost.unit unit on unit.community_id = batch.community_id and unit.id = batch.unit_id
            """;

    private final JdbcClient jdbc;

    BatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who did it and when. */
    public record Done(UUID by, Instant at) {}

    /** Begins a batch. @return false when its id is there or the unit holds another one */
    public boolean begin(CompostUnit unit, UUID id, String code, LocalDate on, Done done, Origin origin) {
        var inserted = jdbc.sql("""
                        insert into compost.batch
                            (community_id, id, site_id, unit_id, code, state, started_on, origin, started_by, started_at)
                        values (:community, :id, :site, :unit, :code, 'BUILDING', :on, :origin, :by, :at)
                        on conflict do nothing
                        """)
                .param("community", unit.site().community().value())
                .param("id", id)
                .param("site", unit.site().id())
                .param("unit", unit.id())
                .param("code", code)
                .param("on", on)
                .param("origin", origin.name())
                .param("by", done.by())
                .param("at", done.at().atOffset(ZoneOffset.UTC))
                .update();
        if (inserted == 1) {
            step(unit.site().community(), id, BatchState.BUILDING, "", done);
        }
        return inserted == 1;
    }

    /** @return false when it was in another state meanwhile */
    public boolean move(Batch batch, BatchState to, @Nullable LocalDate endedOn, String note, Done done) {
        var moved = jdbc.sql("""
                        update compost.batch
                        set state = :to, ended_on = coalesce(ended_on, :ended)
                        where community_id = :community and id = :id and state = :from
                        """)
                        .param("community", batch.site().community().value())
                        .param("id", batch.id())
                        .param("from", batch.state().name())
                        .param("to", to.name())
                        .param("ended", endedOn)
                        .update()
                == 1;
        if (moved) {
            step(batch.site().community(), batch.id(), to, note, done);
        }
        return moved;
    }

    private void step(CommunityId community, UUID batch, BatchState state, String note, Done done) {
        jdbc.sql("""
                        insert into compost.batch_step (community_id, batch_id, number, state, note, done_by, done_at)
                        select :community, :batch, coalesce(max(number), 0) + 1, :state, :note, :by, :at
                        from compost.batch_step
                        where community_id = :community and batch_id = :batch
                        """)
                .param("community", community.value())
                .param("batch", batch)
                .param("state", state.name())
                .param("note", note)
                .param("by", done.by())
                .param("at", done.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    public void moisture(Batch batch, BigDecimal percent) {
        jdbc.sql("""
                        update compost.batch set out_moisture_percent = :percent where community_id = :community and id = :id
                        """)
                .param("community", batch.site().community().value())
                .param("id", batch.id())
                .param("percent", percent)
                .update();
    }

    public Optional<Batch> find(UUID id) {
        return jdbc.sql(SELECT + "where batch.id = :id")
                .param("id", id)
                .query(Row.class)
                .optional()
                .map(Row::batch);
    }

    /** Batches of some units that were in them at any time since a day, the latest first. */
    public List<Batch> inUnits(List<UUID> units, LocalDate since) {
        return jdbc
                .sql(SELECT + """
                        where batch.unit_id = any(:units) and (batch.ended_on is null or batch.ended_on >= :since)
                        order by batch.started_on desc, batch.id desc
                        """)
                .param("units", units.toArray(UUID[]::new))
                .param("since", since)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::batch)
                .toList();
    }

    /** Batches of a site, the latest first. */
    public Slice<Batch> list(SiteRef site, int limit, @Nullable UUID after) {
        var found = jdbc
                .sql(SELECT + """
                        where batch.community_id = :community
                        and batch.site_id = :site
                        and (:after::uuid is null or batch.id < :after::uuid)
                        order by batch.id desc
                        limit :limit
                        """)
                .param("community", site.community().value())
                .param("site", site.id())
                .param("after", after)
                .param("limit", limit + 1)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::batch)
                .toList();
        return Slice.of(found, limit, it -> it.id().toString());
    }

    record Row(
            int communityId,
            UUID id,
            UUID siteId,
            UUID unitId,
            String unitCode,
            Method method,
            String code,
            BatchState state,
            LocalDate startedOn,
            @Nullable LocalDate endedOn,
            @Nullable BigDecimal outMoisturePercent,
            Origin origin) {

        Batch batch() {
            return new Batch(
                    id,
                    new SiteRef(new CommunityId(communityId), siteId),
                    unitId,
                    unitCode,
                    method,
                    code,
                    state,
                    startedOn,
                    endedOn,
                    outMoisturePercent,
                    origin);
        }
    }
}
