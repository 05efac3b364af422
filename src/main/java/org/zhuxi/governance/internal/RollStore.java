package org.zhuxi.governance.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.governance.OwnedPart;
import org.zhuxi.governance.RollTotals;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Slice;
import org.zhuxi.platform.database.Rows;

/** Keeps the roll of owners. */
@Repository
public class RollStore {

    private final JdbcClient jdbc;

    RollStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters units with the paths of their places; what was there of a unit is replaced. */
    public void enter(CommunityId community, List<OwnedPart> parts, List<PlacePath> paths, UUID by, Instant at) {
        jdbc.sql("""
                        insert into governance.owned_unit (community_id, place_code, place_path, area_centi_m2,
                            area_source, owner, unsold, origin, entered_by, entered_at)
                        select :community, place, path, area, source, owner, unsold, origin, :by, :at
                        from unnest(cast(:places as text[]), cast(:paths as text[]), cast(:areas as bigint[]),
                            cast(:sources as text[]), cast(:owners as text[]), cast(:unsold as boolean[]), cast(:origins as text[]))
                            as it (place, path, area, source, owner, unsold, origin)
                        on conflict (community_id, place_code) do update
                        set area_centi_m2 = excluded.area_centi_m2, area_source = excluded.area_source,
                            owner = excluded.owner, unsold = excluded.unsold, origin = excluded.origin, entered_by = excluded.entered_by,
                            entered_at = excluded.entered_at
                        """)
                .param("community", community.value())
                .param("by", by)
                .param("at", Rows.at(at))
                .param("places", Rows.texts(parts, OwnedPart::place))
                .param("paths", Rows.texts(paths, PlacePath::value))
                .param("areas", Rows.texts(parts, OwnedPart::areaCentiM2))
                .param("sources", Rows.texts(parts, OwnedPart::areaSource))
                .param("owners", Rows.texts(parts, OwnedPart::owner))
                .param("unsold", Rows.texts(parts, OwnedPart::unsold))
                .param("origins", Rows.texts(parts, OwnedPart::origin))
                .update();
    }

    /** All units at or below a place, in the order of their codes. */
    public List<OwnedPart> list(PlacePath at) {
        return list(at, "", Integer.MAX_VALUE - 1, "").items();
    }

    /**
     * Units at or below a place, in the order of their codes.
     *
     * @param words the beginning of a code, or the number of an owner; empty for all
     */
    public Slice<OwnedPart> list(PlacePath at, String words, int limit, String after) {
        var found = jdbc.sql("""
                        select place_code, area_centi_m2, area_source, owner, unsold, origin
                        from governance.owned_unit
                        where (place_path = :path or place_path like :below)
                        and place_code > :after
                        and (:words = '' or starts_with(place_code, :words) or owner = :words)
                        order by place_code
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("after", after)
                .param("words", words)
                .param("limit", limit + 1)
                .query((row, number) -> new OwnedPart(
                        row.getString("place_code"),
                        row.getLong("area_centi_m2"),
                        OwnedPart.AreaSource.valueOf(row.getString("area_source")),
                        row.getString("owner"),
                        row.getBoolean("unsold"),
                        Origin.valueOf(row.getString("origin"))))
                .list();
        return Slice.of(found, limit, OwnedPart::place);
    }

    public RollTotals totals(PlacePath at) {
        return jdbc.sql("""
                        select count(*) as units, coalesce(sum(area_centi_m2), 0) as area_centi_m2,
                               count(distinct case when unsold then '*' else owner end) as heads
                        from governance.owned_unit
                        where place_path = :path or place_path like :below
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .query(RollTotals.class)
                .single();
    }

    /** Whether the roll had the unit. */
    public boolean remove(CommunityId community, PlacePath at, String code) {
        return jdbc.sql("""
                        delete from governance.owned_unit
                        where community_id = :community
                        and place_code = :code
                        and (place_path = :path or place_path like :below)
                        """)
                        .param("community", community.value())
                        .param("code", code)
                        .param("path", at.value())
                        .param("below", at.below())
                        .update()
                == 1;
    }
}
