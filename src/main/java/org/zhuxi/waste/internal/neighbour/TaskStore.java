package org.zhuxi.waste.internal.neighbour;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.waste.neighbour.Task;

/** Tasks that were taken. */
@Repository
public class TaskStore {

    private static final String SELECT = """
            select community_id, id, household_id, template, nickname, state, words, taken_by, taken_at, done_at, reason
            from waste.task
            """;

    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same id again changes nothing. */
    public void insert(Task task, Origin origin) {
        jdbc.sql("""
                        insert into waste.task
                            (community_id, id, household_id, template, nickname, state, taken_by, taken_at, origin)
                        values (:community, :id, :household, :template, :nickname, 'TAKEN', :by, :at, :origin)
                        on conflict do nothing
                        """)
                .param("community", task.household().community().value())
                .param("id", task.id())
                .param("household", task.household().id())
                .param("template", task.template())
                .param("nickname", task.nickname())
                .param("by", task.takenBy())
                .param("at", utc(task.takenAt()))
                .param("origin", origin.name())
                .update();
    }

    public Optional<Task> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Row.class)
                .optional()
                .map(Row::task);
    }

    public List<Task> ofHousehold(HouseholdRef household, int limit) {
        return jdbc
                .sql(SELECT + """
                        where community_id = :community and household_id = :household
                        order by id desc
                        limit :limit
                        """)
                .param("community", household.community().value())
                .param("household", household.id())
                .param("limit", limit)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::task)
                .toList();
    }

    /** What waits to be looked at, the oldest first. */
    public long countWaiting(List<CommunityId> communities) {
        return jdbc.sql("select count(*) from waste.task where community_id = any(:communities) and state = 'DONE'")
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(Integer[]::new))
                .query(Long.class)
                .single();
    }

    public List<Task> waiting(CommunityId community, int limit) {
        return jdbc
                .sql(SELECT + """
                        where community_id = :community and state = 'DONE'
                        order by done_at, id
                        limit :limit
                        """)
                .param("community", community.value())
                .param("limit", limit)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::task)
                .toList();
    }

    /** Moves an open task on in the household; false when it is not open any more. */
    public boolean move(Task task, Task.State state, String words, Instant at) {
        return jdbc.sql("""
                        update waste.task
                        set state = :state, words = :words,
                            done_at = case when :state = 'DONE' then cast(:at as timestamptz) else done_at end
                        where community_id = :community and id = :id and state in ('TAKEN', 'RETURNED')
                        """)
                        .param("state", state.name())
                        .param("words", words)
                        .param("at", utc(at))
                        .param("community", task.household().community().value())
                        .param("id", task.id())
                        .update()
                == 1;
    }

    /** Writes down what the one who looked at it thinks; false when it does not wait any more. */
    public boolean decide(Task task, Task.State state, String reason, UUID by, Instant at) {
        return jdbc.sql("""
                        update waste.task
                        set state = :state, reason = :reason, checked_by = :by, checked_at = :at
                        where community_id = :community and id = :id and state = 'DONE'
                        """)
                        .param("state", state.name())
                        .param("reason", reason)
                        .param("by", by)
                        .param("at", utc(at))
                        .param("community", task.household().community().value())
                        .param("id", task.id())
                        .update()
                == 1;
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private record Row(
            int communityId,
            UUID id,
            UUID householdId,
            String template,
            String nickname,
            String state,
            String words,
            UUID takenBy,
            Instant takenAt,
            @Nullable Instant doneAt,
            String reason) {

        Task task() {
            return new Task(
                    id,
                    new HouseholdRef(new CommunityId(communityId), householdId),
                    template,
                    nickname,
                    Task.State.valueOf(state),
                    words,
                    takenBy,
                    takenAt,
                    doneAt,
                    reason);
        }
    }
}
