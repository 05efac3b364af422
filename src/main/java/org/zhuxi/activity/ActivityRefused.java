package org.zhuxi.activity;

import java.util.UUID;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;

/** What this module refuses as a whole; a wrong item of a batch is told in its {@link Outcome} instead. */
public abstract sealed class ActivityRefused extends Refused {

    private ActivityRefused(Problem problem) {
        super(problem);
    }

    /** More submissions than one batch may have; none was looked at. */
    public static final class TooMany extends ActivityRefused {
        public TooMany(int size, int most) {
            super(Problem.of("too-many-activities", Problem.Kind.TOO_LARGE, size, most));
        }
    }

    /** It is not known in time whether the records were kept; sending them again is safe. */
    public static final class Unfinished extends ActivityRefused {
        public Unfinished() {
            super(Problem.of("recording-unfinished", Problem.Kind.UNAVAILABLE));
        }
    }

    /** Whoever recorded something may not verify it as well. */
    public static final class RecorderIsVerifier extends ActivityRefused {
        public RecorderIsVerifier() {
            super(Problem.of("recorder-is-verifier", Problem.Kind.FORBIDDEN));
        }
    }

    /** The record is not in the state that the decision needs; somebody may have been faster. */
    public static final class WrongState extends ActivityRefused {
        public WrongState(UUID id, ActivityState state) {
            super(Problem.of("activity-wrong-state", Problem.Kind.CONFLICT, id.toString(), state.name()));
        }
    }

    /** A rejection or reversal has to say why. */
    public static final class ReasonMissing extends ActivityRefused {
        public ReasonMissing() {
            super(Problem.ofField("reason", "reason-missing"));
        }
    }

    /** A reason is longer than it may be. */
    public static final class ReasonTooLong extends ActivityRefused {
        public ReasonTooLong(int most) {
            super(Problem.ofField("reason", "reason-too-long", most));
        }
    }

    /** A filter or a decision that cannot be read. */
    public static final class Unreadable extends ActivityRefused {
        public Unreadable(String field) {
            super(Problem.ofField(field, "field-unreadable"));
        }
    }

    /** A file that is no evidence of an allowed type, whatever its name says. */
    public static final class WrongFileType extends ActivityRefused {
        public WrongFileType(String found) {
            super(Problem.of("evidence-type", Problem.Kind.UNSUPPORTED_TYPE, found));
        }
    }

    /** A file of an allowed type that cannot be read, or is empty. */
    public static final class DamagedFile extends ActivityRefused {
        public DamagedFile() {
            super(Problem.ofField("file", "evidence-damaged"));
        }
    }

    /** A file in which a virus was found; it was not kept. */
    public static final class InfectedFile extends ActivityRefused {
        public InfectedFile() {
            super(Problem.ofField("file", "file-infected"));
        }
    }

    /** A file at which the scanner for viruses could not look in time; it was not kept, and may be sent again. */
    public static final class UnscannedFile extends ActivityRefused {
        public UnscannedFile() {
            super(Problem.of("file-unscanned", Problem.Kind.UNAVAILABLE));
        }
    }

    /** A file with more bytes, or a photo with more pixels, than are taken. */
    public static final class FileTooLarge extends ActivityRefused {
        public FileTooLarge(int mostMegabytes, int mostMegapixels) {
            super(Problem.of("evidence-too-large", Problem.Kind.TOO_LARGE, mostMegabytes, mostMegapixels));
        }
    }
}
