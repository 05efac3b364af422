package org.zhuxi.place.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.NewPlace;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Site;
import org.zhuxi.platform.database.Rows;

/** Sites of communities. */
@Component
public class SiteStore {

    private static final String SELECT = """
            select site.id, site.community_id, site.code, site.type, site.name_zh, site.name_en, site.latitude,
                   site.longitude, community.path
            from place.site site
            join place.v_community community on community.community_id = site.community_id
            where site.community_id = any(:communities)
            """;

    private final JdbcClient jdbc;

    SiteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Site> find(CommunityId community, UUID id) {
        return jdbc.sql(SELECT + "and site.id = :id")
                .param("communities", new Integer[] {community.value()})
                .param("id", id)
                .query(SiteStore::site)
                .optional();
    }

    public List<Site> findByCodes(Collection<Integer> communities, Collection<String> codes) {
        return jdbc.sql(SELECT + "and site.code = any(:codes)")
                .param("communities", communities.toArray(Integer[]::new))
                .param("codes", codes.toArray(String[]::new))
                .query(SiteStore::site)
                .list();
    }

    /** Sites of a type, or of every type when it is null, in order of code. */
    public List<Site> list(Collection<Integer> communities, @Nullable String type) {
        return jdbc.sql(SELECT + "and (cast(:type as text) is null or site.type = :type) order by site.code")
                .param("communities", communities.toArray(Integer[]::new))
                .param("type", type)
                .query(SiteStore::site)
                .list();
    }

    /** Adds sites whose codes are not there yet. */
    public int insert(CommunityId community, List<NewPlace> sites) {
        var pinyin = sites.stream().map(site -> Pinyin.of(site.name().zh())).toList();
        return jdbc.sql("""
                        insert into place.site (community_id, id, code, type, name_zh, name_en, pinyin, initials,
                                                latitude, longitude, origin)
                        select :community, added.id, added.code, added.type, added.name_zh, added.name_en, added.pinyin,
                               added.initials, added.latitude, added.longitude, added.origin
                        from unnest(cast(:ids as uuid[]), :codes, :types, :zh, :en, :pinyin, :initials,
                                    cast(:latitudes as double precision[]), cast(:longitudes as double precision[]),
                                    :origins)
                             as added (id, code, type, name_zh, name_en, pinyin, initials, latitude, longitude, origin)
                        on conflict (community_id, code) do nothing
                        """)
                .param("community", community.value())
                .param("ids", Rows.texts(sites, site -> Ids.next()))
                .param("codes", Rows.texts(sites, NewPlace::code))
                .param("types", Rows.texts(sites, NewPlace::siteType))
                .param("zh", Rows.texts(sites, site -> site.name().zh()))
                .param("en", Rows.texts(sites, site -> site.name().en()))
                .param("pinyin", Rows.texts(pinyin, Pinyin::whole))
                .param("initials", Rows.texts(pinyin, Pinyin::initials))
                .param("latitudes", Rows.texts(sites, site -> latitude(site.location())))
                .param("longitudes", Rows.texts(sites, site -> longitude(site.location())))
                .param("origins", Rows.texts(sites, NewPlace::origin))
                .update();
    }

    public static Place place(Site site) {
        return new Place(site.code(), PlaceKind.SITE, site.name(), site.path(), site.community(), site.id());
    }

    private static @Nullable Double latitude(@Nullable GeoPoint point) {
        return point == null ? null : point.latitude();
    }

    private static @Nullable Double longitude(@Nullable GeoPoint point) {
        return point == null ? null : point.longitude();
    }

    private static Site site(ResultSet row, int number) throws SQLException {
        var code = row.getString("code");
        return new Site(
                row.getObject("id", UUID.class),
                new CommunityId(row.getInt("community_id")),
                code,
                row.getString("type"),
                Rows.names(row, "name"),
                PlaceCode.pathBelow(new PlacePath(row.getString("path")), code),
                PlaceRows.location(row));
    }
}
