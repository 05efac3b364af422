package org.zhuxi.waste.internal.neighbour;

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
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.waste.neighbour.Pair;

/** Pairs of neighbours and the drops they carried. */
@Repository
public class PairStore {

    private static final String SELECT = """
            select p.community_id, p.id, p.helper_id, p.helped_id, p.helper_consented_at, p.helped_consented_at, p.on_paper,
                p.witness, p.ended_at, p.end_reason,
                (select count(*)
                 from waste.help_drop d
                 where d.community_id = p.community_id and d.pair_id = p.id) as carried
            from waste.help_pair p
            """;

    private final JdbcClient jdbc;

    PairStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the two are a pair already. */
    public boolean insert(Pair pair, UUID by, Instant at, Origin origin) {
        return jdbc.sql("""
                        insert into waste.help_pair
                            (community_id, id, helper_id, helped_id, helper_consented_at, helped_consented_at, on_paper, witness,
                             proposed_by, proposed_at, origin)
                        values (:community, :id, :helper, :helped, :helperAt, :helpedAt, :onPaper, :witness, :by, :at, :origin)
                        on conflict do nothing
                        """)
                        .param("community", pair.helper().community().value())
                        .param("id", pair.id())
                        .param("helper", pair.helper().id())
                        .param("helped", pair.helped().id())
                        .param("helperAt", utc(pair.helperConsentedAt()))
                        .param("helpedAt", utc(pair.helpedConsentedAt()))
                        .param("onPaper", pair.onPaper())
                        .param("witness", pair.witness())
                        .param("by", by)
                        .param("at", utc(at))
                        .param("origin", origin.name())
                        .update()
                == 1;
    }

    public Optional<Pair> find(UUID id) {
        return jdbc.sql(SELECT + "where p.id = :id")
                .param("id", id)
                .query(Row.class)
                .optional()
                .map(Row::pair);
    }

    /** The latest first. */
    public List<Pair> list(CommunityId community, int limit, @Nullable UUID before) {
        return pairs(jdbc.sql(SELECT + """
                        where p.community_id = :community and (cast(:before as uuid) is null or p.id < cast(:before as uuid))
                        order by p.id desc
                        limit :limit
                        """)
                .param("community", community.value())
                .param("before", before)
                .param("limit", limit));
    }

    /** Those a household is part of and that have not ended. */
    public List<Pair> ofHousehold(HouseholdRef household) {
        return pairs(jdbc.sql(SELECT + """
                        where p.community_id = :community and (p.helper_id = :household or p.helped_id = :household)
                          and p.ended_at is null
                        order by p.id
                        """)
                .param("community", household.community().value())
                .param("household", household.id()));
    }

    /** Writes a household's own consent down. */
    public void consent(Pair pair, boolean asHelper, Instant at) {
        var column = asHelper ? "helper_consented_at" : "helped_consented_at";
        jdbc.sql("update waste.help_pair set " + column + " = coalesce(" + column + ", :at) "
                        + "where community_id = :community and id = :id and ended_at is null")
                .param("at", utc(at))
                .param("community", pair.helper().community().value())
                .param("id", pair.id())
                .update();
    }

    public boolean end(Pair pair, String reason, UUID by, Instant at) {
        return jdbc.sql("""
                        update waste.help_pair
                        set ended_at = :at, ended_by = :by, end_reason = :reason
                        where community_id = :community and id = :id and ended_at is null
                        """)
                        .param("at", utc(at))
                        .param("by", by)
                        .param("reason", reason)
                        .param("community", pair.helper().community().value())
                        .param("id", pair.id())
                        .update()
                == 1;
    }

    /** The household that brought a drop, if it still counts. */
    public Optional<Brought> findDrop(CommunityId community, UUID drop) {
        return jdbc.sql("""
                        select household_id, site_id, occurred_at
                        from activity.v_activity
                        where community_id = :community and id = :drop and kind like 'waste.drop.%'
                          and state in ('RECORDED', 'VERIFIED') and household_id is not null
                        """)
                .param("community", community.value())
                .param("drop", drop)
                .query(Brought.class)
                .optional();
    }

    public record Brought(UUID householdId, @Nullable UUID siteId, Instant occurredAt) {}

    /** Notes who carried a drop; once. */
    public void carried(Pair pair, UUID drop, UUID by, Instant at) {
        jdbc.sql("""
                        insert into waste.help_drop (community_id, drop_id, pair_id, noted_by, noted_at)
                        values (:community, :drop, :pair, :by, :at)
                        on conflict do nothing
                        """)
                .param("community", pair.helper().community().value())
                .param("drop", drop)
                .param("pair", pair.id())
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    private static List<Pair> pairs(JdbcClient.StatementSpec statement) {
        return statement.query(Row.class).list().stream().map(Row::pair).toList();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private record Row(
            int communityId,
            UUID id,
            UUID helperId,
            UUID helpedId,
            @Nullable Instant helperConsentedAt,
            @Nullable Instant helpedConsentedAt,
            boolean onPaper,
            String witness,
            @Nullable Instant endedAt,
            String endReason,
            long carried) {

        Pair pair() {
            var community = new CommunityId(communityId);
            return new Pair(
                    id,
                    new HouseholdRef(community, helperId),
                    new HouseholdRef(community, helpedId),
                    helperConsentedAt,
                    helpedConsentedAt,
                    onPaper,
                    witness,
                    endedAt,
                    endReason,
                    carried);
        }
    }
}
