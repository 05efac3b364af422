package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.compost.Gathering;
import org.zhuxi.compost.SiteRef;
import org.zhuxi.kernel.Origin;

/** Lessons, workdays and visits. */
@Repository
public class GatheringStore {

    private static final int MOST_ROWS = 500;
    private static final String GATHERING = """
            select id, kind, people, hours, words, link, local_date, origin, taken_back_at is not null as is_taken_back, reason
            from compost.gathering
            where community_id = :community and site_id = :site
            """;

    private final JdbcClient jdbc;

    GatheringStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private JdbcClient.StatementSpec of(String sql, SiteRef site) {
        return jdbc.sql(sql).param("community", site.community().value()).param("site", site.id());
    }

    /** @return false when the id is there already */
    public boolean insert(SiteRef site, Gathering it, String hash, UUID by, Instant at) {
        return of("""
                        insert into compost.gathering
                            (community_id, id, site_id, kind, people, hours, words, link, local_date, content_hash, recorded_by,
                            recorded_at, origin)
                        values (:community, :id, :site, :kind, :people, :hours, :words, :link, :day, :hash, :by, :at, :origin)
                        on conflict do nothing
                        """, site)
                        .param("id", it.id())
                        .param("kind", it.kind().name())
                        .param("people", it.people())
                        .param("hours", it.hours())
                        .param("words", it.words())
                        .param("link", it.link())
                        .param("day", it.day())
                        .param("hash", hash)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("origin", it.origin().name())
                        .update()
                == 1;
    }

    /** What is kept under an id; empty when it belongs to another site. */
    public String hash(SiteRef site, UUID id) {
        return of("""
                        select content_hash
                        from compost.gathering
                        where community_id = :community and site_id = :site and id = :id
                        """, site).param("id", id).query(String.class).optional().orElse("");
    }

    record Row(
            UUID id,
            Gathering.Kind kind,
            int people,
            BigDecimal hours,
            String words,
            String link,
            LocalDate localDate,
            Origin origin,
            boolean isTakenBack,
            String reason) {

        Gathering gathering() {
            @Nullable String takenBack = isTakenBack ? reason : null;
            return new Gathering(id, kind, people, hours, words, link, localDate, origin, takenBack);
        }
    }

    public Optional<Gathering> find(SiteRef site, UUID id) {
        return of(GATHERING + "and id = :id", site)
                .param("id", id)
                .query(Row.class)
                .optional()
                .map(Row::gathering);
    }

    /** Of a year, the latest first. */
    public List<Gathering> list(SiteRef site, int year) {
        return of(
                        GATHERING
                                + "and local_date between :from and :to order by local_date desc, id desc limit :most",
                        site)
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .param("most", MOST_ROWS)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::gathering)
                .toList();
    }

    public boolean takeBack(SiteRef site, UUID id, String reason, UUID by, Instant at) {
        return of("""
                        update compost.gathering
                        set taken_back_by = :by, taken_back_at = :at, reason = :reason
                        where community_id = :community and site_id = :site and id = :id and taken_back_at is null
                        """, site)
                        .param("id", id)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** What those of many sites add up to in a year. */
    public Gathering.Sum sum(Collection<SiteRef> sites, int year) {
        return jdbc.sql("""
                        select count(*) filter (where kind = 'LESSON') as lessons,
                            count(*) filter (where kind = 'TRAINING') as trainings,
                            count(*) filter (where kind = 'WORKDAY') as workdays,
                            count(*) filter (where kind = 'VISIT') as visits,
                            coalesce(sum(people), 0) as people,
                            coalesce(sum(people * hours), 0) as person_hours
                        from compost.gathering
                        where community_id = any(:communities)
                        and site_id = any(:sites)
                        and local_date between :from and :to
                        and taken_back_at is null
                        """)
                .param(
                        "communities",
                        sites.stream()
                                .map(it -> it.community().value())
                                .distinct()
                                .toArray(Integer[]::new))
                .param("sites", sites.stream().map(SiteRef::id).toArray(UUID[]::new))
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query(Gathering.Sum.class)
                .single();
    }
}
