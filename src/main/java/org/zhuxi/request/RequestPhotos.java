package org.zhuxi.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.activity.EvidenceKind;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.request.RequestPhoto.Box;
import org.zhuxi.request.RequestPhoto.Phase;
import org.zhuxi.request.RequestStep.Kind;
import org.zhuxi.request.internal.CoveredPhoto;
import org.zhuxi.request.internal.PhotoStore;
import org.zhuxi.request.internal.RequestGate;
import org.zhuxi.request.internal.RequestStore;
import org.zhuxi.request.internal.TrackingCode;

/**
 * Photos of requests. As they come they are for staff; everybody sees a copy once somebody has covered faces and number plates and
 * released it.
 */
@Service
public class RequestPhotos {

    /** Stands for whoever sends a photo without an account. */
    private static final Actor NOBODY = new Actor(new UUID(0, 0x311), "", Set.of(), Set.of(), null);

    private final PhotoStore store;
    private final RequestStore requests;
    private final EvidenceFiles files;
    private final RequestGate gate;

    RequestPhotos(PhotoStore store, RequestStore requests, EvidenceFiles files, RequestGate gate) {
        this.store = store;
        this.requests = requests;
        this.files = files;
        this.gate = gate;
    }

    /** A photo with a report, for whoever holds its code. @throws RequestRefused.ManyPhotos when there are three */
    @Transactional
    public void send(String code, InputStream content) throws IOException {
        var request = gate.lock(
                TrackingCode.parse(code).flatMap(requests::findByCode).orElseThrow(() -> new Refused.NotFound("")));
        keep(NOBODY, request, Phase.BEFORE, content);
    }

    /** A photo of staff, usually afterwards. */
    @Transactional
    public void add(Actor actor, UUID id, Phase phase, InputStream content) throws IOException {
        var request = gate.open(actor, RequestPermissions.HANDLE, id);
        keep(actor, request, phase, content);
        gate.step(request, Kind.PHOTO, null, "", false, actor.account());
    }

    private void keep(Actor actor, ServiceRequest request, Phase phase, InputStream content) throws IOException {
        var isFull = store.list(request, false).stream()
                        .filter(it -> it.phase() == phase)
                        .count()
                >= ServiceRequest.PHOTOS;
        if (isFull) {
            throw new RequestRefused.ManyPhotos(ServiceRequest.PHOTOS);
        }
        var kept = files.keepFor(actor, request.community(), content);
        if (kept.kind() != EvidenceKind.PHOTO) {
            throw new RequestRefused.NoPhoto();
        }
        var photo = new RequestPhoto(
                request.community(),
                Ids.next(),
                request.id(),
                phase,
                kept.sha256(),
                kept.mime(),
                Objects.requireNonNull(kept.width()),
                Objects.requireNonNull(kept.height()),
                null,
                0);
        store.insert(photo, actor.equals(NOBODY) ? null : actor.account(), gate.now());
    }

    /**
     * Lets everybody see a copy in which these parts are covered beyond recognition.
     *
     * @throws RequestRefused.WrongBoxes when a part lies outside the photo
     */
    @Transactional
    public RequestPhoto release(Actor actor, UUID id, List<Box> boxes) throws IOException {
        var photo = get(id);
        var request = gate.open(actor, RequestPermissions.RELEASE, photo.request());
        var path = files.of(photo.community(), photo.sha256()).path();
        var covered = CoveredPhoto.of(path, photo.mime(), boxes);
        var copy = files.keepFor(actor, photo.community(), new ByteArrayInputStream(covered));
        store.show(photo, copy.sha256(), boxes.size(), actor.account(), gate.now());
        gate.step(request, Kind.RELEASED, null, "", false, actor.account());
        gate.audit(actor, "request.photo-released", id, request.path(), boxes.size() + " parts covered");
        return get(id);
    }

    /** Takes the copy away from everybody again. */
    @Transactional
    public RequestPhoto hide(Actor actor, UUID id) {
        var photo = get(id);
        var request = gate.open(actor, RequestPermissions.RELEASE, photo.request());
        store.show(photo, null, 0, actor.account(), gate.now());
        gate.audit(actor, "request.photo-hidden", id, request.path(), "");
        return get(id);
    }

    private RequestPhoto get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** A photo as it came, for staff. */
    @Transactional(readOnly = true)
    public RequestPhoto get(Actor actor, UUID id) {
        var photo = get(id);
        actor.require(RequestPermissions.HANDLE, gate.get(photo.request()).path());
        return photo;
    }

    /** A photo, for those who may release it. */
    @Transactional(readOnly = true)
    public RequestPhoto getForRelease(Actor actor, UUID id) {
        var photo = get(id);
        actor.require(RequestPermissions.RELEASE, gate.get(photo.request()).path());
        return photo;
    }

    /** The photo as it came, for staff. */
    @Transactional(readOnly = true)
    public EvidenceFiles.Opened open(Actor actor, UUID id) {
        var photo = get(actor, id);
        return files.of(photo.community(), photo.sha256());
    }

    /** The copy everybody may see. @throws Refused.NotFound when none is released */
    @Transactional(readOnly = true)
    public EvidenceFiles.Opened openShown(UUID id) {
        var photo = get(id);
        if (photo.shownSha256() == null) {
            throw new Refused.NotFound(id);
        }
        return files.of(photo.community(), photo.shownSha256());
    }
}
