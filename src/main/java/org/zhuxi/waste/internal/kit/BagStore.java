package org.zhuxi.waste.internal.kit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.waste.kit.BagCode;
import org.zhuxi.waste.kit.KitBatch;
import org.zhuxi.waste.kit.KitIssue;
import org.zhuxi.waste.kit.KitItem;
import org.zhuxi.waste.kit.VoidReason;

/** Codes that were given to households, and codes that stand for nobody any more. */
@Repository
public class BagStore {

    private static final String ISSUE = """
            select i.community_id, i.first_serial, i.last_serial, b.item, i.household_id, i.issued_by, i.issued_at
            from waste.kit_issue i
            join waste.kit_batch b on b.community_id = i.community_id and b.id = i.batch_id
            """;

    private final JdbcClient jdbc;

    BagStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives consecutive codes to each household in turn, one statement for all. The caller holds the community's codes. */
    public void issue(KitBatch batch, BagCode first, int each, List<UUID> households, Issuing how) {
        jdbc.sql("""
                        insert into waste.kit_issue
                            (community_id, first_serial, last_serial, id, batch_id, household_id, issued_by, issued_at, origin)
                        select :community, :first + (turn - 1) * :each, :first + turn * :each - 1, :id, :batch, household,
                            :by, :at, :origin
                        from unnest(:households) with ordinality as given (household, turn)
                        """)
                .param("community", batch.community().value())
                .param("first", first.serial())
                .param("each", (long) each)
                .param("id", how.id())
                .param("batch", batch.id())
                .param("households", households.toArray(UUID[]::new))
                .param("by", how.by())
                .param("at", utc(how.at()))
                .param("origin", how.origin().name())
                .update();
    }

    /** @param id of the handing out, made by the client; several households may share it */
    public record Issuing(UUID id, UUID by, Instant at, Origin origin) {}

    public List<KitIssue> issuesOf(CommunityId community, UUID id) {
        return issues(jdbc.sql(ISSUE + "where i.community_id = :community and i.id = :id order by i.first_serial")
                .param("community", community.value())
                .param("id", id));
    }

    /** What was given out of a stretch of numbers, in order. */
    public List<KitIssue> issuesBetween(CommunityId community, long first, long last) {
        return issues(jdbc.sql(ISSUE + """
                        where i.community_id = :community and i.first_serial <= :last and i.last_serial >= :first
                        order by i.first_serial
                        limit 1
                        """)
                .param("community", community.value())
                .param("first", first)
                .param("last", last));
    }

    public List<KitIssue> issues(CommunityId community, int limit, long after) {
        return issues(jdbc.sql(ISSUE + """
                        where i.community_id = :community and i.first_serial > :after
                        order by i.first_serial
                        limit :limit
                        """)
                .param("community", community.value())
                .param("after", after)
                .param("limit", limit));
    }

    /** Households that have been given an item of this sort. */
    public List<UUID> supplied(CommunityId community, KitItem item) {
        return jdbc.sql("""
                        select distinct i.household_id
                        from waste.kit_issue i
                        join waste.kit_batch b on b.community_id = i.community_id and b.id = i.batch_id
                        where i.community_id = :community and b.item = :item
                        """)
                .param("community", community.value())
                .param("item", item.name())
                .query(UUID.class)
                .list();
    }

    public boolean declareVoid(BagCode code, VoidReason reason, UUID by, Instant at) {
        return jdbc.sql("""
                        insert into waste.kit_void (community_id, serial, reason, voided_by, voided_at)
                        values (:community, :serial, :reason, :by, :at)
                        on conflict do nothing
                        """)
                        .param("community", code.community())
                        .param("serial", code.serial())
                        .param("reason", reason.name())
                        .param("by", by)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    public Optional<VoidReason> findVoid(BagCode code) {
        return jdbc.sql("select reason from waste.kit_void where community_id = :community and serial = :serial")
                .param("community", code.community())
                .param("serial", code.serial())
                .query(String.class)
                .optional()
                .map(VoidReason::valueOf);
    }

    public boolean takeVoidBack(BagCode code) {
        return jdbc.sql("delete from waste.kit_void where community_id = :community and serial = :serial")
                        .param("community", code.community())
                        .param("serial", code.serial())
                        .update()
                == 1;
    }

    private static List<KitIssue> issues(JdbcClient.StatementSpec statement) {
        return statement.query(IssueRow.class).list().stream()
                .map(IssueRow::issue)
                .toList();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private record IssueRow(
            int communityId,
            long firstSerial,
            long lastSerial,
            String item,
            UUID householdId,
            UUID issuedBy,
            Instant issuedAt) {

        KitIssue issue() {
            return new KitIssue(
                    new BagCode(communityId, firstSerial),
                    lastSerial - firstSerial + 1,
                    KitItem.valueOf(item),
                    new HouseholdRef(new CommunityId(communityId), householdId),
                    issuedBy,
                    issuedAt);
        }
    }
}
