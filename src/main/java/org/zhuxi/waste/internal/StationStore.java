package org.zhuxi.waste.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.waste.Closure;
import org.zhuxi.waste.NewStation;
import org.zhuxi.waste.OpeningHours;
import org.zhuxi.waste.StationRef;
import org.zhuxi.waste.Timetable;
import org.zhuxi.waste.WasteClass;

/** The tables of stations, timetables and closures. */
@Repository
public class StationStore {

    private static final String STATION = """
            select community_id, site_id, array_to_string(accepted, ',') as accepted, weighs, note, origin
            from waste.station
            """;

    private final JdbcClient jdbc;

    StationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a station; false when the site is one already. */
    public boolean insert(StationRef ref, NewStation station) {
        var classes = station.accepted().stream().map(WasteClass::code).toArray(String[]::new);
        return jdbc.sql("""
                        insert into waste.station (community_id, site_id, accepted, weighs, note, origin)
                        values (:community, :site, :accepted, :weighs, :note, :origin)
                        on conflict do nothing
                        """)
                        .param("community", ref.community().value())
                        .param("site", ref.site())
                        .param("accepted", classes)
                        .param("weighs", station.weighs())
                        .param("note", station.note())
                        .param("origin", station.origin().name())
                        .update()
                == 1;
    }

    /** In order of key; of all communities for null. */
    public List<StationRow> list(@Nullable Collection<CommunityId> communities, StationKey after, int limit) {
        var ids = communities == null
                ? null
                : communities.stream().map(CommunityId::value).toArray(Integer[]::new);
        return jdbc.sql(STATION + """
                        where (community_id, site_id) > (:community, :site)
                        and (cast(:ids as integer[]) is null or community_id = any(cast(:ids as integer[])))
                        order by community_id, site_id
                        limit :limit
                        """)
                .param("community", after.community())
                .param("site", after.site())
                .param("ids", ids)
                .param("limit", limit)
                .query(StationRow.class)
                .list();
    }

    public List<StationRow> find(UUID site) {
        return jdbc.sql(STATION + "where site_id = :site")
                .param("site", site)
                .query(StationRow.class)
                .list();
    }

    /** Holds the station until the transaction ends, so that its timetables change one after the other. */
    public Optional<StationRow> lock(StationRef ref) {
        return jdbc.sql(STATION + "where community_id = :community and site_id = :site for update")
                .param("community", ref.community().value())
                .param("site", ref.site())
                .query(StationRow.class)
                .optional();
    }

    /** When each of the stations is open, in the zone given with it. */
    public Map<StationRef, OpeningHours> hours(Map<StationRef, ZoneId> stations) {
        var communities =
                stations.keySet().stream().map(ref -> ref.community().value()).toArray(Integer[]::new);
        var sites = stations.keySet().stream().map(StationRef::site).toArray(UUID[]::new);
        return HoursRows.assemble(stations, windows(communities, sites), closures(communities, sites));
    }

    private List<HoursRows.Window> windows(Integer[] communities, UUID[] sites) {
        return jdbc.sql("""
                        select t.community_id, t.site_id, t.valid_from, w.from_minute, w.to_minute, w.days
                        from unnest(:communities, :sites) as asked (community_id, site_id)
                        join waste.timetable t
                            on t.community_id = asked.community_id and t.site_id = asked.site_id
                        left join waste.opening_window w
                            on w.community_id = t.community_id
                            and w.site_id = t.site_id
                            and w.valid_from = t.valid_from
                        order by t.community_id, t.site_id, t.valid_from, w.from_minute, w.days
                        """)
                .param("communities", communities)
                .param("sites", sites)
                .query(HoursRows.Window.class)
                .list();
    }

    private List<HoursRows.Closed> closures(Integer[] communities, UUID[] sites) {
        return jdbc.sql("""
                        select c.community_id, c.site_id, c.day, c.reason
                        from unnest(:communities, :sites) as asked (community_id, site_id)
                        join waste.closure c
                            on c.community_id = asked.community_id and c.site_id = asked.site_id
                        order by c.community_id, c.site_id, c.day
                        """)
                .param("communities", communities)
                .param("sites", sites)
                .query(HoursRows.Closed.class)
                .list();
    }

    /** Puts a timetable in the place of one that begins on the same day. */
    public void setTimetable(StationRef ref, Timetable timetable, UUID by, Instant at) {
        jdbc.sql("""
                        delete from waste.timetable
                        where community_id = :community and site_id = :site and valid_from = :validFrom
                        """)
                .param("community", ref.community().value())
                .param("site", ref.site())
                .param("validFrom", timetable.validFrom())
                .update();
        jdbc.sql("""
                        insert into waste.timetable (community_id, site_id, valid_from, set_by, set_at)
                        values (:community, :site, :validFrom, :by, :at)
                        """)
                .param("community", ref.community().value())
                .param("site", ref.site())
                .param("validFrom", timetable.validFrom())
                .param("by", by)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        insertWindows(ref, timetable);
    }

    private void insertWindows(StationRef ref, Timetable timetable) {
        var windows = timetable.windows();
        jdbc.sql("""
                        insert into waste.opening_window
                            (community_id, site_id, valid_from, from_minute, to_minute, days)
                        select :community, :site, :validFrom, from_minute, to_minute, days
                        from unnest(:from, :to, :days) as w (from_minute, to_minute, days)
                        """)
                .param("community", ref.community().value())
                .param("site", ref.site())
                .param("validFrom", timetable.validFrom())
                .param(
                        "from",
                        windows.stream().map(it -> (short) it.fromMinute()).toArray(Short[]::new))
                .param("to", windows.stream().map(it -> (short) it.toMinute()).toArray(Short[]::new))
                .param(
                        "days",
                        windows.stream().map(it -> HoursRows.bits(it.days())).toArray(Short[]::new))
                .update();
    }

    public void close(StationRef ref, Closure closure) {
        jdbc.sql("""
                        insert into waste.closure (community_id, site_id, day, reason)
                        values (:community, :site, :day, :reason)
                        on conflict (community_id, site_id, day) do update set reason = excluded.reason
                        """)
                .param("community", ref.community().value())
                .param("site", ref.site())
                .param("day", closure.day())
                .param("reason", closure.reason().strip())
                .update();
    }

    public void reopen(StationRef ref, LocalDate day) {
        jdbc.sql("""
                        delete from waste.closure
                        where community_id = :community and site_id = :site and day = :day
                        """)
                .param("community", ref.community().value())
                .param("site", ref.site())
                .param("day", day)
                .update();
    }
}
