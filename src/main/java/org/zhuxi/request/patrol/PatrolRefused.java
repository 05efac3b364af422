package org.zhuxi.request.patrol;

import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** Why something about a patrol was refused. */
public abstract sealed class PatrolRefused extends Refused {

    private PatrolRefused(Problem problem) {
        super(problem);
    }

    /** A line of the route is no building or site of the community, or stands there twice. */
    public static final class WrongCheckpoint extends PatrolRefused {
        public WrongCheckpoint(int line) {
            super(Problem.ofField("checkpoints", "request-patrol-checkpoint", line));
        }
    }

    /** There are more checkpoints than a route may have, or none. */
    public static final class WrongNumber extends PatrolRefused {
        public WrongNumber(int most) {
            super(Problem.ofField("checkpoints", "request-patrol-number", most));
        }
    }

    /** The plate that was scanned hangs elsewhere. */
    public static final class OtherPlate extends PatrolRefused {
        public OtherPlate() {
            super(Problem.ofField("plate", "request-patrol-plate"));
        }
    }

    /** It has ended, or belongs to somebody else. */
    public static final class NotOpen extends PatrolRefused {
        public NotOpen() {
            super(Problem.of("request-patrol-not-open", Kind.CONFLICT));
        }
    }

    /** Some checkpoints have not been looked at. */
    public static final class Unfinished extends PatrolRefused {
        public Unfinished(int missing) {
            super(Problem.of("request-patrol-unfinished", Kind.CONFLICT, missing));
        }
    }
}
