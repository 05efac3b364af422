package org.zhuxi.kernel;

/** Thrown when a request cannot be granted; each module has one sealed subclass with its cases. */
public abstract class Refused extends RuntimeException {

    private final transient Problem problem;

    protected Refused(Problem problem) {
        super(problem.slug() + " " + problem.arguments());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** The actor has no role that allows it in that place. */
    public static final class Forbidden extends Refused {
        public Forbidden(String permission) {
            super(Problem.of("forbidden", Problem.Kind.FORBIDDEN, permission));
        }
    }

    /** What was asked for is not there, or not for this actor to see. */
    public static final class NotFound extends Refused {
        public NotFound(Object what) {
            super(Problem.of("not-found", Problem.Kind.NOT_FOUND, what));
        }
    }

    /** The parts of a request that are wrong by themselves. */
    public static final class Invalid extends Refused {
        public Invalid(Problem problem) {
            super(problem);
        }
    }
}
