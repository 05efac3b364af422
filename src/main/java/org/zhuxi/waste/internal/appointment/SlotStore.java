package org.zhuxi.waste.internal.appointment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.waste.appointment.PickupService;
import org.zhuxi.waste.appointment.PickupSlot;

/** Keeps the calendar of rounds and counts who is booked. */
@Repository
public class SlotStore {

    private static final String SLOTS = """
            select s.*, (
                select count(*) from waste.appointment a
                where a.community_id = s.community_id
                and a.slot_id = s.id
                and not exists (
                    select from waste.appointment_step t
                    where t.community_id = a.community_id and t.appointment_id = a.id and t.step = 'CANCELLED')
                ) as booked
            from waste.pickup_slot s
            """;

    private final JdbcClient jdbc;

    SlotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many of the days are new. */
    public int insert(
            CommunityId community,
            PickupService service,
            List<LocalDate> days,
            int fromMinute,
            int toMinute,
            int capacity,
            UUID by,
            Instant at) {
        return jdbc.sql("""
                        insert into waste.pickup_slot
                            (community_id, id, service, day, from_minute, to_minute, capacity, added_by, added_at)
                        select :community, id, :service, day, :from, :to, :capacity, :by, :at
                        from unnest(cast(:ids as uuid[]), cast(:days as date[])) as asked (id, day)
                        on conflict do nothing
                        """)
                .param("community", community.value())
                .param("service", service.name())
                .param("from", fromMinute)
                .param("to", toMinute)
                .param("capacity", capacity)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("ids", days.stream().map(day -> Ids.next()).toArray(UUID[]::new))
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .update();
    }

    /** Locks a slot that has not been withdrawn; counted after the lock is held. */
    public Optional<PickupSlot> lock(CommunityId community, UUID id) {
        var locked = jdbc.sql("""
                        select id from waste.pickup_slot
                        where community_id = :community and id = :id and withdrawn_at is null
                        for update
                        """)
                .param("community", community.value())
                .param("id", id)
                .query(UUID.class)
                .optional();
        return locked.flatMap(it -> jdbc.sql(SLOTS + "where s.community_id = :community and s.id = :id")
                .param("community", community.value())
                .param("id", id)
                .query(SlotStore::read)
                .optional());
    }

    public void withdraw(CommunityId community, UUID id, UUID by, Instant at) {
        jdbc.sql("""
                        update waste.pickup_slot
                        set withdrawn_by = :by, withdrawn_at = :at
                        where community_id = :community and id = :id
                        """)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("community", community.value())
                .param("id", id)
                .update();
    }

    /** From a day until before another, the earliest first. */
    public List<PickupSlot> list(List<CommunityId> communities, LocalDate from, LocalDate to) {
        return jdbc.sql(SLOTS + """
                        where s.community_id = any(:communities)
                        and s.day >= :from
                        and s.day < :to
                        and s.withdrawn_at is null
                        order by s.day, s.from_minute, s.service, s.id
                        limit 1000
                        """)
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(Integer[]::new))
                .param("from", from)
                .param("to", to)
                .query(SlotStore::read)
                .list();
    }

    private static PickupSlot read(ResultSet row, int number) throws SQLException {
        return new PickupSlot(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                PickupService.valueOf(row.getString("service")),
                row.getObject("day", LocalDate.class),
                row.getInt("from_minute"),
                row.getInt("to_minute"),
                row.getInt("capacity"),
                row.getInt("booked"));
    }
}
