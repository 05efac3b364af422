package org.zhuxi.points.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.points.Campaign;

/** Keeps campaigns and what is left of their budgets. */
@Repository
public class CampaignStore {

    private static final String SELECT = """
            select community_id, id, place_path, name_zh, name_en, kinds, extra_percent, flat_points, first_day, last_day,
                   budget_points, spent_points, awards, ended_at, end_reason, end_note
            from points.campaign
            """;

    private final JdbcClient database;

    CampaignStore(JdbcClient database) {
        this.database = database;
    }

    /** False when there is one with that id. */
    public boolean insert(Campaign made, UUID by, Instant at, Origin origin) {
        return database.sql("""
                        insert into points.campaign (
                            community_id, id, place_path, name_zh, name_en, kinds, extra_percent, flat_points, first_day,
                            last_day, budget_points, made_by, made_at, origin)
                        select :community, :id, :place, :zh, :en, :kinds, :percent, :flat, :first, :last, :budget, :by, :at,
                               :origin
                        where not exists (select from points.campaign where id = :id)
                        on conflict (community_id, id) do nothing""")
                        .param("community", made.community().value())
                        .param("id", made.id())
                        .param("place", made.place().value())
                        .param("zh", made.name().zh())
                        .param("en", made.name().en())
                        .param("kinds", made.kinds().toArray(String[]::new))
                        .param("percent", made.extraPercent())
                        .param("flat", made.flatPoints())
                        .param("first", made.firstDay())
                        .param("last", made.lastDay())
                        .param("budget", made.budgetPoints())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("origin", origin.name())
                        .update()
                > 0;
    }

    public Optional<Campaign> find(UUID id) {
        return database.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(CampaignStore::campaign)
                .optional();
    }

    /** All that there ever were in a community. */
    List<Campaign> of(CommunityId community) {
        return database.sql(SELECT + "where community_id = :community order by id")
                .param("community", community.value())
                .query(CampaignStore::campaign)
                .list();
    }

    /** Everywhere, those that end on that day or later. */
    List<Campaign> endingFrom(LocalDate day) {
        return database.sql(SELECT + "where last_day >= :day order by community_id, id")
                .param("day", day)
                .query(CampaignStore::campaign)
                .list();
    }

    /**
     * The latest first.
     *
     * @param communities null for all
     */
    public List<Campaign> list(Integer @Nullable [] communities, int rows, @Nullable UUID after) {
        return database.sql(SELECT + """
                        where (cast(:communities as integer[]) is null or community_id = any(:communities))
                          and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc
                        limit :rows""")
                .param("communities", communities)
                .param("after", after)
                .param("rows", rows)
                .query(CampaignStore::campaign)
                .list();
    }

    /** What is left of the budgets of those that have not ended; the rows stay locked. */
    Map<UUID, Long> lock(CommunityId community, Collection<UUID> campaigns) {
        return database
                .sql("""
                        select id, budget_points - spent_points as left
                        from points.campaign
                        where community_id = :community and id = any(:ids) and ended_at is null
                        order by id
                        for no key update""")
                .param("community", community.value())
                .param("ids", campaigns.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getLong("left")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * What a batch gave, or took back when negative.
     *
     * @param awards to how many records
     */
    record Given(UUID campaign, long points, long awards) {}

    /** Writes down what was given; a campaign whose budget is spent by it has ended. */
    void give(CommunityId community, List<Given> given, Instant at) {
        database.sql("""
                        update points.campaign c
                        set spent_points = c.spent_points + g.points,
                            awards = c.awards + g.awards,
                            ended_at = case when g.points > 0 and c.spent_points + g.points = c.budget_points
                                            then coalesce(c.ended_at, :at) else c.ended_at end,
                            end_reason = case when g.points > 0 and c.spent_points + g.points = c.budget_points
                                              then coalesce(c.end_reason, 'SPENT') else c.end_reason end
                        from unnest(cast(:ids as uuid[]), cast(:points as bigint[]), cast(:awards as bigint[]))
                            as g (id, points, awards)
                        where c.community_id = :community and c.id = g.id""")
                .param("community", community.value())
                .param("ids", given.stream().map(Given::campaign).toArray(UUID[]::new))
                .param("points", given.stream().map(Given::points).toArray(Long[]::new))
                .param("awards", given.stream().map(Given::awards).toArray(Long[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False when it had ended before. */
    public boolean stop(Campaign campaign, String note, Instant at) {
        return database.sql("""
                        update points.campaign
                        set ended_at = :at, end_reason = 'STOPPED', end_note = :note
                        where community_id = :community and id = :id and ended_at is null""")
                        .param("community", campaign.community().value())
                        .param("id", campaign.id())
                        .param("note", note)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private static Campaign campaign(ResultSet row, int number) throws SQLException {
        var endedAt = row.getObject("ended_at", OffsetDateTime.class);
        var reason = row.getString("end_reason");
        return new Campaign(
                row.getObject("id", UUID.class),
                new CommunityId(row.getInt("community_id")),
                new PlacePath(row.getString("place_path")),
                new Names(row.getString("name_zh"), row.getString("name_en")),
                List.of((String[]) row.getArray("kinds").getArray()),
                row.getInt("extra_percent"),
                row.getLong("flat_points"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getLong("budget_points"),
                row.getLong("spent_points"),
                row.getLong("awards"),
                endedAt == null ? null : endedAt.toInstant(),
                reason == null ? null : Campaign.EndReason.valueOf(reason),
                row.getString("end_note"));
    }
}
