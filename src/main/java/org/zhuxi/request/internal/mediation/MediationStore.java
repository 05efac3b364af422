package org.zhuxi.request.internal.mediation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.request.mediation.Dispute;
import org.zhuxi.request.mediation.Mediation;
import org.zhuxi.request.mediation.Mediation.Form;
import org.zhuxi.request.mediation.Mediation.Way;
import org.zhuxi.request.mediation.MediationRate;
import org.zhuxi.request.mediation.MediationState;

/** Keeps mediations; who the parties are and what was done is in {@link MediationFileStore}. */
@Repository
public class MediationStore {

    private static final UUID LAST = new UUID(-1, -1);
    private static final String HERE = "(place_path = :path or place_path like :below)";

    private final JdbcClient jdbc;

    MediationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the id is known */
    public boolean insert(Mediation it, Actor by, Instant at) {
        return jdbc.sql("""
                        insert into request.mediation (community_id, id, place, place_path, dispute, way, request_id, facts, state,
                            applied_on, opened_by, opened_at, origin)
                        values (:community, :id, :place, :path, :dispute, :way, cast(:request as uuid), :facts, :state,
                            :appliedOn, :by, :at, :origin)
                        on conflict do nothing
                        """)
                        .param("community", it.community().value())
                        .param("id", it.id())
                        .param("place", it.place())
                        .param("path", it.path().value())
                        .param("dispute", it.dispute().name())
                        .param("way", it.way().name())
                        .param("request", it.request())
                        .param("facts", it.facts())
                        .param("state", it.state().name())
                        .param("appliedOn", it.appliedOn())
                        .param("by", by.account())
                        .param("at", Rows.at(at))
                        .param("origin", it.origin().name())
                        .update()
                == 1;
    }

    public Optional<Mediation> find(UUID id) {
        return jdbc.sql("select * from request.mediation where id = :id")
                .param("id", id)
                .query(MediationStore::read)
                .optional();
    }

    /** The mediation, locked until the transaction ends. */
    public Optional<Mediation> lock(Mediation it) {
        return jdbc.sql("select * from request.mediation where community_id = :community and id = :id for update")
                .param("community", it.community().value())
                .param("id", it.id())
                .query(MediationStore::read)
                .optional();
    }

    /** The latest first. @param name part of a party's name; empty for all */
    public List<Mediation> list(
            PlacePath at, @Nullable MediationState state, String name, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from request.mediation m
                        where %s
                        and m.id < :after
                        and (:state = '' or m.state = :state)
                        and (:name = '' or exists (
                            select 1
                            from request.party p
                            where p.community_id = m.community_id
                            and p.mediation_id = m.id
                            and strpos(lower(p.name), lower(:name)) > 0
                        ))
                        order by m.id desc
                        limit :limit
                        """.formatted(HERE))
                .param("path", at.value())
                .param("below", at.below())
                .param("after", Objects.requireNonNullElse(after, LAST))
                .param("state", state == null ? "" : state.name())
                .param("name", name)
                .param("limit", limit)
                .query(MediationStore::read)
                .list();
    }

    /** Writes what changes in the course of a mediation. */
    public void update(Mediation it) {
        var form = it.form();
        jdbc.sql("""
                        update request.mediation
                        set state = :state, accepted_on = :acceptedOn, due_on = :due, extended = :extended, form = :form,
                            terms = :terms, perform_on = :performOn, concluded_on = :concludedOn, ended_on = :endedOn
                        where community_id = :community
                        and id = :id
                        """)
                .param("state", it.state().name())
                .param("acceptedOn", it.acceptedOn())
                .param("due", it.due())
                .param("extended", it.extended())
                .param("form", form == null ? null : form.name())
                .param("terms", it.terms())
                .param("performOn", it.performOn())
                .param("concludedOn", it.concludedOn())
                .param("endedOn", it.endedOn())
                .param("community", it.community().value())
                .param("id", it.id())
                .update();
    }

    public MediationRate rate(PlacePath at, int year) {
        return jdbc.sql("""
                        select count(*) as concluded,
                            count(*) filter (where state <> 'TERMINATED') as agreed,
                            count(*) filter (where state = 'PERFORMED') as performed,
                            count(*) filter (where state in ('PERFORMED', 'BREACHED')) as followed
                        from request.mediation
                        where %s
                        and state in ('AGREED', 'TERMINATED', 'PERFORMED', 'BREACHED')
                        and concluded_on between make_date(:year, 1, 1) and make_date(:year, 12, 31)
                        """.formatted(HERE))
                .param("path", at.value())
                .param("below", at.below())
                .param("year", year)
                .query((row, number) -> new MediationRate(
                        year,
                        row.getLong("concluded"),
                        row.getLong("agreed"),
                        row.getLong("performed"),
                        row.getLong("followed")))
                .single();
    }

    /** How many at or below a place wait for acceptance, have run out of time or are to be followed up. */
    public long countWaiting(PlacePath at, LocalDate today) {
        return jdbc.sql("""
                        select count(*)
                        from request.mediation
                        where %s
                        and (state = 'APPLIED'
                            or (state = 'MEDIATING' and due_on < :today)
                            or (state = 'AGREED' and perform_on <= :today))
                        """.formatted(HERE))
                .param("path", at.value())
                .param("below", at.below())
                .param("today", today)
                .query(Long.class)
                .single();
    }

    private static Mediation read(ResultSet row, int number) throws SQLException {
        var form = row.getString("form");
        return new Mediation(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                row.getString("place"),
                new PlacePath(row.getString("place_path")),
                Dispute.valueOf(row.getString("dispute")),
                Way.valueOf(row.getString("way")),
                row.getObject("request_id", UUID.class),
                row.getString("facts"),
                MediationState.valueOf(row.getString("state")),
                row.getObject("applied_on", LocalDate.class),
                Rows.day(row, "accepted_on"),
                Rows.day(row, "due_on"),
                row.getBoolean("extended"),
                form == null ? null : Form.valueOf(form),
                row.getString("terms"),
                Rows.day(row, "perform_on"),
                Rows.day(row, "concluded_on"),
                Rows.day(row, "ended_on"),
                Origin.valueOf(row.getString("origin")));
    }
}
