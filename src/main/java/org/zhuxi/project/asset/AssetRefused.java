package org.zhuxi.project.asset;

import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** What inventories refuse, and why. */
public abstract sealed class AssetRefused extends Refused {

    private AssetRefused(Problem problem) {
        super(problem);
    }

    /** The code names no community. */
    public static final class NoCommunity extends AssetRefused {
        public NoCommunity() {
            super(Problem.ofField("place", "asset-community"));
        }
    }

    /** The number stands in the inventory already, under something else. */
    public static final class NumberTaken extends AssetRefused {
        public NumberTaken(String number) {
            super(Problem.ofField("number", "asset-number", number));
        }
    }

    /** Half a position, or one off the earth. */
    public static final class NoPosition extends AssetRefused {
        public NoPosition() {
            super(Problem.ofField("latitude", "asset-position"));
        }
    }

    /** Stars are from 1 to 5, and for corridors only. */
    public static final class NoStars extends AssetRefused {
        public NoStars(int most) {
            super(Problem.ofField("stars", "asset-stars", most));
        }
    }

    /** It has been taken out of the inventory. */
    public static final class Retired extends AssetRefused {
        public Retired() {
            super(Problem.of("asset-retired", Kind.CONFLICT));
        }
    }

    /** The finding was closed before. */
    public static final class Closed extends AssetRefused {
        public Closed() {
            super(Problem.of("asset-closed", Kind.CONFLICT));
        }
    }

    /** There is something of that kind, so nobody can answer for there being nothing. */
    public static final class NotEmpty extends AssetRefused {
        public NotEmpty(long assets) {
            super(Problem.of("asset-not-empty", Kind.CONFLICT, assets));
        }
    }
}
