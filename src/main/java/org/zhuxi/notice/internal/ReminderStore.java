package org.zhuxi.notice.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.waste.StationRef;

/** Households and the stations they are reminded of. */
@Component
public class ReminderStore {

    private final JdbcClient jdbc;

    ReminderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<UUID> find(HouseholdRef household) {
        return about("select site_id from notice.reminder", household)
                .query(UUID.class)
                .optional();
    }

    public void put(HouseholdRef household, UUID station, UUID by, Instant now) {
        jdbc.sql("""
                        insert into notice.reminder (community_id, household_id, site_id, asked_by, asked_at)
                        values (:community, :household, :station, :by, :now)
                        on conflict (community_id, household_id) do update
                            set site_id = excluded.site_id, asked_by = excluded.asked_by, asked_at = excluded.asked_at
                        """)
                .param("community", household.community().value())
                .param("household", household.id())
                .param("station", station)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public boolean delete(HouseholdRef household) {
        return about("delete from notice.reminder", household).update() == 1;
    }

    private JdbcClient.StatementSpec about(String what, HouseholdRef household) {
        return jdbc.sql(what + " where community_id = :community and household_id = :household")
                .param("community", household.community().value())
                .param("household", household.id());
    }

    /** The stations that somebody is reminded of. */
    List<StationRef> stations() {
        return jdbc.sql("select distinct community_id, site_id from notice.reminder order by community_id, site_id")
                .query((row, number) -> new StationRef(
                        new CommunityId(row.getInt("community_id")), row.getObject("site_id", UUID.class)))
                .list();
    }

    /** The households that are reminded of a station. */
    List<HouseholdRef> householdsOf(StationRef station) {
        return jdbc.sql("""
                        select household_id from notice.reminder
                        where community_id = :community and site_id = :site
                        """)
                .param("community", station.community().value())
                .param("site", station.site())
                .query((row, number) ->
                        new HouseholdRef(station.community(), row.getObject("household_id", UUID.class)))
                .list();
    }
}
