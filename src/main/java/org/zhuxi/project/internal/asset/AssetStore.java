package org.zhuxi.project.internal.asset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.project.asset.Asset;
import org.zhuxi.project.asset.AssetFilter;
import org.zhuxi.project.asset.AssetInspection;
import org.zhuxi.project.asset.AssetKind;
import org.zhuxi.project.asset.ClassLine;
import org.zhuxi.project.asset.Condition;
import org.zhuxi.project.asset.Corridor;
import org.zhuxi.project.asset.CorridorTheme;
import org.zhuxi.project.asset.Finding;
import org.zhuxi.project.asset.Inventory;

/** Keeps inventories, inspections and what they found. */
@Repository
public class AssetStore {

    private static final String SELECT = """
            select a.*, (
                select count(*)
                from project.finding f
                where f.community_id = a.community_id
                and f.asset_id = a.id
                and f.closed_on is null) as open_findings
            from project.asset a
            """;

    private final JdbcClient jdbc;

    AssetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether its number and id were free. */
    public boolean insert(Asset asset, UUID by, Instant at) {
        var location = asset.location();
        var corridor = asset.corridor();
        return jdbc.sql("""
                        insert into project.asset
                            (community_id, id, place, place_path, inventory, kind, number, name_zh, name_en, where_words,
                             latitude, longitude, area_m2, protection, every_months, due_on, added_by, added_at, origin,
                             theme_zh, theme_en, kept_by)
                        values (:community, :id, :place, :path, :inventory, :kind, :number, :zh, :en, :where, :latitude,
                            :longitude, :area, :protection, :months, :due, :by, :at, :origin,
                            :themeZh, :themeEn, :keptBy)
                        on conflict do nothing
                        """)
                        .param("community", asset.community().value())
                        .param("id", asset.id())
                        .param("place", asset.place())
                        .param("path", asset.path().value())
                        .param("inventory", asset.kind().inventory().name())
                        .param("kind", asset.kind().name())
                        .param("number", asset.number())
                        .param("zh", asset.name().zh())
                        .param("en", asset.name().en())
                        .param("where", asset.where())
                        .param("latitude", location == null ? null : (Double) location.latitude())
                        .param("longitude", location == null ? null : (Double) location.longitude())
                        .param("area", asset.areaM2())
                        .param("protection", asset.protection())
                        .param("months", asset.everyMonths())
                        .param("due", asset.dueOn())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("origin", asset.origin().name())
                        .param(
                                "themeZh",
                                corridor == null ? "" : corridor.theme().zh())
                        .param(
                                "themeEn",
                                corridor == null ? "" : corridor.theme().en())
                        .param("keptBy", corridor == null ? "" : corridor.keptBy())
                        .update()
                == 1;
    }

    public boolean isNumbered(CommunityId community, Inventory inventory, String number) {
        return jdbc.sql("""
                        select exists (
                            select
                            from project.asset
                            where community_id = :community
                            and inventory = :inventory
                            and number = :number)
                        """)
                .param("community", community.value())
                .param("inventory", inventory.name())
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    public Optional<Asset> find(UUID id) {
        return jdbc.sql(SELECT + " where a.id = :id")
                .param("id", id)
                .query((row, number) -> asset(row))
                .optional();
    }

    /** Whether it was in the inventory. */
    public boolean retire(Asset asset, String reason, LocalDate on, UUID by) {
        return jdbc.sql("""
                        update project.asset
                        set retired_on = :on, retired_by = :by, retire_reason = :reason
                        where community_id = :community
                        and id = :id
                        and retired_on is null
                        """)
                        .param("on", on)
                        .param("by", by)
                        .param("reason", reason)
                        .param("community", asset.community().value())
                        .param("id", asset.id())
                        .update()
                == 1;
    }

    /** Assets in use, those that are due first. @param after {@code <due>.<id>} of the last one seen, or null */
    public List<Asset> list(PlacePath at, AssetFilter filter, LocalDate today, int limit, @Nullable String after) {
        var key = Key.parse(after);
        var kind = filter.kind();
        var inventory = filter.inventory();
        return jdbc.sql("""
                        select *
                        from (@select where a.retired_on is null
                            and (a.place_path = :path or a.place_path like :below)) found
                        where (cast(:inventory as text) is null or inventory = :inventory)
                        and (cast(:kind as text) is null or kind = :kind)
                        and (:words = ''
                            or position(lower(:words) in lower(name_zh || ' ' || name_en || ' ' || number)) > 0)
                        and (not :overdue or due_on < :today)
                        and (not :open or open_findings > 0)
                        and (due_on, id) > (:due, :after)
                        order by due_on, id
                        limit :limit
                        """.replace("@select", SELECT))
                .param("path", at.value())
                .param("below", at.below())
                .param("inventory", inventory == null ? null : inventory.name())
                .param("kind", kind == null ? null : kind.name())
                .param("words", filter.words())
                .param("overdue", filter.overdue())
                .param("open", filter.open())
                .param("today", today)
                .param("due", key.due())
                .param("after", key.id())
                .param("limit", limit)
                .query((row, number) -> asset(row))
                .list();
    }

    private record Key(LocalDate due, UUID id) {

        static Key parse(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return new Key(LocalDate.of(1900, 1, 1), new UUID(0, 0));
            }
            try {
                var dot = text.indexOf('.');
                return new Key(LocalDate.parse(text.substring(0, dot)), UUID.fromString(text.substring(dot + 1)));
            } catch (java.time.DateTimeException | IllegalArgumentException | StringIndexOutOfBoundsException e) {
                throw new Refused.NotFound(text);
            }
        }
    }

    public long overdue(PlacePath at, LocalDate today) {
        return jdbc.sql("""
                        select count(*)
                        from project.asset
                        where retired_on is null
                        and (place_path = :path or place_path like :below)
                        and due_on < :today
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("today", today)
                .query(Long.class)
                .single();
    }

    /** One line a kind, also for kinds of which there is nothing. */
    public List<ClassLine> classes(PlacePath at, Inventory inventory, LocalDate today) {
        return jdbc.sql("""
                        select k.kind,
                            count(a.id) as assets,
                            count(a.id) filter (where a.condition in ('GOOD', 'FAIR')) as sound,
                            count(a.inspected_on) as inspected,
                            count(a.id) filter (where a.due_on < :today) as overdue,
                            coalesce(sum(f.open), 0)::bigint as open_findings,
                            exists (
                                select
                                from project.absence n
                                where n.inventory = :inventory
                                and coalesce(n.kind, k.kind) = k.kind
                                and n.ended_at is null
                                and (n.place_path = :path or n.place_path like :below)) as certified_absent
                        from unnest(cast(:kinds as text[])) with ordinality as k (kind, number)
                        left join project.asset a on a.kind = k.kind and a.retired_on is null
                            and (a.place_path = :path or a.place_path like :below)
                        left join lateral (
                            select count(*) as open
                            from project.finding
                            where finding.community_id = a.community_id
                            and finding.asset_id = a.id
                            and finding.closed_on is null) f on true
                        group by k.kind, k.number
                        order by k.number
                        """)
                .param("today", today)
                .param("inventory", inventory.name())
                .param("path", at.value())
                .param("below", at.below())
                .param(
                        "kinds",
                        Arrays.stream(AssetKind.values())
                                .filter(kind -> kind.inventory() == inventory)
                                .map(AssetKind::name)
                                .toArray(String[]::new))
                .query(ClassLine.class)
                .list();
    }

    /** Keeps an inspection with what it found; condition and next day follow from the latest one. */
    public void insert(Asset asset, AssetInspection inspection, List<Finding> findings, UUID by, Instant at) {
        jdbc.sql("""
                        insert into project.inspection
                            (community_id, id, asset_id, on_day, condition, words, stars, inspected_by, recorded_at)
                        values (:community, :id, :asset, :on, :condition, :words, :stars, :by, :at)
                        """)
                .param("community", asset.community().value())
                .param("id", inspection.id())
                .param("asset", asset.id())
                .param("on", inspection.on())
                .param("condition", inspection.condition().name())
                .param("words", inspection.words())
                .param("stars", inspection.stars())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        insert into project.finding
                            (community_id, id, asset_id, inspection_id, words, found_on, due_on)
                        select :community, id, :asset, :inspection, words, :found, :due
                        from unnest(cast(:ids as uuid[]), cast(:words as text[])) as it (id, words)
                        """)
                .param("community", asset.community().value())
                .param("asset", asset.id())
                .param("inspection", inspection.id())
                .param("found", inspection.on())
                .param(
                        "due",
                        findings.isEmpty()
                                ? inspection.on()
                                : findings.getFirst().dueOn())
                .param("ids", findings.stream().map(it -> it.id().toString()).toArray(String[]::new))
                .param("words", findings.stream().map(Finding::words).toArray(String[]::new))
                .update();
        jdbc.sql("""
                        update project.asset
                        set condition = :condition, inspected_on = :on, stars = coalesce(:stars, stars),
                            due_on = cast(:on as date) + make_interval(months => every_months)
                        where community_id = :community
                        and id = :asset
                        and coalesce(inspected_on, :on) <= :on
                        """)
                .param("condition", inspection.condition().name())
                .param("on", inspection.on())
                .param("stars", inspection.stars())
                .param("community", asset.community().value())
                .param("asset", asset.id())
                .update();
    }

    /** One row a theme and kind, put together by theme. */
    public List<CorridorTheme> themes(PlacePath at) {
        var kinds = new LinkedHashMap<Names, Map<AssetKind, Long>>();
        jdbc.sql("""
                        select theme_zh, min(min(theme_en)) over (partition by theme_zh) as theme_en, kind, count(*) as corridors,
                            sum(count(*)) over (partition by theme_zh) as all_kinds
                        from project.asset
                        where inventory = 'CORRIDOR'
                        and retired_on is null
                        and (place_path = :path or place_path like :below)
                        group by theme_zh, kind
                        order by all_kinds desc, theme_zh, kind
                        """).param("path", at.value()).param("below", at.below()).query((RowCallbackHandler)
                row -> kinds.computeIfAbsent(
                                new Names(row.getString("theme_zh"), row.getString("theme_en")),
                                any -> new EnumMap<>(AssetKind.class))
                        .put(AssetKind.valueOf(row.getString("kind")), row.getLong("corridors")));
        return kinds.entrySet().stream()
                .map(it -> new CorridorTheme(it.getKey(), it.getValue()))
                .toList();
    }

    /** The inspections of an asset, the latest first. */
    public List<AssetInspection> inspections(Asset asset) {
        return jdbc.sql("""
                        select id, on_day, condition, words, stars
                        from project.inspection
                        where community_id = :community
                        and asset_id = :asset
                        order by on_day desc, id desc
                        limit 100
                        """)
                .param("community", asset.community().value())
                .param("asset", asset.id())
                .query((row, number) -> new AssetInspection(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(row.getObject("on_day", LocalDate.class)),
                        Condition.valueOf(row.getString("condition")),
                        row.getString("words"),
                        row.getObject("stars", Integer.class)))
                .list();
    }

    /** What was found, what is open first. */
    public List<Finding> findings(Asset asset) {
        return jdbc.sql("""
                        select id, words, found_on, due_on, closed_on, closing
                        from project.finding
                        where community_id = :community
                        and asset_id = :asset
                        order by closed_on is not null, due_on, id
                        """)
                .param("community", asset.community().value())
                .param("asset", asset.id())
                .query(Finding.class)
                .list();
    }

    /** Whether it was open. */
    public boolean close(Asset asset, UUID finding, LocalDate on, String closing, UUID by) {
        return jdbc.sql("""
                        update project.finding
                        set closed_on = :on, closing = :closing, closed_by = :by
                        where community_id = :community
                        and id = :id
                        and asset_id = :asset
                        and closed_on is null
                        """)
                        .param("on", on)
                        .param("closing", closing)
                        .param("by", by)
                        .param("community", asset.community().value())
                        .param("id", finding)
                        .param("asset", asset.id())
                        .update()
                == 1;
    }

    private static Asset asset(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        var longitude = row.getObject("longitude", Double.class);
        var condition = row.getString("condition");
        return new Asset(
                new CommunityId(row.getInt("community_id")),
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("place"),
                new PlacePath(row.getString("place_path")),
                AssetKind.valueOf(row.getString("kind")),
                row.getString("number"),
                new Names(row.getString("name_zh"), row.getString("name_en")),
                row.getString("where_words"),
                latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude),
                row.getBigDecimal("area_m2"),
                row.getString("protection"),
                row.getInt("every_months"),
                condition == null ? null : Condition.valueOf(condition),
                row.getObject("inspected_on", LocalDate.class),
                Objects.requireNonNull(row.getObject("due_on", LocalDate.class)),
                row.getLong("open_findings"),
                row.getObject("retired_on", LocalDate.class),
                Origin.valueOf(row.getString("origin")),
                row.getString("theme_zh").isEmpty()
                        ? null
                        : new Corridor(
                                new Names(row.getString("theme_zh"), row.getString("theme_en")),
                                row.getString("kept_by"),
                                row.getObject("stars", Integer.class)));
    }
}
