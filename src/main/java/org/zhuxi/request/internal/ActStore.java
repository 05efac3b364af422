package org.zhuxi.request.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.platform.database.Rows;

/** Keeps acts that count until they are recorded as activities. */
@Repository
public class ActStore {

    private final JdbcClient jdbc;

    ActStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param quantities such as {@code requests=1 1;duration=0.5 h} */
    public record Act(
            CommunityId community,
            UUID id,
            String kind,
            String place,
            Instant at,
            UUID by,
            String quantities,
            Origin origin) {}

    /** Counts once for each id. */
    public void insert(Act act) {
        jdbc.sql("""
                        insert into request.act (community_id, id, kind, place, done_at, done_by, quantities, origin)
                        values (:community, :id, :kind, :place, :at, :by, :quantities, :origin)
                        on conflict do nothing
                        """)
                .param("community", act.community().value())
                .param("id", act.id())
                .param("kind", act.kind())
                .param("place", act.place())
                .param("at", Rows.at(act.at()))
                .param("by", act.by())
                .param("quantities", act.quantities())
                .param("origin", act.origin().name())
                .update();
    }

    List<Act> waiting(int limit) {
        return jdbc.sql("select * from request.act where filed_at is null order by done_at, id limit :limit")
                .param("limit", limit)
                .query((row, number) -> new Act(
                        new CommunityId(row.getInt("community_id")),
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("place"),
                        Rows.moment(row, "done_at"),
                        row.getObject("done_by", UUID.class),
                        row.getString("quantities"),
                        Origin.valueOf(row.getString("origin"))))
                .list();
    }

    void filed(Act act, String refused, Instant at) {
        jdbc.sql("""
                        update request.act
                        set filed_at = :at, refused = :refused
                        where community_id = :community
                        and id = :id
                        """)
                .param("at", Rows.at(at))
                .param("refused", refused)
                .param("community", act.community().value())
                .param("id", act.id())
                .update();
    }
}
