package org.zhuxi.points.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;

/** Looks up what records have earned. */
@Component
public class EarnedPoints {

    private final JdbcClient database;

    EarnedPoints(JdbcClient database) {
        this.database = database;
    }

    /**
     * Points by record, without those that were taken back.
     *
     * @param postings the ids rewards of these records would have
     */
    public Map<UUID, Long> of(CommunityId community, Collection<UUID> postings) {
        var points = new HashMap<UUID, Long>();
        if (postings.isEmpty()) {
            return points;
        }
        database.sql("""
                        select p.cause, sum(p.points) as points
                        from points.posting p
                        where p.community_id = :community
                          and p.id = any(:postings)
                          and not exists (
                              select 1
                              from points.posting r
                              where r.community_id = p.community_id and r.reverses = p.id)
                        group by p.cause
                        """)
                .param("community", community.value())
                .param("postings", postings.toArray(UUID[]::new))
                .query(row -> {
                    points.put(row.getObject("cause", UUID.class), row.getLong("points"));
                });
        return points;
    }
}
