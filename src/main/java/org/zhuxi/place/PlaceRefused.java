package org.zhuxi.place;

import java.time.LocalDate;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** Why a change of the register is refused. */
public abstract sealed class PlaceRefused extends Refused {

    private PlaceRefused(Problem problem) {
        super(problem);
    }

    /** The code does not have the form of its level. */
    public static final class WrongCode extends PlaceRefused {
        public WrongCode(String code) {
            super(Problem.ofField("code", "place-code", code));
        }
    }

    /** What the place should stand in is not there. */
    public static final class NoParent extends PlaceRefused {
        public NoParent(String code) {
            super(Problem.ofField("code", "place-no-parent", code));
        }
    }

    /** The dwelling does not exist, so nobody can live in it. */
    public static final class NoDwelling extends PlaceRefused {
        public NoDwelling(String code) {
            super(Problem.ofField("dwelling", "place-no-dwelling", code));
        }
    }

    /** Somebody else lives there and has not moved out. */
    public static final class DwellingTaken extends PlaceRefused {
        public DwellingTaken(String code) {
            super(Problem.ofField("dwelling", "place-dwelling-taken", code));
        }
    }

    /** The number of persons is not between 0 and 99. */
    public static final class WrongPersons extends PlaceRefused {
        public WrongPersons(Object persons) {
            super(Problem.ofField("persons", "place-persons", persons.toString()));
        }
    }

    /** What was typed is not a day. */
    public static final class NoDate extends PlaceRefused {
        public NoDate(String typed) {
            super(Problem.ofField("since", "place-no-date", typed));
        }
    }

    /** The date is before the beginning of what it should end. */
    public static final class WrongDate extends PlaceRefused {
        public WrongDate(String code, LocalDate on) {
            super(Problem.ofField("on", "place-date", code, on.toString()));
        }
    }

    /** A unit that is split, but some of its parts have not been told where they belong. */
    public static final class PartsLeft extends PlaceRefused {
        public PartsLeft(String code, int left) {
            super(Problem.of("place-parts-left", Kind.INVALID, code, left));
        }
    }

    /** Published lists of divisions with lines that cannot be taken. */
    public static final class BadLists extends PlaceRefused {
        private final transient RowProblems problems;

        public BadLists(RowProblems problems) {
            super(Problem.of("place-bad-lists", Kind.INVALID, problems.count()));
            this.problems = problems;
        }

        public RowProblems problems() {
            return problems;
        }
    }
}
