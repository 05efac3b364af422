package org.zhuxi.place.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Plate;
import org.zhuxi.place.PlateFilter;
import org.zhuxi.place.PlateState;
import org.zhuxi.platform.database.Rows;

/** Plates of communities. */
@Component
public class PlateStore {

    private static final String SELECT = """
            select plate.*, community.path, coalesce(premises.label, site.name_zh, plate.target) as label_zh,
                   coalesce(premises.label, site.name_en, plate.target) as label_en
            from place.plate plate
            join place.v_community community on community.community_id = plate.community_id
            left join place.premises premises
              on premises.community_id = plate.community_id and premises.code = plate.target
            left join place.site site on site.community_id = plate.community_id and site.code = plate.target
            where plate.community_id = :community
            """;

    /** At a place itself or below it; everything in the community when it is the community. */
    private static final String BELOW =
            "(cast(:at as text) is null or %1$s = cast(:at as text) or %1$s like cast(:at as text) || '-%%')";

    private static final OffsetDateTime LONG_AGO = Instant.EPOCH.atOffset(ZoneOffset.UTC);

    private final JdbcClient jdbc;

    PlateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place that has no valid plate. */
    public record Bare(String code, PlaceKind kind) {}

    /** @param at code of a quarter, building, dwelling or site; null for the whole community */
    public List<Bare> listBare(CommunityId community, @Nullable String at, Collection<PlaceKind> kinds, int limit) {
        return jdbc.sql("""
                        select place.code, place.kind
                        from (select premises.code, premises.kind
                              from place.premises premises
                              where premises.community_id = :community
                              union all
                              select site.code, 'SITE'
                              from place.site site
                              where site.community_id = :community) as place
                        where place.kind = any(:kinds)
                          and %s
                          and not exists (
                              select
                              from place.plate plate
                              where plate.community_id = :community
                                and plate.target = place.code
                                and plate.state <> 'REPLACED')
                        order by place.code collate "C"
                        limit :limit
                        """.formatted(BELOW.formatted("place.code")))
                .param("community", community.value())
                .param("at", at)
                .param("kinds", kinds.stream().map(PlaceKind::name).toArray(String[]::new))
                .param("limit", limit)
                .query(Bare.class)
                .list();
    }

    /** Adds plates; one whose code is taken, or whose place has a valid plate by now, is left out. */
    public int insert(
            CommunityId community, List<Bare> places, List<String> codes, UUID by, Instant at, Origin origin) {
        return jdbc.sql("""
                        insert into place.plate (community_id, code, kind, target, state, printed_at, printed_by,
                                                 changed_at, changed_by, origin)
                        select :community, added.code, added.kind, added.target, 'PRINTED', :at, :by, :at, :by, :origin
                        from unnest(:codes, :kinds, :targets) as added (code, kind, target)
                        on conflict do nothing
                        """)
                .param("community", community.value())
                .param("codes", codes.toArray(String[]::new))
                .param("kinds", Rows.texts(places, Bare::kind))
                .param("targets", Rows.texts(places, Bare::code))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("origin", origin.name())
                .update();
    }

    public Optional<Plate> find(CommunityId community, String code) {
        return jdbc.sql(SELECT + "and plate.code = :code")
                .param("community", community.value())
                .param("code", code)
                .query(PlateStore::plate)
                .optional();
    }

    /**
     * In order of the places and then of their making, which are no two at once, for a place has one valid plate.
     *
     * @param after target and when it was made, with a tilde between them; may be empty
     */
    public List<Plate> list(CommunityId community, @Nullable String at, PlateFilter filter, int limit, String after) {
        // a key that somebody made up may hold what PostgreSQL takes for no text
        var key = after.replace("\0", "");
        var cut = key.lastIndexOf('~');
        return jdbc.sql(SELECT + """
                        and %s
                        and (cast(:kind as text) is null or plate.kind = :kind)
                        and (cast(:state as text) is null or plate.state = :state)
                        and (plate.target collate "C", plate.printed_at) > (:target, :made)
                        order by plate.target collate "C", plate.printed_at
                        limit :limit
                        """.formatted(BELOW.formatted("plate.target")))
                .param("community", community.value())
                .param("at", at)
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("target", cut < 0 ? "" : key.substring(0, cut))
                .param("made", cut < 0 ? LONG_AGO : moment(key.substring(cut + 1)))
                .param("limit", limit)
                .query(PlateStore::plate)
                .list();
    }

    /** Changes a valid plate; answers false when it was replaced before. */
    public boolean change(CommunityId community, String code, PlateState state, UUID by, Instant at) {
        return jdbc.sql("""
                        update place.plate
                        set state = :state, changed_at = :at, changed_by = :by
                        where community_id = :community and code = :code and state <> 'REPLACED'
                        """)
                        .param("state", state.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("community", community.value())
                        .param("code", code)
                        .update()
                > 0;
    }

    /** A key that somebody made up, perhaps of a year that PostgreSQL does not know, begins at the place. */
    private static OffsetDateTime moment(String written) {
        try {
            return written.startsWith("2") ? Instant.parse(written).atOffset(ZoneOffset.UTC) : LONG_AGO;
        } catch (DateTimeException e) {
            return LONG_AGO;
        }
    }

    private static Plate plate(ResultSet row, int number) throws SQLException {
        var target = row.getString("target");
        return new Plate(
                new CommunityId(row.getInt("community_id")),
                row.getString("code"),
                PlaceKind.valueOf(row.getString("kind")),
                target,
                new Names(row.getString("label_zh"), row.getString("label_en")),
                PlaceCode.pathBelow(new PlacePath(row.getString("path")), target),
                PlateState.valueOf(row.getString("state")),
                row.getObject("printed_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
