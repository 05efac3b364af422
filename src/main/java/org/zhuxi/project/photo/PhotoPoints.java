package org.zhuxi.project.photo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.activity.EvidenceKind;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.project.NewProject;
import org.zhuxi.project.ProjectPermissions;
import org.zhuxi.project.ProjectRefused;
import org.zhuxi.project.internal.Gate;
import org.zhuxi.project.internal.Texts;
import org.zhuxi.project.internal.photo.PhotoStore;

/** Points to stand on and the photos from them; everybody may look. Where a phone was is taken out of its photos. */
@Service
public class PhotoPoints {

    private static final int FULL_CIRCLE = 360;

    private final PhotoStore store;
    private final EvidenceFiles files;
    private final Places places;
    private final Gate gate;

    PhotoPoints(PhotoStore store, EvidenceFiles files, Places places, Gate gate) {
        this.store = store;
        this.files = files;
        this.places = places;
        this.gate = gate;
    }

    /** Sets a point for a project. The same id again is answered with what is there. */
    @Transactional
    public PhotoPoint add(Actor actor, UUID id, NewPhotoPoint typed, Origin origin) {
        var project = gate.get(Texts.required("project", typed.project()));
        var code = typed.place() == null || typed.place().isBlank() ? project.place() : typed.place();
        var community = places.findByCode(code).map(Place::community).orElse(null);
        if (community == null) {
            throw new PhotoRefused.NoCommunity();
        }
        var at = places.getCommunity(community);
        actor.require(ProjectPermissions.MANAGE, at.path());
        actor.require(ProjectPermissions.MANAGE, project.path());
        var bearing = typed.bearingDegrees();
        if (bearing != null && (bearing < 0 || bearing >= FULL_CIRCLE)) {
            throw new ProjectRefused.Unreadable("bearing");
        }
        var point = new PhotoPoint(
                community,
                id,
                at.code(),
                at.path(),
                project.id(),
                Texts.names("name", typed.name(), NewProject.TITLE),
                typed.location(),
                bearing,
                List.of(),
                origin);
        if (store.insert(point, actor.account(), gate.now())) {
            gate.audit(actor, "project.photo-point", id, at.path(), point.name().zh());
        }
        return get(id);
    }

    /**
     * Keeps a photo from a point.
     *
     * @throws PhotoRefused.NoPhoto when it is a document
     */
    @Transactional
    public PointPhoto take(Actor actor, UUID point, @Nullable Phase phase, @Nullable LocalDate on, InputStream content)
            throws IOException {
        var from = get(point);
        actor.require(PhotoPermissions.TAKE, from.path());
        var when = Texts.required("phase", phase);
        var day = gate.past("on", on);
        var kept = files.keepFor(actor, from.community(), content);
        if (kept.kind() != EvidenceKind.PHOTO) {
            throw new PhotoRefused.NoPhoto();
        }
        var photo = new PointPhoto(Ids.next(), from.community(), point, when, day, kept.sha256(), kept.mime());
        store.insert(photo, actor.account(), gate.now());
        gate.audit(actor, "project.photo", point, from.path(), when.name());
        return photo;
    }

    /** Takes a photo down, with a reason. */
    @Transactional
    public PhotoPoint remove(Actor actor, UUID photo, @Nullable String reason) {
        var found = photo(photo);
        var point = get(found.point());
        actor.require(ProjectPermissions.MANAGE, point.path());
        store.remove(found, Texts.required("reason", reason, NewProject.SHORT), actor.account(), gate.now());
        gate.audit(actor, "project.photo-removed", photo, point.path(), Objects.requireNonNull(reason));
        return get(found.point());
    }

    @Transactional(readOnly = true)
    public PhotoPoint get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** A photo that has not been taken down. */
    @Transactional(readOnly = true)
    public PointPhoto photo(UUID id) {
        return store.findPhoto(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** Where the bytes of a photo lie. */
    @Transactional(readOnly = true)
    public Path open(PointPhoto photo) {
        return files.of(photo.community(), photo.sha256()).path();
    }

    /** The points of a project, in the order in which they were set. */
    @Transactional(readOnly = true)
    public List<PhotoPoint> ofProject(UUID project) {
        return store.ofProject(project);
    }

    /** Points at or below a place, the latest first. @param after id of the last one seen, or null */
    @Transactional(readOnly = true)
    public Slice<PhotoPoint> list(PlacePath at, int limit, @Nullable UUID after) {
        return Slice.of(
                store.list(at, limit + 1, after), limit, point -> point.id().toString());
    }
}
