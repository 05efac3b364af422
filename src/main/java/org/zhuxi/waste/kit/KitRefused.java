package org.zhuxi.waste.kit;

import java.util.List;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** What is refused about kits and bags, and why. */
public abstract sealed class KitRefused extends Refused {

    KitRefused(Problem problem) {
        super(problem);
    }

    /** The code is well formed, but no bag here carries it. */
    public static final class Unknown extends KitRefused {
        public Unknown(String field, String code) {
            super(Problem.ofField(field, "bag-unknown", code));
        }
    }

    /** The bag is of another community. */
    public static final class Elsewhere extends KitRefused {
        public Elsewhere(String field, String code) {
            super(Problem.ofField(field, "bag-elsewhere", code));
        }
    }

    /** The code was declared void. */
    public static final class IsVoid extends KitRefused {
        public IsVoid(String field, String code, VoidReason reason) {
            super(Problem.ofField(field, "bag-void-" + reason.name().toLowerCase(java.util.Locale.ROOT), code));
        }
    }

    /** The bag is in the store and stands for nobody yet. */
    public static final class NotGivenOut extends KitRefused {
        public NotGivenOut(String field, String code) {
            super(Problem.ofField(field, "bag-not-given-out", code));
        }
    }

    /** Some of the codes have been given to somebody already. */
    public static final class GivenAlready extends KitRefused {
        public GivenAlready(String code) {
            super(new Problem(
                    "bag-given-already",
                    Kind.CONFLICT,
                    List.of(code),
                    List.of(new Problem.Field("first", "bag-given-already", List.of(code)))));
        }
    }

    /** The roll does not have so many codes in the store. */
    public static final class NotEnough extends KitRefused {
        public NotEnough(long asked, long there) {
            super(Problem.ofField("count", "bag-not-enough", asked, there));
        }
    }

    /** The batch was received or cancelled before. */
    public static final class BatchClosed extends KitRefused {
        public BatchClosed(String label) {
            super(Problem.of("kit-batch-closed", Kind.CONFLICT, label));
        }
    }

    /** The community has used up its code numbers. */
    public static final class NumbersUsedUp extends KitRefused {
        public NumbersUsedUp() {
            super(Problem.of("kit-numbers-used-up", Kind.CONFLICT));
        }
    }
}
