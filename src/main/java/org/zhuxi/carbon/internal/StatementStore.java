package org.zhuxi.carbon.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.carbon.Line;
import org.zhuxi.carbon.Statement;
import org.zhuxi.carbon.Statement.State;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/** Statements. */
@Repository
public class StatementStore {

    private final JdbcClient jdbc;

    StatementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else decide on statements of the community until the transaction ends. */
    public void lock(CommunityId community) {
        jdbc.sql("select pg_advisory_xact_lock(:community, 4403)")
                .param("community", community.value())
                .query((row, number) -> number)
                .list();
    }

    /** @param communityCode of the community the place is or lies in */
    public void insert(Statement it, String communityCode) {
        var document = it.document();
        jdbc.sql("""
                        insert into carbon.statement
                            (community_id, id, community_code, place, path, name_zh, name_en, period, scope, horizon, gwp,
                                net_kg, low_kg, high_kg, landfill_only_kg, treated_kg, document, hash, state, made_by, made_at,
                                supersedes, origin)
                        values (:community, :id, :communityCode, :place, :path, :zh, :en, :period, :scope, :horizon, :gwp,
                            :net, :low, :high, :buried, :treated, :document, :hash, 'DRAFT', :by, :at, :supersedes, :origin)
                        on conflict do nothing
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("communityCode", communityCode)
                .param("place", document.place())
                .param("path", it.path().value())
                .param("zh", document.placeName().zh())
                .param("en", document.placeName().en())
                .param("period", document.period())
                .param("scope", document.scope().name())
                .param("horizon", document.horizon().name())
                .param("gwp", document.gwp().name())
                .param("net", document.net().kg())
                .param("low", document.net().lowKg())
                .param("high", document.net().highKg())
                .param("buried", document.landfillOnly().kg())
                .param("treated", document.treatedKg())
                .param("document", it.json())
                .param("hash", it.hash())
                .param("by", it.madeBy())
                .param("at", it.madeAt().atOffset(ZoneOffset.UTC))
                .param("supersedes", it.supersedes())
                .param("origin", it.origin().name())
                .update();
    }

    /** @return whether it was in that state still */
    public boolean verify(Statement it, UUID by, Instant at) {
        return jdbc.sql("""
                        update carbon.statement
                        set state = 'VERIFIED', verified_by = :by, verified_at = :at
                        where community_id = :community and id = :id and state = 'DRAFT'
                        """)
                        .param("community", it.community().value())
                        .param("id", it.id())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public boolean publish(Statement it, UUID by, Instant at) {
        return jdbc.sql("""
                        update carbon.statement
                        set state = 'PUBLISHED', published_by = :by, published_at = :at
                        where community_id = :community and id = :id and state = 'VERIFIED'
                        """)
                        .param("community", it.community().value())
                        .param("id", it.id())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Ends a statement that is in one of these states. */
    public boolean end(
            Statement it,
            Collection<State> from,
            State to,
            String reason,
            @Nullable UUID supersededBy,
            UUID by,
            Instant at) {
        return jdbc.sql("""
                        update carbon.statement
                        set state = :to, reason = :reason, superseded_by = :supersededBy, ended_by = :by, ended_at = :at
                        where community_id = :community and id = :id and state = any(:from)
                        """)
                        .param("community", it.community().value())
                        .param("id", it.id())
                        .param("from", from.stream().map(State::name).toArray(String[]::new))
                        .param("to", to.name())
                        .param("reason", reason)
                        .param("supersededBy", supersededBy)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public Optional<Statement> find(UUID id) {
        return jdbc.sql("select * from carbon.statement where id = :id")
                .param("id", id)
                .query((row, number) -> statement(row))
                .optional();
    }

    /** A published one that counts part of the same: at the place, above or below it, in the period, its year or its months. */
    public Optional<Statement> findOverlapping(Statement it, @Nullable UUID except) {
        return jdbc.sql("""
                        select *
                        from carbon.statement
                        where community_id = :community
                        and state = 'PUBLISHED'
                        and scope = :scope
                        and (path = any(:above) or path like :below)
                        and (period = :period or period = :year or period like :months)
                        and (cast(:except as uuid) is null or id <> cast(:except as uuid))
                        limit 1
                        """)
                .param("community", it.community().value())
                .param("scope", it.document().scope().name())
                .param(
                        "above",
                        it.path().andAbove().stream().map(PlacePath::value).toArray(String[]::new))
                .param("below", it.path().below())
                .param("period", it.document().period())
                .param("year", it.document().period().substring(0, 4))
                .param("months", it.document().period() + "-%")
                .param("except", except)
                .query((row, number) -> statement(row))
                .optional();
    }

    /** What a list is narrowed to. @param open whether only what everybody may read @param words part of a place's name or code */
    public record Filter(
            PlacePath at, boolean open, @Nullable State state, Line.@Nullable Scope scope, String words) {}

    /** The latest first. */
    public List<Statement> list(Filter filter, int limit, @Nullable UUID after) {
        var state = filter.state();
        var scope = filter.scope();
        return jdbc.sql("""
                        select *
                        from carbon.statement
                        where (path = :path or path like :below)
                        and (not :open or published_at is not null)
                        and (cast(:state as text) is null or state = :state)
                        and (cast(:scope as text) is null or scope = :scope)
                        and position(lower(:words) in lower(name_zh || ' ' || name_en || ' ' || place || ' ' || period)) > 0
                        and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc
                        limit :limit
                        """)
                .param("path", filter.at().value())
                .param("below", filter.at().below())
                .param("open", filter.open())
                .param("state", state == null ? null : state.name())
                .param("scope", scope == null ? null : scope.name())
                .param("words", filter.words())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> statement(row))
                .list();
    }

    /** How many wait in these states at or below these places, not made by somebody. */
    public long countWaiting(Collection<PlacePath> places, State state, UUID notMadeBy) {
        return jdbc.sql("""
                        select count(*)
                        from carbon.statement
                        where state = :state
                        and made_by <> :by
                        and exists (
                            select
                            from unnest(cast(:paths as text[])) as given (path)
                            where given.path = '/' or statement.path = given.path or statement.path like given.path || '/%')
                        """)
                .param("state", state.name())
                .param("by", notMadeBy)
                .param("paths", places.stream().map(PlacePath::value).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    static Statement statement(ResultSet row) throws SQLException {
        var json = row.getString("document");
        return new Statement(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                new PlacePath(row.getString("path")),
                Documents.read(json),
                json,
                row.getString("hash"),
                State.valueOf(row.getString("state")),
                row.getObject("made_by", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("verified_by", UUID.class),
                instant(row, "verified_at"),
                row.getObject("published_by", UUID.class),
                instant(row, "published_at"),
                instant(row, "ended_at"),
                row.getObject("supersedes", UUID.class),
                row.getObject("superseded_by", UUID.class),
                row.getString("reason"),
                Origin.valueOf(row.getString("origin")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
