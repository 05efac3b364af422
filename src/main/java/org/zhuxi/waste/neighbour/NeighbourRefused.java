package org.zhuxi.waste.neighbour;

import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** What is refused about tasks and pairs, and why. */
public abstract sealed class NeighbourRefused extends Refused {

    NeighbourRefused(Problem problem) {
        super(problem);
    }

    /** The task has moved on since. */
    public static final class TaskMoved extends NeighbourRefused {
        public TaskMoved() {
            super(Problem.of("task-moved", Kind.CONFLICT));
        }
    }

    /** Whoever took a task does not accept it. */
    public static final class OwnTask extends NeighbourRefused {
        public OwnTask() {
            super(Problem.of("task-own", Kind.FORBIDDEN));
        }
    }

    /** The two are a pair already, or the pair has ended. */
    public static final class PairStands extends NeighbourRefused {
        public PairStands() {
            super(Problem.of("pair-stands", Kind.CONFLICT));
        }
    }

    /** The pair is not active, or the drop is not of the helped household. */
    public static final class NotCarried extends NeighbourRefused {
        public NotCarried() {
            super(Problem.of("pair-not-carried", Kind.CONFLICT));
        }
    }
}
