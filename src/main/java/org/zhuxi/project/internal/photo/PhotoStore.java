package org.zhuxi.project.internal.photo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.project.photo.Phase;
import org.zhuxi.project.photo.PhotoPoint;
import org.zhuxi.project.photo.PointPhoto;

/** Keeps photo points and what is known of their photos. */
@Repository
public class PhotoStore {

    private static final String POINTS = """
            select community_id, id, place, place_path, project_id, name_zh, name_en, latitude, longitude,
                bearing_degrees, origin
            from project.photo_point
            """;
    private static final String PHOTOS = """
            select id, community_id, point_id, phase, taken_on, sha256, mime
            from project.photo
            """;

    private final JdbcClient jdbc;

    PhotoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the id was free. */
    public boolean insert(PhotoPoint point, UUID by, Instant at) {
        var location = point.location();
        return jdbc.sql("""
                        insert into project.photo_point
                            (community_id, id, place, place_path, project_id, name_zh, name_en, latitude, longitude,
                             bearing_degrees, added_by, added_at, origin)
                        values (:community, :id, :place, :path, :project, :zh, :en, :latitude, :longitude, :bearing, :by,
                            :at, :origin)
                        on conflict do nothing
                        """)
                        .param("community", point.community().value())
                        .param("id", point.id())
                        .param("place", point.place())
                        .param("path", point.path().value())
                        .param("project", point.project())
                        .param("zh", point.name().zh())
                        .param("en", point.name().en())
                        .param("latitude", location == null ? null : (Double) location.latitude())
                        .param("longitude", location == null ? null : (Double) location.longitude())
                        .param("bearing", point.bearingDegrees())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("origin", point.origin().name())
                        .update()
                == 1;
    }

    public void insert(PointPhoto photo, UUID by, Instant at) {
        jdbc.sql("""
                        insert into project.photo
                            (community_id, id, point_id, phase, taken_on, sha256, mime, taken_by, kept_at)
                        values (:community, :id, :point, :phase, :on, :sha256, :mime, :by, :at)
                        """)
                .param("community", photo.community().value())
                .param("id", photo.id())
                .param("point", photo.point())
                .param("phase", photo.phase().name())
                .param("on", photo.takenOn())
                .param("sha256", photo.sha256())
                .param("mime", photo.mime())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void remove(PointPhoto photo, String reason, UUID by, Instant at) {
        jdbc.sql("""
                        update project.photo
                        set removed_by = :by, removed_at = :at, removal_reason = :reason
                        where community_id = :community
                        and id = :id
                        and removed_at is null
                        """)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("community", photo.community().value())
                .param("id", photo.id())
                .update();
    }

    public Optional<PhotoPoint> find(UUID id) {
        return withPhotos(jdbc.sql(POINTS + " where id = :id")
                        .param("id", id)
                        .query((row, number) -> point(row))
                        .list())
                .stream()
                .findFirst();
    }

    public Optional<PointPhoto> findPhoto(UUID id) {
        return jdbc.sql(PHOTOS + " where id = :id and removed_at is null")
                .param("id", id)
                .query((row, number) -> photo(row))
                .optional();
    }

    public List<PhotoPoint> ofProject(UUID project) {
        return withPhotos(jdbc.sql(POINTS + " where project_id = :project order by id limit 100")
                .param("project", project)
                .query((row, number) -> point(row))
                .list());
    }

    public List<PhotoPoint> list(PlacePath at, int limit, @Nullable UUID after) {
        return withPhotos(jdbc.sql(POINTS + """
                         where (place_path = :path or place_path like :below)
                        and (cast(:after as uuid) is null or id < :after)
                        order by id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> point(row))
                .list());
    }

    /** The photos of all these points with one statement. */
    private List<PhotoPoint> withPhotos(List<PhotoPoint> points) {
        Map<UUID, List<PointPhoto>> photos = jdbc
                .sql(PHOTOS + """
                         where community_id = any(:communities)
                        and point_id = any(cast(:points as uuid[]))
                        and removed_at is null
                        order by array_position(array['BEFORE', 'DURING', 'AFTER'], phase), taken_on, id
                        """)
                .param(
                        "communities",
                        points.stream()
                                .map(it -> it.community().value())
                                .distinct()
                                .toArray(Integer[]::new))
                .param("points", points.stream().map(it -> it.id().toString()).toArray(String[]::new))
                .query((row, number) -> photo(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(PointPhoto::point));
        return points.stream()
                .map(it -> new PhotoPoint(
                        it.community(),
                        it.id(),
                        it.place(),
                        it.path(),
                        it.project(),
                        it.name(),
                        it.location(),
                        it.bearingDegrees(),
                        photos.getOrDefault(it.id(), List.of()),
                        it.origin()))
                .toList();
    }

    /** Those of these files that a photo still shows. */
    public List<String> shown(Collection<String> sha256) {
        return jdbc.sql("""
                        select distinct sha256
                        from project.photo
                        where sha256 = any(:sha256)
                        and removed_at is null
                        """)
                .param("sha256", sha256.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static PointPhoto photo(ResultSet row) throws SQLException {
        return new PointPhoto(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new CommunityId(row.getInt("community_id")),
                Objects.requireNonNull(row.getObject("point_id", UUID.class)),
                Phase.valueOf(row.getString("phase")),
                Objects.requireNonNull(row.getObject("taken_on", LocalDate.class)),
                row.getString("sha256"),
                row.getString("mime"));
    }

    private static PhotoPoint point(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        var longitude = row.getObject("longitude", Double.class);
        return new PhotoPoint(
                new CommunityId(row.getInt("community_id")),
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("place"),
                new PlacePath(row.getString("place_path")),
                Objects.requireNonNull(row.getObject("project_id", UUID.class)),
                new Names(row.getString("name_zh"), row.getString("name_en")),
                latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude),
                row.getObject("bearing_degrees", Integer.class),
                List.of(),
                Origin.valueOf(row.getString("origin")));
    }
}
