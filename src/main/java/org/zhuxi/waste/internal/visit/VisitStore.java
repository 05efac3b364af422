package org.zhuxi.waste.internal.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.waste.visit.NewVisit;
import org.zhuxi.waste.visit.Outcome;
import org.zhuxi.waste.visit.SortingSeen;
import org.zhuxi.waste.visit.Topic;
import org.zhuxi.waste.visit.Visit;

/** Visits; rows are only ever added. */
@Repository
public class VisitStore {

    private static final String SELECT = """
            select community_id, id, household_id, round_id, visited_at, local_date, outcome,
                array_to_string(explained, ',') as explained, leaflet, kit, sorting, may_return, follow_up_on, question, note,
                visited_by
            from waste.visit
            """;

    private final JdbcClient jdbc;

    VisitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when a visit is kept under the id already. */
    public boolean insert(HouseholdRef household, NewVisit visit, LocalDate day, UUID by, Instant now, Origin origin) {
        return jdbc.sql("""
                        insert into waste.visit
                            (community_id, id, round_id, household_id, visited_at, local_date, outcome, explained, leaflet, kit,
                             sorting, may_return, follow_up_on, question, note, visited_by, recorded_at, origin)
                        values (:community, :id, :round, :household, :at, :day, :outcome, :explained, :leaflet, :kit, :sorting,
                            :mayReturn, :followUpOn, :question, :note, :by, :now, :origin)
                        on conflict do nothing
                        """)
                        .param("community", household.community().value())
                        .param("id", visit.id())
                        .param("round", visit.round())
                        .param("household", household.id())
                        .param("at", OffsetDateTime.ofInstant(visit.at(), ZoneOffset.UTC))
                        .param("day", day)
                        .param("outcome", visit.outcome().name())
                        .param(
                                "explained",
                                visit.explained().stream()
                                        .map(Topic::name)
                                        .sorted()
                                        .toArray(String[]::new))
                        .param("leaflet", visit.leaflet())
                        .param("kit", visit.kit())
                        .param(
                                "sorting",
                                visit.sorting() == null ? null : visit.sorting().name())
                        .param("mayReturn", visit.mayReturn())
                        .param("followUpOn", visit.followUpOn())
                        .param("question", visit.question())
                        .param("note", visit.note())
                        .param("by", by)
                        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .param("origin", origin.name())
                        .update()
                == 1;
    }

    public Optional<Visit> find(CommunityId community, UUID id) {
        return jdbc.sql(SELECT + "where community_id = :community and id = :id")
                .param("community", community.value())
                .param("id", id)
                .query(Row.class)
                .optional()
                .map(Row::visit);
    }

    /** A household's visits, the latest first. */
    public List<Visit> ofHousehold(HouseholdRef household, int limit) {
        return jdbc
                .sql(SELECT + """
                        where community_id = :community and household_id = :household
                        order by visited_at desc, id desc
                        limit :limit
                        """)
                .param("community", household.community().value())
                .param("household", household.id())
                .param("limit", limit)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::visit)
                .toList();
    }

    /** Households whose latest visit names a day to come again, by that day. */
    public List<Due> due(CommunityId community, LocalDate until, int limit) {
        return jdbc.sql("""
                        select household_id, follow_up_on, outcome
                        from (
                            select distinct on (household_id) household_id, follow_up_on, outcome
                            from waste.visit
                            where community_id = :community
                            order by household_id, visited_at desc, id desc) as latest
                        where follow_up_on <= :until
                        order by follow_up_on, household_id
                        limit :limit
                        """)
                .param("community", community.value())
                .param("until", until)
                .param("limit", limit)
                .query(Due.class)
                .list();
    }

    public record Due(UUID householdId, LocalDate followUpOn, String outcome) {}

    private record Row(
            int communityId,
            UUID id,
            UUID householdId,
            @Nullable UUID roundId,
            Instant visitedAt,
            LocalDate localDate,
            String outcome,
            String explained,
            boolean leaflet,
            boolean kit,
            @Nullable String sorting,
            boolean mayReturn,
            @Nullable LocalDate followUpOn,
            String question,
            String note,
            UUID visitedBy) {

        Visit visit() {
            return new Visit(
                    id,
                    new HouseholdRef(new CommunityId(communityId), householdId),
                    roundId,
                    visitedAt,
                    localDate,
                    Outcome.valueOf(outcome),
                    explained.isEmpty()
                            ? List.of()
                            : Arrays.stream(explained.split(","))
                                    .map(Topic::valueOf)
                                    .toList(),
                    leaflet,
                    kit,
                    sorting == null ? null : SortingSeen.valueOf(sorting),
                    mayReturn,
                    followUpOn,
                    question,
                    note,
                    visitedBy);
        }
    }
}
