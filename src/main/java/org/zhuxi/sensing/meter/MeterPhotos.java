package org.zhuxi.sensing.meter;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.activity.EvidenceKind;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.sensing.SensingRefused;
import org.zhuxi.sensing.internal.meter.MeterPhotoStore;

/** Photos of what meters show, for those who see the readings. */
@Service
public class MeterPhotos {

    private final MeterPhotoStore store;
    private final Meters meters;
    private final EvidenceFiles files;
    private final Clock clock;

    MeterPhotos(MeterPhotoStore store, Meters meters, EvidenceFiles files, Clock clock) {
        this.store = store;
        this.meters = meters;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Takes a reading with its photo, both or neither; a reading that is there already keeps the photo that came first.
     *
     * @throws SensingRefused.NoPhoto when the file is none
     */
    @Transactional
    public void read(Actor actor, MeterReading reading, InputStream photo) throws IOException {
        var meter = meters.get(actor, reading.meter());
        meters.read(actor, meter.id(), List.of(reading));
        var kept = files.keepFor(actor, meter.community(), photo);
        if (kept.kind() != EvidenceKind.PHOTO) {
            throw new SensingRefused.NoPhoto();
        }
        store.insert(meter, reading.id(), kept.sha256(), actor.account(), clock.instant());
    }

    /** Which readings of a meter have a photo. */
    @Transactional(readOnly = true)
    public Set<UUID> of(Meter meter) {
        return store.readings(meter);
    }

    /**
     * The photo of a reading, for the household and those who look after meters there; a look at a household's is audited.
     *
     * @throws Refused.NotFound when it has none
     */
    @Transactional
    public EvidenceFiles.Opened open(Actor actor, UUID meter, UUID reading) {
        var found = meters.get(actor, meter);
        var sha256 = store.find(found, reading).orElseThrow(() -> new Refused.NotFound(reading));
        return files.of(found.community(), sha256);
    }
}
