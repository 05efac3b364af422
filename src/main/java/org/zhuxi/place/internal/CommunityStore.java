package org.zhuxi.place.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.BoundingBox;
import org.zhuxi.place.Community;
import org.zhuxi.place.NewCommunity;
import org.zhuxi.platform.database.Rows;

/** Communities with their profiles and aliases. */
@Component
public class CommunityStore {

    private static final String SELECT = """
            select community.*, division.path, division.name_zh, division.name_en,
                   array(select alias.alias
                         from place.community_alias alias
                         where alias.community_id = community.id
                         order by alias.alias) as aliases
            from place.community community
            join place.division division
              on division.code = community.code
             and division.valid_from <= :day
             and (division.valid_to is null or division.valid_to > :day)
            """;

    private final JdbcClient jdbc;

    CommunityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Community> find(CommunityId id, LocalDate day) {
        return jdbc.sql(SELECT + "where community.id = :id")
                .param("day", day)
                .param("id", id.value())
                .query(CommunityStore::community)
                .optional();
    }

    public List<Community> findByCodes(Collection<String> codes, LocalDate day) {
        return jdbc.sql(SELECT + "where community.code = any(:codes)")
                .param("day", day)
                .param("codes", codes.toArray(String[]::new))
                .query(CommunityStore::community)
                .list();
    }

    /** The communities at or below a path, in order of code. */
    public List<Community> listAt(PlacePath path, LocalDate day) {
        return jdbc.sql(SELECT + "where division.path = :path or division.path like :below order by community.code")
                .param("day", day)
                .param("path", path.value())
                .param("below", path.below())
                .query(CommunityStore::community)
                .list();
    }

    /** The first of them in order of code. */
    public List<Community> listAt(PlacePath path, int limit, LocalDate day) {
        return jdbc.sql(
                        SELECT
                                + "where division.path = :path or division.path like :below order by community.code limit :limit")
                .param("day", day)
                .param("path", path.value())
                .param("below", path.below())
                .param("limit", limit)
                .query(CommunityStore::community)
                .list();
    }

    /** Those whose point lies in a box and that have no outline, in order of code. */
    public List<Community> listWithin(BoundingBox box, int limit, LocalDate day) {
        return jdbc.sql(SELECT + """
                        where point(community.longitude, community.latitude)
                              <@ box(point(:west, :south), point(:east, :north))
                          and not exists (
                              select
                              from place.outline outline
                              where outline.community_id = community.id and outline.code = community.code)
                        order by community.code
                        limit :limit
                        """)
                .param("day", day)
                .param("west", box.west())
                .param("south", box.south())
                .param("east", box.east())
                .param("north", box.north())
                .param("limit", limit)
                .query(CommunityStore::community)
                .list();
    }

    /** Adds a community, or nothing when its code is there already. */
    public void insert(NewCommunity community) {
        var type = community.estateType();
        var location = community.location();
        jdbc.sql("""
                        insert into place.community
                            (code, urban, estate_type_zh, estate_type_en, founded_on, area_km2, residents, households,
                             latitude, longitude, origin, source)
                        values (:code, :urban, :typeZh, :typeEn, :foundedOn, :area, :residents, :households,
                                :latitude, :longitude, :origin, :source)
                        on conflict (code) do nothing
                        """)
                .param("code", community.code())
                .param("urban", community.urban())
                .param("typeZh", type == null ? null : type.zh())
                .param("typeEn", type == null ? null : type.en())
                .param("foundedOn", community.foundedOn())
                .param("area", community.areaKm2())
                .param("residents", community.residents())
                .param("households", community.households())
                .param("latitude", location == null ? null : location.latitude())
                .param("longitude", location == null ? null : location.longitude())
                .param("origin", community.origin().name())
                .param("source", community.source())
                .update();
    }

    /** Many at once, without estates, year and position; answers how many were new. */
    public int insert(List<NewCommunity> added) {
        return jdbc.sql("""
                        insert into place.community (code, urban, residents, households, origin, source)
                        select *
                        from unnest(cast(:codes as text[]), cast(:urban as boolean[]), cast(:residents as integer[]),
                            cast(:households as integer[]), cast(:origins as text[]), cast(:sources as text[]))
                        on conflict (code) do nothing
                        """)
                .param("codes", Rows.texts(added, NewCommunity::code))
                .param("urban", Rows.texts(added, NewCommunity::urban))
                .param("residents", Rows.texts(added, NewCommunity::residents))
                .param("households", Rows.texts(added, NewCommunity::households))
                .param("origins", Rows.texts(added, NewCommunity::origin))
                .param("sources", Rows.texts(added, NewCommunity::source))
                .update();
    }

    public CommunityId getId(String code) {
        return jdbc.sql("select id from place.community where code = :code")
                .param("code", code)
                .query((row, number) -> new CommunityId(row.getInt("id")))
                .single();
    }

    public void insertAliases(CommunityId id, List<String> aliases) {
        var pinyin = aliases.stream().map(Pinyin::of).toList();
        jdbc.sql("""
                        insert into place.community_alias (community_id, alias, pinyin, initials)
                        select :id, added.alias, added.pinyin, added.initials
                        from unnest(:aliases, :pinyin, :initials) as added (alias, pinyin, initials)
                        on conflict do nothing
                        """)
                .param("id", id.value())
                .param("aliases", aliases.toArray(String[]::new))
                .param("pinyin", Rows.texts(pinyin, Pinyin::whole))
                .param("initials", Rows.texts(pinyin, Pinyin::initials))
                .update();
    }

    private static Community community(ResultSet row, int number) throws SQLException {
        return new Community(
                new CommunityId(row.getInt("id")),
                row.getString("code"),
                new PlacePath(row.getString("path")),
                Rows.names(row, "name"),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("urban"),
                estateType(row),
                row.getString("founded_on"),
                row.getObject("area_km2", BigDecimal.class),
                row.getObject("residents", Integer.class),
                row.getObject("households", Integer.class),
                PlaceRows.location(row),
                Origin.valueOf(row.getString("origin")),
                row.getString("source"),
                Arrays.asList((String[]) row.getArray("aliases").getArray()));
    }

    private static @Nullable Names estateType(ResultSet row) throws SQLException {
        return row.getString("estate_type_zh") == null ? null : Rows.names(row, "estate_type");
    }
}
