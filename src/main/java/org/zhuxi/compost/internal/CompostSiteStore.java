package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.compost.CompostSite;
import org.zhuxi.compost.CompostUnit;
import org.zhuxi.compost.Method;
import org.zhuxi.compost.NewSite;
import org.zhuxi.compost.NewUnit;
import org.zhuxi.compost.Scene;
import org.zhuxi.compost.SiteRef;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Slice;

/** Sites and their units. */
@Repository
public class CompostSiteStore {

    static final String SITE = """
            select community_id, site_id, place, name_zh, name_en, latitude, longitude, scene, operator,
                programme, started_on, bucket_litres, note, origin
            from compost.site
            """;
    private static final String UNIT = """
            select community_id, id, site_id, code, method, litres, probes, retired_on
            from compost.unit
            """;

    private final JdbcClient jdbc;

    CompostSiteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(SiteRef ref, NewSite site, UUID by, Instant at) {
        var location = site.location();
        jdbc.sql("""
                        insert into compost.site
                            (community_id, site_id, place, name_zh, name_en, latitude, longitude, scene, operator, programme,
                            started_on, bucket_litres, note, origin, added_by, added_at)
                        values (:community, :id, :place, :zh, :en, :latitude, :longitude, :scene, :operator, :programme,
                            :started, :bucket, :note, :origin, :by, :at)
                        """)
                .param("community", ref.community().value())
                .param("id", ref.id())
                .param("place", site.place())
                .param("zh", site.name().zh())
                .param("en", site.name().en())
                .param("latitude", location == null ? null : location.latitude())
                .param("longitude", location == null ? null : location.longitude())
                .param("scene", site.scene().name())
                .param("operator", site.operator())
                .param("programme", site.programme())
                .param("started", site.startedOn())
                .param("bucket", site.bucketLitres())
                .param("note", site.note())
                .param("origin", site.origin().name())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<CompostSite> find(UUID id) {
        return jdbc.sql(SITE + "where site_id = :id")
                .param("id", id)
                .query(SiteRow.class)
                .optional()
                .map(SiteRow::site);
    }

    /** In the order in which they were added. */
    public Slice<CompostSite> list(
            @Nullable Collection<CommunityId> communities,
            @Nullable Scene scene,
            String words,
            int limit,
            @Nullable UUID after) {
        var sql = new StringBuilder(SITE).append("where true\n");
        var parameters = new HashMap<String, Object>();
        parameters.put("limit", limit + 1);
        if (communities != null) {
            sql.append("and community_id = any(:communities)\n");
            parameters.put("communities", numbers(communities));
        }
        if (scene != null) {
            sql.append("and scene = :scene\n");
            parameters.put("scene", scene.name());
        }
        if (!words.isBlank()) {
            sql.append(
                    "and position(lower(:words) in lower(name_zh || ' ' || name_en || ' ' || operator || ' ' || programme)) > 0\n");
            parameters.put("words", words.strip());
        }
        if (after != null) {
            sql.append("and site_id > :after\n");
            parameters.put("after", after);
        }
        var found = jdbc
                .sql(sql.append("order by site_id\nlimit :limit").toString())
                .params(parameters)
                .query(SiteRow.class)
                .list()
                .stream()
                .map(SiteRow::site)
                .toList();
        return Slice.of(found, limit, it -> it.ref().id().toString());
    }

    /** @return false when the site has a unit of that name */
    public boolean insertUnit(SiteRef site, NewUnit unit, UUID by, Instant at) {
        return jdbc.sql("""
                        insert into compost.unit (community_id, id, site_id, code, method, litres, probes, added_by, added_at)
                        values (:community, :id, :site, :code, :method, :litres, :probes, :by, :at)
                        on conflict do nothing
                        """)
                        .param("community", site.community().value())
                        .param("id", unit.id())
                        .param("site", site.id())
                        .param("code", unit.code())
                        .param("method", unit.method().name())
                        .param("litres", unit.litres())
                        .param("probes", unit.probes())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public boolean retire(CompostUnit unit, LocalDate on) {
        return jdbc.sql("""
                        update compost.unit
                        set retired_on = :on
                        where community_id = :community and id = :id and retired_on is null
                        """)
                        .param("community", unit.site().community().value())
                        .param("id", unit.id())
                        .param("on", on)
                        .update()
                == 1;
    }

    public List<CompostUnit> units(SiteRef site) {
        return jdbc
                .sql(UNIT + "where community_id = :community and site_id = :site order by length(code), code")
                .param("community", site.community().value())
                .param("site", site.id())
                .query(UnitRow.class)
                .list()
                .stream()
                .map(UnitRow::unit)
                .toList();
    }

    public List<CompostUnit> findUnits(Collection<UUID> ids) {
        return jdbc
                .sql(UNIT + "where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(UnitRow.class)
                .list()
                .stream()
                .map(UnitRow::unit)
                .toList();
    }

    static Integer[] numbers(Collection<CommunityId> communities) {
        return communities.stream().map(CommunityId::value).toArray(Integer[]::new);
    }

    record SiteRow(
            int communityId,
            UUID siteId,
            String place,
            String nameZh,
            String nameEn,
            @Nullable Double latitude,
            @Nullable Double longitude,
            Scene scene,
            String operator,
            String programme,
            LocalDate startedOn,
            BigDecimal bucketLitres,
            String note,
            Origin origin) {

        CompostSite site() {
            return new CompostSite(
                    new SiteRef(new CommunityId(communityId), siteId),
                    place,
                    new Names(nameZh, nameEn),
                    latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude),
                    scene,
                    operator,
                    programme,
                    startedOn,
                    bucketLitres,
                    note,
                    origin);
        }
    }

    record UnitRow(
            int communityId,
            UUID id,
            UUID siteId,
            String code,
            Method method,
            BigDecimal litres,
            int probes,
            @Nullable LocalDate retiredOn) {

        CompostUnit unit() {
            return new CompostUnit(
                    id, new SiteRef(new CommunityId(communityId), siteId), code, method, litres, probes, retiredOn);
        }
    }
}
