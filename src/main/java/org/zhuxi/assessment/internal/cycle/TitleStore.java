package org.zhuxi.assessment.internal.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.assessment.CommunityAssessment;
import org.zhuxi.assessment.Title;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;

/** Titles of communities. */
@Repository
public class TitleStore {

    private final JdbcClient jdbc;

    TitleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the community holds that title. */
    public boolean insert(CommunityAssessment it, Title title, UUID by) {
        return jdbc.sql("""
                        insert into assessment.title
                            (community_id, id, place, path, kind, assessment_id, source, granted_on, granted_by, origin)
                        values (:community, :id, :place, :path, :kind, :assessment, :source, :on, :by, :origin)
                        on conflict do nothing
                        """)
                        .param("community", it.community().value())
                        .param("id", title.id())
                        .param("place", title.place())
                        .param("path", title.path().value())
                        .param("kind", title.kind().name())
                        .param("assessment", title.assessment())
                        .param("source", title.source())
                        .param("on", title.grantedOn())
                        .param("by", by)
                        .param("origin", title.origin().name())
                        .update()
                == 1;
    }

    public boolean revoke(UUID id, String reason, UUID by, LocalDate on) {
        return jdbc.sql("""
                        update assessment.title
                        set revoked_on = :on, revoked_by = :by, revocation_reason = :reason
                        where id = :id and revoked_on is null
                        """)
                        .param("id", id)
                        .param("reason", reason)
                        .param("by", by)
                        .param("on", on)
                        .update()
                == 1;
    }

    public Optional<Title> find(UUID id) {
        return jdbc.sql("select * from assessment.title where id = :id")
                .param("id", id)
                .query((row, number) -> title(row))
                .optional();
    }

    /** At or below a place, the latest first. */
    public List<Title> list(PlacePath at, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from assessment.title
                        where (path = :path or path like :below)
                        and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> title(row))
                .list();
    }

    private static Title title(ResultSet row) throws SQLException {
        return new Title(
                row.getObject("id", UUID.class),
                row.getString("place"),
                new PlacePath(row.getString("path")),
                Title.Kind.valueOf(row.getString("kind")),
                row.getObject("assessment_id", UUID.class),
                row.getString("source"),
                row.getObject("granted_on", LocalDate.class),
                Rows.day(row, "revoked_on"),
                row.getString("revocation_reason"),
                Origin.valueOf(row.getString("origin")));
    }
}
