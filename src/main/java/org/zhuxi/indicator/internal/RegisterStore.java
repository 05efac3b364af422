package org.zhuxi.indicator.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.indicator.RegisterItem;
import org.zhuxi.indicator.RegisterSnapshot;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Frozen registers. */
@Repository
public class RegisterStore {

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RegisterStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Lets nobody else freeze a register until the transaction ends. */
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('indicator.register', 77))")
                .query((row, number) -> number)
                .list();
    }

    public boolean overlaps(ReportPeriod cycle, PlacePath scope) {
        return jdbc.sql("""
                        select exists (
                            select from indicator.register_snapshot
                            where cycle = :cycle
                            and withdrawn_at is null
                            and (scope = any(:above) or scope like :below))
                        """)
                .param("cycle", cycle.code())
                .param("above", Rows.texts(scope.andAbove(), PlacePath::value))
                .param("below", scope.below())
                .query(Boolean.class)
                .single();
    }

    public void insert(RegisterSnapshot snapshot, List<RegisterItem> items, UUID by) {
        jdbc.sql("""
                        insert into indicator.register_snapshot
                            (id, cycle, scope, as_of, source, hash, communities, frozen_by, frozen_at, origin)
                        values (:id, :cycle, :scope, :asOf, :source, :hash, :communities, :by, :at, :origin)
                        """)
                .param("id", snapshot.id())
                .param("cycle", snapshot.cycle().code())
                .param("scope", snapshot.scope().value())
                .param("asOf", snapshot.asOf())
                .param("source", snapshot.source())
                .param("hash", snapshot.hash())
                .param("communities", snapshot.communities())
                .param("by", by)
                .param("at", snapshot.frozenAt().atOffset(ZoneOffset.UTC))
                .param("origin", snapshot.origin().name())
                .update();
        jdbc.sql("""
                        insert into indicator.register_item
                            (community_id, snapshot_id, place, cycle, name_zh, name_en, urban, communities, residents,
                                households, sites)
                        select item.community_id, :snapshot, item.place, :cycle, item.name_zh, item.name_en, item.urban,
                            item.communities, item.residents, item.households, item.sites
                        from unnest(cast(:numbers as integer[]), cast(:places as text[]), cast(:zh as text[]),
                            cast(:en as text[]), cast(:urban as boolean[]), cast(:communities as bigint[]),
                            cast(:residents as bigint[]), cast(:households as bigint[]), cast(:sites as jsonb[]))
                            as item (community_id, place, name_zh, name_en, urban, communities, residents, households, sites)
                        """)
                .param("snapshot", snapshot.id())
                .param("cycle", snapshot.cycle().code())
                .param("numbers", Rows.texts(items, RegisterItem::community))
                .param("places", Rows.texts(items, RegisterItem::place))
                .param("zh", Rows.texts(items, item -> item.name().zh()))
                .param("en", Rows.texts(items, item -> item.name().en()))
                .param("urban", Rows.texts(items, RegisterItem::urban))
                .param("communities", Rows.texts(items, RegisterItem::communities))
                .param("residents", Rows.texts(items, RegisterItem::residents))
                .param("households", Rows.texts(items, RegisterItem::households))
                .param(
                        "sites",
                        Rows.texts(items, item -> item.sites() == null ? null : json.writeValueAsString(item.sites())))
                .update();
    }

    /** How many sites of each type communities have; those without any are left out. */
    public Map<CommunityId, Map<String, Long>> sites(Collection<CommunityId> communities) {
        var found = new HashMap<CommunityId, Map<String, Long>>();
        jdbc.sql("""
                        select community_id, type, count(*) as sites
                        from place.v_site
                        where community_id = any(:communities)
                        group by community_id, type
                        """)
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(Integer[]::new))
                .query(row -> {
                    found.computeIfAbsent(new CommunityId(row.getInt("community_id")), any -> new HashMap<>())
                            .put(row.getString("type"), row.getLong("sites"));
                });
        return found;
    }

    public boolean isInUse(UUID id) {
        return jdbc.sql("select exists (select from indicator.figure where snapshot_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    public boolean withdraw(UUID id, String reason, UUID by, Instant at) {
        return jdbc.sql("""
                        update indicator.register_snapshot
                        set withdrawn_by = :by, withdrawn_at = :at, withdrawal_reason = :reason
                        where id = :id and withdrawn_at is null
                        """)
                        .param("id", id)
                        .param("reason", reason)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public Optional<RegisterSnapshot> find(UUID id) {
        return jdbc.sql("select * from indicator.register_snapshot where id = :id")
                .param("id", id)
                .query((row, number) -> snapshot(row))
                .optional();
    }

    public Optional<RegisterSnapshot> holding(PlacePath path, ReportPeriod cycle) {
        return jdbc.sql("""
                        select *
                        from indicator.register_snapshot
                        where cycle = :cycle and scope = any(:above) and withdrawn_at is null
                        """)
                .param("cycle", cycle.code())
                .param("above", Rows.texts(path.andAbove(), PlacePath::value))
                .query((row, number) -> snapshot(row))
                .optional();
    }

    public List<RegisterSnapshot> list(PlacePath at) {
        return jdbc.sql("""
                        select *
                        from indicator.register_snapshot
                        where scope = any(:above) or scope like :below
                        order by cycle desc, scope, frozen_at desc
                        """)
                .param("above", Rows.texts(at.andAbove(), PlacePath::value))
                .param("below", at.below())
                .query((row, number) -> snapshot(row))
                .list();
    }

    public List<RegisterItem> items(UUID snapshot) {
        return jdbc.sql("select * from indicator.register_item where snapshot_id = :id order by place")
                .param("id", snapshot)
                .query((row, number) -> new RegisterItem(
                        row.getInt("community_id"),
                        row.getString("place"),
                        Rows.names(row, "name"),
                        row.getBoolean("urban"),
                        row.getLong("communities"),
                        row.getObject("residents", Long.class),
                        row.getObject("households", Long.class),
                        sites(row.getString("sites"))))
                .list();
    }

    private @Nullable Map<String, Long> sites(@Nullable String counts) {
        return counts == null ? null : json.readValue(counts, COUNTS);
    }

    private static RegisterSnapshot snapshot(ResultSet row) throws SQLException {
        return new RegisterSnapshot(
                row.getObject("id", UUID.class),
                ReportPeriod.parse(row.getString("cycle")).orElseThrow(),
                new PlacePath(row.getString("scope")),
                row.getObject("as_of", LocalDate.class),
                row.getString("source"),
                row.getString("hash"),
                row.getLong("communities"),
                Rows.moment(row, "frozen_at"),
                Rows.instant(row, "withdrawn_at"),
                row.getString("withdrawal_reason"),
                Origin.valueOf(row.getString("origin")));
    }
}
