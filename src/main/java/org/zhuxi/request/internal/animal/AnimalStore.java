package org.zhuxi.request.internal.animal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Slice;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.request.animal.ShelterAnimal;
import org.zhuxi.request.animal.ShelterAnimal.Species;
import org.zhuxi.request.animal.ShelterAnimal.State;
import org.zhuxi.request.animal.ShelterAnimal.Step;

/** Keeps the shelter log. */
@Repository
public class AnimalStore {

    private final JdbcClient jdbc;

    AnimalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private JdbcClient.StatementSpec of(ShelterAnimal it, String sql) {
        return jdbc.sql(sql).param("community", it.community().value()).param("id", it.id());
    }

    /** Whether the id was free. */
    public boolean insert(ShelterAnimal it, UUID by, Instant at) {
        return find(it.id()).isEmpty()
                && of(it, """
                        insert into request.shelter_animal (community_id, id, place, place_path, request_id, species, looks,
                            kept_at, taken_in_on, state, taken_in_by, noted_at, origin)
                        values (:community, :id, :place, :path, :request, :species, :looks, :kept, :on, :state, :by, :at,
                            :origin)
                        on conflict do nothing
                        """)
                                .param("place", it.place())
                                .param("path", it.path().value())
                                .param("request", it.request())
                                .param("species", it.species().name())
                                .param("looks", it.looks())
                                .param("kept", it.keptAt())
                                .param("on", it.takenInOn())
                                .param("state", it.state().name())
                                .param("by", by)
                                .param("at", Rows.at(at))
                                .param("origin", it.origin().name())
                                .update()
                        == 1;
    }

    public Optional<ShelterAnimal> find(UUID id) {
        return jdbc.sql("select * from request.shelter_animal where id = :id")
                .param("id", id)
                .query((row, number) -> animal(row))
                .optional();
    }

    public void lock(ShelterAnimal it) {
        of(it, "select 1 from request.shelter_animal where community_id = :community and id = :id for update")
                .query(Integer.class)
                .single();
    }

    /** Adds an entry behind the last; the animal must be locked. */
    public void note(ShelterAnimal it, State state, LocalDate on, String words, UUID by, Instant at) {
        of(it, """
                        insert into request.shelter_step
                            (community_id, animal_id, number, state, on_day, words, said_by, said_at)
                        select :community, :id, coalesce(max(number), 0) + 1, :state, :on, :words, :by, :at
                        from request.shelter_step
                        where community_id = :community
                        and animal_id = :id
                        """)
                .param("state", state.name())
                .param("on", on)
                .param("words", words)
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
        of(it, """
                        update request.shelter_animal
                        set state = :state
                        where community_id = :community
                        and id = :id
                        """).param("state", state.name()).update();
    }

    public List<Step> steps(ShelterAnimal it) {
        return of(it, """
                        select number, state, on_day, words, said_at
                        from request.shelter_step
                        where community_id = :community
                        and animal_id = :id
                        order by number
                        """)
                .query((row, number) -> new Step(
                        row.getInt("number"),
                        State.valueOf(row.getString("state")),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("words"),
                        Rows.moment(row, "said_at")))
                .list();
    }

    /** Animals found at or below a place, the latest first. @param state of which; null for all */
    public Slice<ShelterAnimal> list(PlacePath at, @Nullable State state, int limit, @Nullable UUID after) {
        var found = jdbc.sql("""
                        select *
                        from request.shelter_animal
                        where (place_path = :path or place_path like :below)
                        and (cast(:state as text) is null or state = :state)
                        and (cast(:after as uuid) is null or id < :after)
                        order by id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("state", state == null ? null : state.name())
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, number) -> animal(row))
                .list();
        return Slice.of(found, limit, it -> it.id().toString());
    }

    private static ShelterAnimal animal(ResultSet row) throws SQLException {
        return new ShelterAnimal(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                row.getString("place"),
                new PlacePath(row.getString("place_path")),
                row.getObject("request_id", UUID.class),
                Species.valueOf(row.getString("species")),
                row.getString("looks"),
                row.getString("kept_at"),
                row.getObject("taken_in_on", LocalDate.class),
                State.valueOf(row.getString("state")),
                Origin.valueOf(row.getString("origin")));
    }
}
