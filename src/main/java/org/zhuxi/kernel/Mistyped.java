package org.zhuxi.kernel;

/** A field of a form or of a request that cannot be read by itself; the rest is kept. */
public abstract sealed class Mistyped extends Refused {

    private Mistyped(Problem problem) {
        super(problem);
    }

    /** A field that must be filled in is empty. */
    public static final class Missing extends Mistyped {
        public Missing(String field) {
            super(Problem.ofField(field, "typed-missing"));
        }
    }

    /** There are more characters than are kept, or some that no text has. */
    public static final class TooLong extends Mistyped {
        public TooLong(String field, int most) {
            super(Problem.ofField(field, "typed-too-long", most));
        }
    }

    /** It is no number, or one that is too long to be kept exactly. */
    public static final class NoNumber extends Mistyped {
        public NoNumber(String field) {
            super(Problem.ofField(field, "typed-number"));
        }
    }

    /** The number lies outside its limits. */
    public static final class OutOfRange extends Mistyped {
        public OutOfRange(String field, Object least, Object most) {
            super(Problem.ofField(field, "typed-range", least, most));
        }
    }

    /** It is no day, or one outside 1900 to 2199. */
    public static final class NoDay extends Mistyped {
        public NoDay(String field) {
            super(Problem.ofField(field, "typed-day"));
        }
    }

    /** It is none of the things to choose from. */
    public static final class NoChoice extends Mistyped {
        public NoChoice(String field) {
            super(Problem.ofField(field, "typed-choice"));
        }
    }
}
