package org.zhuxi.request.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.request.RequestPhoto;
import org.zhuxi.request.ServiceRequest;

/** Keeps which photos belong to requests, and which copies everybody may see. */
@Repository
public class PhotoStore {

    private final JdbcClient jdbc;

    PhotoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(RequestPhoto photo, @Nullable UUID by, Instant at) {
        jdbc.sql("""
                        insert into request.photo (community_id, id, request_id, phase, sha256, mime, width, height, added_by, added_at)
                        values (:community, :id, :request, :phase, :sha256, :mime, :width, :height, cast(:by as uuid), :at)
                        """)
                .param("community", photo.community().value())
                .param("id", photo.id())
                .param("request", photo.request())
                .param("phase", photo.phase().name())
                .param("sha256", photo.sha256())
                .param("mime", photo.mime())
                .param("width", photo.width())
                .param("height", photo.height())
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
    }

    public Optional<RequestPhoto> find(UUID id) {
        return jdbc.sql("select * from request.photo where id = :id")
                .param("id", id)
                .query(PhotoStore::read)
                .optional();
    }

    public List<RequestPhoto> list(ServiceRequest of, boolean shownOnly) {
        return jdbc.sql("""
                        select *
                        from request.photo
                        where community_id = :community
                        and request_id = :request
                        and (shown_sha256 is not null or not :shownOnly)
                        order by id
                        """)
                .param("community", of.community().value())
                .param("request", of.id())
                .param("shownOnly", shownOnly)
                .query(PhotoStore::read)
                .list();
    }

    /** The copy everybody may see from now on; null takes it away again. */
    public void show(RequestPhoto photo, @Nullable String sha256, int boxes, UUID by, Instant at) {
        jdbc.sql("""
                        update request.photo
                        set shown_sha256 = :sha256, boxes = :boxes, shown_by = cast(:by as uuid), shown_at = :at
                        where community_id = :community
                        and id = :id
                        """)
                .param("sha256", sha256)
                .param("boxes", boxes)
                .param("by", sha256 == null ? null : by)
                .param("at", sha256 == null ? null : Rows.at(at))
                .param("community", photo.community().value())
                .param("id", photo.id())
                .update();
    }

    private static RequestPhoto read(ResultSet row, int number) throws SQLException {
        return new RequestPhoto(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                row.getObject("request_id", UUID.class),
                RequestPhoto.Phase.valueOf(row.getString("phase")),
                row.getString("sha256"),
                row.getString("mime"),
                row.getInt("width"),
                row.getInt("height"),
                row.getString("shown_sha256"),
                row.getInt("boxes"));
    }
}
