package org.zhuxi.waste.internal.appointment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.waste.appointment.Appointment;
import org.zhuxi.waste.appointment.NewAppointment;
import org.zhuxi.waste.appointment.PickupService;

/** Keeps appointments and what became of them. */
@Repository
public class AppointmentStore {

    private static final String APPOINTMENTS = """
            select a.*, s.service, s.day, s.from_minute, s.to_minute, c.done_at as confirmed_at,
                e.step, e.mass_kg, e.note, e.done_by, e.done_at
            from waste.appointment a
            join waste.pickup_slot s on s.community_id = a.community_id and s.id = a.slot_id
            left join waste.appointment_step c
                on c.community_id = a.community_id and c.appointment_id = a.id and c.step = 'CONFIRMED'
            left join waste.appointment_step e
                on e.community_id = a.community_id and e.appointment_id = a.id and e.ending
            """;

    private final JdbcClient jdbc;

    AppointmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(NewAppointment asked, String items, String meetingPlace, UUID by, Instant at) {
        jdbc.sql("""
                        insert into waste.appointment
                            (community_id, id, slot_id, household_id, items, pieces, meeting_place, photo, requested_by,
                            requested_at)
                        values (:community, :id, :slot, :household, :items, :pieces, :place, :photo, :by, :at)
                        """)
                .param("community", asked.household().community().value())
                .param("id", asked.id())
                .param("slot", asked.slot())
                .param("household", asked.household().id())
                .param("items", items)
                .param("pieces", asked.pieces())
                .param("place", meetingPlace)
                .param("photo", asked.photo())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Appointment> find(UUID id) {
        return jdbc.sql(APPOINTMENTS + "where a.id = :id")
                .param("id", id)
                .query(AppointmentStore::read)
                .optional();
    }

    public void lock(Appointment appointment) {
        jdbc.sql("select id from waste.appointment where community_id = :community and id = :id for update")
                .param("community", appointment.household().community().value())
                .param("id", appointment.id())
                .query(UUID.class)
                .single();
    }

    /** Adds a step; the same step twice stays as it was. */
    public void step(
            Appointment appointment, String step, @Nullable BigDecimal massKg, String note, UUID by, Instant at) {
        jdbc.sql("""
                        insert into waste.appointment_step
                            (community_id, appointment_id, step, mass_kg, note, done_by, done_at)
                        values (:community, :id, :step, :kg, :note, :by, :at)
                        on conflict (community_id, appointment_id, step) do nothing
                        """)
                .param("community", appointment.household().community().value())
                .param("id", appointment.id())
                .param("step", step)
                .param("kg", massKg)
                .param("note", note)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes a collection back whose record was refused. */
    public void unclaim(Appointment appointment) {
        jdbc.sql("""
                        delete from waste.appointment_step t
                        where community_id = :community
                        and appointment_id = :id
                        and step = 'COLLECTED'
                        and not exists (
                            select from activity.v_activity a
                            where a.community_id = t.community_id and a.id = t.appointment_id)
                        """)
                .param("community", appointment.household().community().value())
                .param("id", appointment.id())
                .update();
    }

    /** The latest day first. */
    public Slice<Appointment> ofHouseholds(Collection<HouseholdRef> households, int limit, @Nullable String after) {
        var key = after == null ? null : Key.parse(after);
        var found = jdbc.sql(APPOINTMENTS + """
                        where a.community_id = any(:communities)
                        and a.household_id = any(:households)
                        and (s.day, a.id) < (:day, :key)
                        order by s.day desc, a.id desc
                        limit :limit
                        """)
                .param(
                        "communities",
                        households.stream()
                                .map(it -> it.community().value())
                                .distinct()
                                .toArray(Integer[]::new))
                .param("households", households.stream().map(HouseholdRef::id).toArray(UUID[]::new))
                .param("day", key == null ? LocalDate.of(9999, 1, 1) : key.day())
                .param("key", key == null ? new UUID(-1, -1) : key.id())
                .param("limit", limit + 1)
                .query(AppointmentStore::read)
                .list();
        return Slice.of(found, limit, it -> new Key(it.day(), it.id()).toString());
    }

    public long countUnconfirmed(List<CommunityId> communities, LocalDate from) {
        return jdbc.sql("""
                        select count(*)
                        from waste.appointment a
                        join waste.pickup_slot s on s.community_id = a.community_id and s.id = a.slot_id
                        where a.community_id = any(:communities)
                        and s.day >= :from
                        and not exists (
                            select from waste.appointment_step p
                            where p.community_id = a.community_id and p.appointment_id = a.id)
                        """)
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(Integer[]::new))
                .param("from", from)
                .query(Long.class)
                .single();
    }

    /** From a day until before another, the earliest first. */
    public Slice<Appointment> list(
            List<CommunityId> communities, LocalDate from, LocalDate to, int limit, @Nullable String after) {
        var key = after == null ? null : Key.parse(after);
        var found = jdbc.sql(APPOINTMENTS + """
                        where a.community_id = any(:communities)
                        and s.day >= :from
                        and s.day < :to
                        and (s.day, a.id) > (:day, :key)
                        order by s.day, a.id
                        limit :limit
                        """)
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(Integer[]::new))
                .param("from", from)
                .param("to", to)
                .param("day", key == null ? LocalDate.of(1, 1, 1) : key.day())
                .param("key", key == null ? new UUID(0, 0) : key.id())
                .param("limit", limit + 1)
                .query(AppointmentStore::read)
                .list();
        return Slice.of(found, limit, it -> new Key(it.day(), it.id()).toString());
    }

    private record Key(LocalDate day, UUID id) {

        static Key parse(String text) {
            var dot = text.indexOf('.');
            try {
                return new Key(LocalDate.parse(text.substring(0, dot)), UUID.fromString(text.substring(dot + 1)));
            } catch (IllegalArgumentException | StringIndexOutOfBoundsException | DateTimeException e) {
                throw new Refused.NotFound(text);
            }
        }

        @Override
        public String toString() {
            return day + "." + id;
        }
    }

    private static Appointment read(ResultSet row, int number) throws SQLException {
        var confirmed = row.getObject("confirmed_at", OffsetDateTime.class);
        return new Appointment(
                row.getObject("id", UUID.class),
                new HouseholdRef(
                        new CommunityId(row.getInt("community_id")), row.getObject("household_id", UUID.class)),
                "",
                row.getObject("slot_id", UUID.class),
                PickupService.valueOf(row.getString("service")),
                row.getObject("day", LocalDate.class),
                row.getInt("from_minute"),
                row.getInt("to_minute"),
                row.getString("items"),
                row.getInt("pieces"),
                row.getString("meeting_place"),
                row.getString("photo"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                confirmed == null ? null : confirmed.toInstant(),
                ending(row));
    }

    private static Appointment.@Nullable Ending ending(ResultSet row) throws SQLException {
        var step = row.getString("step");
        if (step == null) {
            return null;
        }
        var by = row.getObject("done_by", UUID.class);
        return new Appointment.Ending(
                Appointment.State.valueOf(step),
                row.getBigDecimal("mass_kg"),
                row.getString("note"),
                by,
                row.getObject("done_at", OffsetDateTime.class).toInstant(),
                by.equals(row.getObject("requested_by", UUID.class)));
    }
}
