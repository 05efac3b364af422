package org.zhuxi.place;

import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;

/** Why something about plates or the contact printed on them is refused. */
public abstract sealed class PlateRefused extends Refused {

    private PlateRefused(Problem problem) {
        super(problem);
    }

    /** Neither dwellings, buildings nor sites were chosen. */
    public static final class NoKind extends PlateRefused {
        public NoKind() {
            super(Problem.ofField("kinds", "plate-no-kind"));
        }
    }

    /** Not a state that can be set; replacing has its own way. */
    public static final class NoState extends PlateRefused {
        public NoState(String typed) {
            super(Problem.ofField("state", "plate-no-state", typed));
        }
    }

    /** It was replaced before; nothing changes it any more. */
    public static final class Replaced extends PlateRefused {
        public Replaced(String printed) {
            super(Problem.of("plate-replaced", Problem.Kind.CONFLICT, printed));
        }
    }

    /** Not a telephone number. */
    public static final class NoPhone extends PlateRefused {
        public NoPhone(String typed) {
            super(Problem.ofField("phone", "contact-phone", typed));
        }
    }

    /** Longer than the plate has room for. */
    public static final class TooLong extends PlateRefused {
        public TooLong(String field, int most) {
            super(Problem.ofField(field, "contact-too-long", most));
        }
    }
}
