package org.zhuxi.activity.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.activity.ActivityRefused;
import org.zhuxi.activity.EvidenceFile;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.platform.scan.FileScanner;

/** Looks at an uploaded file, cleans it and keeps it. */
@Component
public class EvidenceIntake {

    static final int MOST_MEGABYTES = 10;

    private static final int MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;

    private final Places places;
    private final FileVault vault;
    private final EvidenceStore evidence;
    private final FileScanner scanner;
    private final Clock clock;
    private final Tika types = new Tika();

    EvidenceIntake(Places places, FileVault vault, EvidenceStore evidence, FileScanner scanner, Clock clock) {
        this.places = places;
        this.vault = vault;
        this.evidence = evidence;
        this.scanner = scanner;
        this.clock = clock;
    }

    public EvidenceFile keep(Actor actor, String place, InputStream content) throws IOException {
        return keepFor(actor, communityFor(actor, place), content);
    }

    public EvidenceFile keepFor(Actor actor, CommunityId community, InputStream content) throws IOException {
        return keepLocated(actor, community, content).file();
    }

    public EvidenceFiles.Located keepLocated(Actor actor, CommunityId community, InputStream content)
            throws IOException {
        var kept = clean(actor, read(content));
        var sha256 = vault.keep(kept.bytes());
        var file = new EvidenceFile(
                sha256, kept.mime(), kept.bytes().length, kept.width(), kept.height(), kept.capturedAt());
        evidence.add(community, file, actor.account(), clock.instant());
        return new EvidenceFiles.Located(file, kept.takenAt());
    }

    private CommunityId communityFor(Actor actor, String code) {
        var place = places.findByCode(code).orElseThrow(() -> unknown(code));
        var community = place.community();
        if (community == null) {
            throw unknown(code);
        }
        if (!mayUpload(actor, place, community)) {
            throw new Refused.Forbidden(ActivityPermissions.RECORD.code());
        }
        return community;
    }

    private static boolean mayUpload(Actor actor, Place place, CommunityId community) {
        var isNeighbour = actor.households().stream()
                .anyMatch(household -> household.community().equals(community));
        return actor.may(ActivityPermissions.RECORD, place.path())
                || (isNeighbour && Rights.holds(actor, ActivityPermissions.RECORD));
    }

    private static byte[] read(InputStream content) throws IOException {
        var bytes = content.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ActivityRefused.FileTooLarge(MOST_MEGABYTES, Photos.MOST_MEGAPIXELS);
        }
        if (bytes.length == 0) {
            throw new ActivityRefused.DamagedFile();
        }
        return bytes;
    }

    private Cleaned clean(Actor actor, byte[] bytes) {
        var type = types.detect(bytes);
        return switch (type) {
            case "image/jpeg", "image/png" -> Photos.redraw(bytes, type);
            case "application/pdf" -> new Cleaned(scanned(actor, bytes), type, null, null, null, null);
            default -> throw new ActivityRefused.WrongFileType(type);
        };
    }

    /** A document is kept as it came, so that what hides in it would be handed on; nothing hides in a photo drawn anew. */
    private byte[] scanned(Actor actor, byte[] document) {
        return switch (scanner.look(actor, document)) {
            case CLEAN -> document;
            case INFECTED -> throw new ActivityRefused.InfectedFile();
            case UNKNOWN -> throw new ActivityRefused.UnscannedFile();
        };
    }

    private static Refused unknown(String code) {
        return new Refused.Invalid(Problem.ofField("place", "place-unknown", code));
    }
}
