package org.zhuxi.activity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.internal.EvidenceIntake;
import org.zhuxi.activity.internal.EvidenceReading;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Refused;

/** Photos and documents that show what was recorded. */
@Service
public class EvidenceFiles {

    private final EvidenceIntake intake;
    private final EvidenceReading reading;

    EvidenceFiles(EvidenceIntake intake, EvidenceReading reading) {
        this.intake = intake;
        this.reading = reading;
    }

    /**
     * Takes a JPEG, PNG or PDF of at most 10 MB; its content decides what it is, not its name. Photos are drawn anew, so that
     * where they were taken and by which camera is not kept. The same photo gives the same file again.
     *
     * @param place code of the community, or of a place in it, for whose records it may be used
     * @return what was kept; its SHA-256 goes into {@link Submission#evidence}
     */
    public EvidenceFile keep(Actor actor, String place, InputStream content) throws IOException {
        return intake.keep(actor, place, content);
    }

    /**
     * The same for what another module keeps with photos of its own. That module has checked that the actor may add to it.
     *
     * @return what was kept; {@link #of} opens it again
     */
    public EvidenceFile keepFor(Actor actor, CommunityId community, InputStream content) throws IOException {
        return intake.keepFor(actor, community, content);
    }

    /**
     * A file that was kept, and where the camera says it was taken. The position is told once, for a question such as whether it
     * lies in the community; it is written down nowhere, and the module that asks does not write it down either.
     *
     * @param takenAt null when the file does not say
     */
    public record Located(EvidenceFile file, @Nullable GeoPoint takenAt) {}

    /** As {@link #keepFor}, with the position told once. */
    public Located keepLocated(Actor actor, CommunityId community, InputStream content) throws IOException {
        return intake.keepLocated(actor, community, content);
    }

    /**
     * A file that was kept for a community. The module that calls has checked who may see what the file belongs to.
     *
     * @throws Refused.NotFound when there is no such file
     */
    @Transactional(readOnly = true)
    public Opened of(CommunityId community, String sha256) {
        return reading.of(community, sha256);
    }

    /** Whether a file was kept for a community. */
    @Transactional(readOnly = true)
    public boolean isKept(CommunityId community, String sha256) {
        return reading.isKept(community, sha256);
    }

    /** @param path where the bytes lie */
    public record Opened(EvidenceFile file, Path path) {}

    /**
     * A file of a record, for those who may see the record.
     *
     * @throws Refused.NotFound when the record has no such file or the actor may not see it
     */
    @Transactional
    public Opened open(Actor actor, UUID activity, String sha256) {
        return reading.open(actor, activity, sha256);
    }
}
