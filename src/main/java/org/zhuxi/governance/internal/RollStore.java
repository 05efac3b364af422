package org.zhuxi.governance.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.governance.OwnedPart;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.PlacePath;
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
                            area_source, owner, unsold, entered_by, entered_at)
                        select :community, place, path, area, source, owner, unsold, :by, :at
                        from unnest(cast(:places as text[]), cast(:paths as text[]), cast(:areas as bigint[]),
                            cast(:sources as text[]), cast(:owners as text[]), cast(:unsold as boolean[]))
                            as it (place, path, area, source, owner, unsold)
                        on conflict (community_id, place_code) do update
                        set area_centi_m2 = excluded.area_centi_m2, area_source = excluded.area_source,
                            owner = excluded.owner, unsold = excluded.unsold, entered_by = excluded.entered_by,
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
                .update();
    }

    /** Units at or below a place, in the order of their codes. */
    public List<OwnedPart> list(PlacePath at) {
        return jdbc.sql("""
                        select place_code, area_centi_m2, area_source, owner, unsold
                        from governance.owned_unit
                        where place_path = :path
                        or place_path like :below
                        order by place_code
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .query((row, number) -> new OwnedPart(
                        row.getString("place_code"),
                        row.getLong("area_centi_m2"),
                        OwnedPart.AreaSource.valueOf(row.getString("area_source")),
                        row.getString("owner"),
                        row.getBoolean("unsold")))
                .list();
    }
}
