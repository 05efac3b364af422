package org.zhuxi.activity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.internal.EvidenceIntake;
import org.zhuxi.activity.internal.EvidenceReading;
import org.zhuxi.kernel.Actor;
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
