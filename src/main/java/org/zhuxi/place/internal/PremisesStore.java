package org.zhuxi.place.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.place.NewPlace;
import org.zhuxi.place.Place;
import org.zhuxi.platform.database.Rows;

/** Quarters, buildings and dwellings of communities. */
@Component
public class PremisesStore {

    private static final String SELECT = """
            select premises.code, premises.kind, premises.name_zh, premises.name_en, community.path,
                   premises.community_id, premises.id
            from place.premises premises
            join place.v_community community on community.community_id = premises.community_id
            """;

    private final JdbcClient jdbc;

    PremisesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the codes that are premises of one of the communities. */
    public List<Place> findByCodes(Collection<Integer> communities, Collection<String> codes) {
        return jdbc.sql(SELECT + "where premises.community_id = any(:communities) and premises.code = any(:codes)")
                .param("communities", communities.toArray(Integer[]::new))
                .param("codes", codes.toArray(String[]::new))
                .query(PlaceRows::place)
                .list();
    }

    /** What stands directly in a quarter or building; directly in the community when the parent is its code. */
    public List<Place> listChildren(CommunityId community, String parent) {
        var isCommunity = PlaceCode.isDivision(parent);
        return jdbc.sql(SELECT + "where premises.community_id = :community and premises.parent_code "
                        + (isCommunity ? "is null" : "= :parent") + " order by premises.code")
                .param("community", community.value())
                .param("parent", parent)
                .query(PlaceRows::place)
                .list();
    }

    /** The buildings of a community in order of code, with labels such as 一区3栋. */
    public List<Labelled> listBuildings(CommunityId community) {
        return jdbc.sql("""
                        select code, label
                        from place.premises
                        where community_id = :community and kind = 'BUILDING'
                        order by code
                        """)
                .param("community", community.value())
                .query(Labelled.class)
                .list();
    }

    /** Dwellings nobody lives in, at most 500, in order of code. */
    public List<Labelled> listVacant(CommunityId community) {
        return jdbc.sql("""
                        select dwelling.code, dwelling.label
                        from place.premises dwelling
                        where dwelling.community_id = :community
                          and dwelling.kind = 'DWELLING'
                          and not exists (
                              select
                              from place.household household
                              where household.community_id = dwelling.community_id
                                and household.dwelling_code = dwelling.code
                                and household.until is null)
                        order by dwelling.code
                        limit 500
                        """)
                .param("community", community.value())
                .query(Labelled.class)
                .list();
    }

    /** Labels of those codes that are there. */
    public Map<String, String> findLabels(CommunityId community, Collection<String> codes) {
        return jdbc
                .sql("""
                        select code, label
                        from place.premises
                        where community_id = :community and code = any(:codes)
                        """)
                .param("community", community.value())
                .param("codes", codes.toArray(String[]::new))
                .query(Labelled.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Labelled::code, Labelled::label));
    }

    /** Those of the codes that are dwellings. */
    public Set<String> findDwellings(CommunityId community, Collection<String> codes) {
        return jdbc.sql("""
                        select code
                        from place.premises
                        where community_id = :community and kind = 'DWELLING' and code = any(:codes)
                        """)
                .param("community", community.value())
                .param("codes", codes.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    /** Adds premises whose codes are not there yet, parents and children in one statement. */
    public int insert(CommunityId community, List<NewPlace> places, Map<String, String> labels) {
        var pinyin = places.stream().map(place -> Pinyin.of(place.name().zh())).toList();
        return jdbc.sql("""
                        insert into place.premises (community_id, id, code, kind, parent_code, name_zh, name_en, label,
                                                    pinyin, initials, origin)
                        select :community, added.id, added.code, added.kind, added.parent_code, added.name_zh,
                               added.name_en, added.label, added.pinyin, added.initials, added.origin
                        from unnest(cast(:ids as uuid[]), :codes, :kinds, :parents, :zh, :en, :labels, :pinyin,
                                    :initials, :origins)
                             as added (id, code, kind, parent_code, name_zh, name_en, label, pinyin, initials, origin)
                        on conflict (community_id, code) do nothing
                        """)
                .param("community", community.value())
                .param("ids", Rows.texts(places, place -> Ids.next()))
                .param("codes", Rows.texts(places, NewPlace::code))
                .param("kinds", Rows.texts(places, NewPlace::kind))
                .param(
                        "parents",
                        Rows.texts(
                                places,
                                place -> PlaceCode.parentOf(place.code()).orElse(null)))
                .param("zh", Rows.texts(places, place -> place.name().zh()))
                .param("en", Rows.texts(places, place -> place.name().en()))
                .param("labels", Rows.texts(places, place -> labels.get(place.code())))
                .param("pinyin", Rows.texts(pinyin, Pinyin::whole))
                .param("initials", Rows.texts(pinyin, Pinyin::initials))
                .param("origins", Rows.texts(places, NewPlace::origin))
                .update();
    }

    /** A building or dwelling with the name people call it. */
    public record Labelled(String code, String label) {}
}
