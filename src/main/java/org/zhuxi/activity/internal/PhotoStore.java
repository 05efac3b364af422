package org.zhuxi.activity.internal;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.activity.Waiting;

/** Finds photos to lay beside those of records that wait. */
@Repository
class PhotoStore {

    private static final String COLUMNS = """
             waiting.id as waiting, other.id as activity, other.occurred_at, evidence.sha256, evidence.mime,
             evidence.bytes, evidence.width, evidence.height, evidence.captured_at
            """;

    private final JdbcClient jdbc;

    PhotoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By the record that waits: other records that show the very same file, and the last two verified photos of the same
     * household and kind; the reused ones first.
     */
    Map<UUID, List<Waiting.Comparison>> compare(List<Stored> found) {
        var waiting =
                found.stream().filter(stored -> stored.evidenceCount() > 0).toList();
        if (waiting.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        with waiting as (
                            select id, community, household, kind
                            from unnest(cast(:ids as uuid[]), cast(:communities as integer[]), cast(:households as uuid[]),
                                        cast(:kinds as text[])) as waiting (id, community, household, kind)
                        )
                        select true as reused, """ + COLUMNS + """
                        from waiting
                        join activity.evidence_link link on link.community_id = waiting.community and link.activity_id = waiting.id
                        join activity.evidence_link used on used.community_id = link.community_id and used.sha256 = link.sha256
                                                        and used.activity_id <> waiting.id
                        join activity.activity other on other.community_id = used.community_id and other.id = used.activity_id
                        join activity.evidence evidence on evidence.community_id = used.community_id and evidence.sha256 = used.sha256
                        where evidence.mime like 'image/%'
                        union all
                        select false, """ + COLUMNS + """
                        from waiting
                        cross join lateral (
                            select earlier.id, earlier.occurred_at
                            from activity.activity earlier
                            where earlier.community_id = waiting.community
                            and earlier.household_id = waiting.household
                            and earlier.kind = waiting.kind
                            and earlier.state = 'VERIFIED'
                            and earlier.evidence_count > 0
                            order by earlier.occurred_at desc
                            limit 2
                        ) other
                        join activity.evidence_link link on link.community_id = waiting.community and link.activity_id = other.id
                        join activity.evidence evidence on evidence.community_id = link.community_id and evidence.sha256 = link.sha256
                        where evidence.mime like 'image/%'
                        order by reused desc, occurred_at desc""")
                .param(
                        "ids",
                        ActivityStore.texts(waiting, stored -> stored.activity().id()))
                .param(
                        "communities",
                        ActivityStore.texts(
                                waiting, stored -> stored.activity().community().value()))
                .param(
                        "households",
                        ActivityStore.texts(waiting, stored -> stored.activity().household()))
                .param(
                        "kinds",
                        ActivityStore.texts(waiting, stored -> stored.activity().kind()))
                .query((row, number) -> Map.entry(
                        Objects.requireNonNull(row.getObject("waiting", UUID.class)),
                        new Waiting.Comparison(
                                Objects.requireNonNull(row.getObject("activity", UUID.class)),
                                Objects.requireNonNull(row.getObject("occurred_at", OffsetDateTime.class))
                                        .toInstant(),
                                row.getBoolean("reused"),
                                EvidenceStore.file(row))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
