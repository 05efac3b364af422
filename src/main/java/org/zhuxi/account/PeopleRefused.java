package org.zhuxi.account;

import java.util.List;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** Why something about household members, consent or erasure is refused. */
public abstract sealed class PeopleRefused extends Refused {

    private PeopleRefused(Problem problem) {
        super(problem);
    }

    /** A nickname that is empty or too long. */
    public static final class WrongNickname extends PeopleRefused {
        public WrongNickname() {
            super(Problem.ofField("nickname", "people-nickname"));
        }
    }

    /** A year of birth in the future or of an adult. */
    public static final class WrongBirthYear extends PeopleRefused {
        public WrongBirthYear(int least, int most) {
            super(Problem.ofField("birthYear", "people-birth-year", String.valueOf(least), String.valueOf(most)));
        }
    }

    /** A minor needs a grown-up member of the household as guardian. */
    public static final class NoGuardian extends PeopleRefused {
        public NoGuardian() {
            super(Problem.ofField("guardian", "people-guardian"));
        }
    }

    /** The guardian has not agreed that the child is listed. */
    public static final class NotAgreed extends PeopleRefused {
        public NotAgreed() {
            super(Problem.ofField("agreed", "people-not-agreed"));
        }
    }

    /** Somebody who decides for minors cannot leave before another does. */
    public static final class StillGuardian extends PeopleRefused {
        public StillGuardian(String name) {
            super(Problem.of("people-still-guardian", Kind.CONFLICT, name));
        }
    }

    /** An invitation that is unknown, used, or too old. */
    public static final class WrongInvitation extends PeopleRefused {
        public WrongInvitation() {
            super(Problem.ofField("code", "people-invitation"));
        }
    }

    /** Somebody who belongs to the household already. */
    public static final class AlreadyMember extends PeopleRefused {
        public AlreadyMember() {
            super(new Problem(
                    "people-already-member",
                    Kind.CONFLICT,
                    List.of(),
                    List.of(new Problem.Field("code", "people-already-member", List.of()))));
        }
    }

    /** A household may have so many members. */
    public static final class TooManyMembers extends PeopleRefused {
        public TooManyMembers(int most) {
            super(Problem.of("people-too-many", Kind.CONFLICT, most));
        }
    }

    /** A member who is needed for this must be grown up and have an account. */
    public static final class NotGrownUp extends PeopleRefused {
        public NotGrownUp(String name) {
            super(Problem.of("people-not-grown-up", Kind.INVALID, name));
        }
    }

    /** A purpose that exists not, or cannot be agreed to by this person. */
    public static final class NoSuchConsent extends PeopleRefused {
        public NoSuchConsent(String purpose) {
            super(Problem.of("people-no-such-consent", Kind.INVALID, purpose));
        }
    }

    /** A worker who notes consent on paper, or erases, says where or why. */
    public static final class NoteMissing extends PeopleRefused {
        public NoteMissing(String field) {
            super(Problem.ofField(field, "people-note-missing"));
        }
    }

    /** No helper with that user name or number and that name. */
    public static final class NoSuchHelper extends PeopleRefused {
        public NoSuchHelper() {
            super(Problem.ofField("helper", "acting-helper"));
        }
    }

    /** Nobody acts for himself, and no worker notes himself as helper. */
    public static final class ActsForHimself extends PeopleRefused {
        public ActsForHimself() {
            super(Problem.ofField("helper", "acting-himself"));
        }
    }

    /** The helper may act already. */
    public static final class ActsAlready extends PeopleRefused {
        public ActsAlready() {
            super(Problem.ofField("helper", "acting-already"));
        }
    }

    /** Nothing, or nothing that can be entrusted, was chosen. */
    public static final class NothingEntrusted extends PeopleRefused {
        public NothingEntrusted() {
            super(Problem.ofField("scopes", "acting-scopes"));
        }
    }

    /** The last day is no day, lies in the past or too far ahead. */
    public static final class WrongActingDay extends PeopleRefused {
        public WrongActingDay(int mostDays) {
            super(Problem.ofField("until", "acting-day", mostDays));
        }
    }

    /** Erasure was asked for already. */
    public static final class ErasureWaits extends PeopleRefused {
        public ErasureWaits() {
            super(Problem.of("people-erasure-waits", Kind.CONFLICT));
        }
    }

    /** Nobody would be left who can run the system. */
    public static final class LastOperator extends PeopleRefused {
        public LastOperator() {
            super(Problem.of("people-last-operator", Kind.CONFLICT));
        }
    }
}
