package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.compost.EntryKind;
import org.zhuxi.compost.Finding;
import org.zhuxi.compost.LogEntry;
import org.zhuxi.compost.NewEntry;
import org.zhuxi.compost.SiteRef;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Slice;

/** The process log. */
@Repository
public class LogStore {

    private static final String SELECT = """
            select entry.*, unit.code as unit_code, back.reason as taken_back, credit.mass_kg as credited_kg
            from compost.entry entry
            join compost.unit unit on unit.community_id = entry.community_id and unit.id = entry.unit_id
            left join compost.entry_taken_back back
                on back.community_id = entry.community_id and back.entry_id = entry.id
            left join compost.credit credit
                on credit.community_id = entry.community_id and credit.entry_id = entry.id
            """;

    private final JdbcClient jdbc;

    LogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry that was checked. */
    public record Row(SiteRef site, @Nullable UUID batch, NewEntry entry, boolean counts, LocalDate day, String hash) {}

    /** Inserts entries of one community in one statement; those whose id is there are passed over. */
    public Set<UUID> insert(List<Row> rows, UUID by, Instant at, Origin origin) {
        return new HashSet<>(jdbc.sql("""
                        insert into compost.entry
                            (community_id, id, site_id, unit_id, batch_id, kind, material, counts, mass_kg, litres,
                            core_celsius, edge_celsius, base_celsius, finding, note, occurred_at, local_date, clock_changed,
                            evidence, corrects, content_hash, recorded_by, recorded_at, origin)
                        select t.community_id, t.id, t.site_id, t.unit_id, t.batch_id, t.kind, t.material, t.counts, t.mass_kg,
                            t.litres, t.core, t.edge, t.base, t.finding, t.note, t.occurred_at::timestamptz, t.local_date::date,
                            t.clock_changed, string_to_array(t.evidence, ','), t.corrects, t.hash, :by, :at, :origin
                        from unnest(:communities::integer[], :ids::uuid[], :sites::uuid[], :units::uuid[], :batches::uuid[],
                            :kinds::text[], :materials::text[], :counts::boolean[], :masses::numeric[], :litres::numeric[],
                            :core::numeric[], :edge::numeric[], :base::numeric[], :findings::text[], :notes::text[],
                            :occurred::text[], :days::text[], :clocks::boolean[], :evidence::text[],
                            :corrects::uuid[], :hashes::text[])
                            as t (community_id, id, site_id, unit_id, batch_id, kind, material, counts, mass_kg, litres, core,
                                edge, base, finding, note, occurred_at, local_date, clock_changed, evidence, corrects, hash)
                        on conflict do nothing
                        returning id
                        """)
                .param("communities", array(rows, it -> it.site().community().value(), Integer[]::new))
                .param("ids", array(rows, it -> it.entry().id(), UUID[]::new))
                .param("sites", array(rows, it -> it.site().id(), UUID[]::new))
                .param("units", array(rows, it -> it.entry().unit(), UUID[]::new))
                .param("batches", array(rows, Row::batch, UUID[]::new))
                .param("kinds", array(rows, it -> it.entry().kind().name(), String[]::new))
                .param("materials", array(rows, it -> it.entry().material(), String[]::new))
                .param("counts", array(rows, Row::counts, Boolean[]::new))
                .param("masses", array(rows, it -> it.entry().massKg(), BigDecimal[]::new))
                .param("litres", array(rows, it -> it.entry().litres(), BigDecimal[]::new))
                .param("core", array(rows, it -> it.entry().coreCelsius(), BigDecimal[]::new))
                .param("edge", array(rows, it -> it.entry().edgeCelsius(), BigDecimal[]::new))
                .param("base", array(rows, it -> it.entry().baseCelsius(), BigDecimal[]::new))
                .param("findings", array(rows, it -> name(it.entry().finding()), String[]::new))
                .param("notes", array(rows, it -> it.entry().note().strip(), String[]::new))
                .param("occurred", array(rows, it -> it.entry().occurredAt().toString(), String[]::new))
                .param("days", array(rows, it -> it.day().toString(), String[]::new))
                .param("clocks", array(rows, it -> it.entry().clockChanged(), Boolean[]::new))
                .param("evidence", array(rows, it -> String.join(",", it.entry().evidence()), String[]::new))
                .param("corrects", array(rows, it -> it.entry().corrects(), UUID[]::new))
                .param("hashes", array(rows, Row::hash, String[]::new))
                .param("by", by)
                .param("at", utc(at))
                .param("origin", origin.name())
                .query(UUID.class)
                .list());
    }

    private static @Nullable String name(@Nullable Finding finding) {
        return finding == null ? null : finding.name();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static <T> @Nullable T[] array(
            List<Row> rows, Function<Row, @Nullable T> value, java.util.function.IntFunction<@Nullable T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    /** Content hashes of those of the ids that are there. */
    public Map<UUID, String> hashes(Collection<UUID> ids) {
        record Found(UUID id, String contentHash) {}
        return jdbc
                .sql("select id, content_hash from compost.entry where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Found.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Found::id, Found::contentHash));
    }

    public Optional<LogEntry> find(UUID id) {
        return jdbc.sql(SELECT + "where entry.id = :id")
                .param("id", id)
                .query(LogStore::read)
                .optional();
    }

    /** The latest day first. */
    public Slice<LogEntry> list(
            SiteRef site,
            @Nullable UUID unit,
            @Nullable EntryKind kind,
            Range days,
            int limit,
            @Nullable String after) {
        var sql = new StringBuilder(SELECT).append("""
                where entry.community_id = :community
                and entry.site_id = :site
                and entry.local_date between :from and :to
                """);
        var parameters = new HashMap<String, Object>();
        parameters.put("community", site.community().value());
        parameters.put("site", site.id());
        parameters.put("from", days.from());
        parameters.put("to", days.to());
        parameters.put("limit", limit + 1);
        if (unit != null) {
            sql.append("and entry.unit_id = :unit\n");
            parameters.put("unit", unit);
        }
        if (kind != null) {
            sql.append("and entry.kind = :kind\n");
            parameters.put("kind", kind.name());
        }
        if (after != null) {
            var key = EntryKey.parse(after);
            sql.append("and (entry.local_date, entry.id) < (:day, :key)\n");
            parameters.put("day", key.day());
            parameters.put("key", key.id());
        }
        var found = jdbc.sql(sql.append("order by entry.local_date desc, entry.id desc\nlimit :limit")
                        .toString())
                .params(parameters)
                .query(LogStore::read)
                .list();
        return Slice.of(found, limit, it -> new EntryKey(it.day(), it.id()).toString());
    }

    /** Both ends included. */
    public record Range(LocalDate from, LocalDate to) {}

    /** Everything of a batch that counts, the earliest first. */
    public List<LogEntry> ofBatch(CommunityId community, UUID batch) {
        return jdbc.sql(SELECT + """
                        where entry.community_id = :community and entry.batch_id = :batch and back.reason is null
                        order by entry.occurred_at, entry.id
                        """)
                .param("community", community.value())
                .param("batch", batch)
                .query(LogStore::read)
                .list();
    }

    /** The last entries of each kind of each unit of a site since a day, the latest first. */
    public List<LogEntry> latest(SiteRef site, LocalDate since, int each) {
        return jdbc.sql("""
                        select * from (
                        """
                        + SELECT.replace(
                                "select entry.*,",
                                "select entry.*, row_number() over (partition by entry.unit_id, entry.kind"
                                        + " order by entry.occurred_at desc) as place_in_kind,")
                        + """
                        where entry.community_id = :community
                        and entry.site_id = :site
                        and entry.local_date >= :since
                        and back.reason is null
                        ) found
                        where place_in_kind <= :each
                        order by occurred_at desc
                        """)
                .param("community", site.community().value())
                .param("site", site.id())
                .param("since", since)
                .param("each", each)
                .query(LogStore::read)
                .list();
    }

    /** Everything of a site's month, also what was taken back, the earliest first. */
    public List<LogEntry> ofMonth(SiteRef site, LocalDate from, LocalDate to) {
        return jdbc.sql(SELECT + """
                        where entry.community_id = :community
                        and entry.site_id = :site
                        and entry.local_date between :from and :to
                        order by entry.occurred_at, entry.id
                        """)
                .param("community", site.community().value())
                .param("site", site.id())
                .param("from", from)
                .param("to", to)
                .query(LogStore::read)
                .list();
    }

    /** @return false when it was taken back before */
    public boolean takeBack(LogEntry entry, String reason, UUID by, Instant at) {
        return jdbc.sql("""
                        insert into compost.entry_taken_back (community_id, entry_id, reason, taken_back_by, taken_back_at)
                        values (:community, :id, :reason, :by, :at)
                        on conflict do nothing
                        """)
                        .param("community", entry.site().community().value())
                        .param("id", entry.id())
                        .param("reason", reason)
                        .param("by", by)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /** What an entry and its corrections count together, in kg. */
    public BigDecimal corrected(LogEntry entry) {
        return jdbc.sql("""
                        select coalesce(sum(mass_kg), 0)
                        from compost.entry found
                        where community_id = :community
                        and corrects = :id
                        and not exists (
                            select from compost.entry_taken_back back
                            where back.community_id = found.community_id and back.entry_id = found.id)
                        """)
                .param("community", entry.site().community().value())
                .param("id", entry.id())
                .query(BigDecimal.class)
                .single();
    }

    private static LogEntry read(ResultSet row, int number) throws SQLException {
        var finding = row.getString("finding");
        return new LogEntry(
                new SiteRef(new CommunityId(row.getInt("community_id")), row.getObject("site_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_code"),
                row.getObject("batch_id", UUID.class),
                EntryKind.valueOf(row.getString("kind")),
                row.getString("material"),
                row.getBigDecimal("mass_kg"),
                row.getBigDecimal("litres"),
                row.getBigDecimal("core_celsius"),
                row.getBigDecimal("edge_celsius"),
                row.getBigDecimal("base_celsius"),
                finding == null ? null : Finding.valueOf(finding),
                row.getString("note"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("local_date", LocalDate.class),
                row.getBoolean("clock_changed"),
                List.of((String[]) row.getArray("evidence").getArray()),
                row.getObject("corrects", UUID.class),
                row.getObject("recorded_by", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("taken_back"),
                row.getBigDecimal("credited_kg"),
                Origin.valueOf(row.getString("origin")));
    }
}
