package org.zhuxi.governance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.governance.Venue;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.platform.database.Rows;

/** Keeps venues. */
@Repository
public class VenueStore {

    private static final String WORDS = "concat_ws(' ', name_zh, name_en, where_words)";

    private final JdbcClient jdbc;
    private final PlacedRows<Venue> rows;

    VenueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        rows = PlacedRows.of(jdbc, "governance.venue", WORDS, (row, number) -> venue(row));
    }

    /** Whether the id was free. */
    public boolean insert(Venue it, UUID by, Instant at) {
        return rows.find(it.id()).isEmpty()
                && rows.ofNew(it, by, at, """
                        insert into governance.venue (community_id, id, place_code, place_path, level, name_zh, name_en,
                            where_words, added_by, added_at, origin, source)
                        values (:community, :id, :place, :path, :level, :zh, :en, :where, :by, :at, :origin, :source)
                        on conflict do nothing
                        """)
                                .param("level", it.level().name())
                                .param("zh", it.name().zh())
                                .param("en", it.name().en())
                                .param("where", it.where())
                                .param("source", it.source())
                                .update()
                        == 1;
    }

    /** @param at when it was closed; null opens it again */
    public void close(Venue it, @Nullable Instant at) {
        rows.of(it, """
                        update governance.venue
                        set closed_at = cast(:at as timestamptz)
                        where community_id = :community
                        and id = :id
                        """).param("at", Rows.at(at)).update();
    }

    public Optional<Venue> find(UUID id) {
        return rows.find(id);
    }

    public Slice<Venue> list(PlacePath at, String words, int limit, @Nullable UUID after) {
        return rows.list(at, words, limit, after);
    }

    public List<Venue> of(CommunityId community) {
        return jdbc.sql("select * from governance.venue where community_id = :community order by place_path, id")
                .param("community", community.value())
                .query(rows.mapper())
                .list();
    }

    private static Venue venue(ResultSet row) throws SQLException {
        return new Venue(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                row.getString("place_code"),
                new PlacePath(row.getString("place_path")),
                PlaceKind.valueOf(row.getString("level")),
                Rows.names(row),
                row.getString("where_words"),
                Rows.instant(row, "closed_at") != null,
                Origin.valueOf(row.getString("origin")),
                row.getString("source"));
    }
}
