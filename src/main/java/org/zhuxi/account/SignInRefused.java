package org.zhuxi.account;

import java.time.Duration;
import java.util.List;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** Why something about signing in is refused. */
public abstract sealed class SignInRefused extends Refused {

    private SignInRefused(Problem problem) {
        super(problem);
    }

    /** Too many wrong attempts; wait before the next. */
    public static final class Blocked extends SignInRefused {

        private final transient Duration wait;

        public Blocked(Duration wait) {
            super(Problem.of("account-sign-in-blocked", Kind.TOO_MANY, roundedUp(wait)));
            this.wait = wait;
        }

        /** How long still. */
        public Duration remaining() {
            return wait;
        }

        /** Rounded up, at least one. */
        public long minutes() {
            return roundedUp(wait);
        }

        private static long roundedUp(Duration wait) {
            return Math.max(1, wait.plusSeconds(59).toMinutes());
        }
    }

    /** An address asked for too many codes that do not exist; wait before the next. */
    public static final class Guessing extends SignInRefused {

        private final transient Duration wait;

        public Guessing(Duration wait) {
            super(Problem.of("account-too-many-guesses", Kind.TOO_MANY, Blocked.roundedUp(wait)));
            this.wait = wait;
        }

        /** Seconds until the next may be asked for, at least one. */
        public long seconds() {
            return Math.max(1, wait.plusMillis(999).toSeconds());
        }
    }

    /** More characters than a password may have. */
    public static final class LongPassword extends SignInRefused {
        public LongPassword(int most) {
            super(Problem.ofField("password", "account-password-long", most));
        }
    }

    /** A password that many people use, or that follows from the person's own name or number. */
    public static final class GuessablePassword extends SignInRefused {
        public GuessablePassword() {
            super(Problem.ofField("password", "account-password-guessable"));
        }
    }

    /** A password that was stolen somewhere, whoever's it was. */
    public static final class BreachedPassword extends SignInRefused {
        public BreachedPassword() {
            super(Problem.ofField("password", "account-password-breached"));
        }
    }

    /** Typed twice, and not the same. */
    public static final class RepeatedOtherwise extends SignInRefused {
        public RepeatedOtherwise(String field) {
            super(Problem.ofField(field, "account-repeated-otherwise"));
        }
    }

    /** The present password is another. */
    public static final class WrongPassword extends SignInRefused {
        public WrongPassword() {
            super(Problem.ofField("current", "account-password-current"));
        }
    }

    /** The password with which somebody confirms that it is him is another. */
    public static final class NotConfirmed extends SignInRefused {
        public NotConfirmed() {
            super(Problem.ofField("password", "account-password-current"));
        }
    }

    /** Somebody whose roles need a passkey, and who has one, adds another without having used it. */
    public static final class PasskeyFirst extends SignInRefused {
        public PasskeyFirst() {
            super(Problem.of("account-passkey-first", Kind.FORBIDDEN));
        }
    }

    /** Without a passkey the password is the only way in. */
    public static final class NoPasskey extends SignInRefused {
        public NoPasskey() {
            super(Problem.of("account-no-passkey", Kind.CONFLICT));
        }
    }

    /** Without a password the last passkey stays. */
    public static final class LastPasskey extends SignInRefused {
        public LastPasskey() {
            super(Problem.of("account-last-passkey", Kind.CONFLICT));
        }
    }

    /** No such code for this person, or too old, used or tried too often. */
    public static final class WrongCode extends SignInRefused {
        public WrongCode() {
            super(Problem.ofField("code", "account-reset-code"));
        }
    }

    /** Not six digits, or six that anybody would try first. */
    public static final class WeakPin extends SignInRefused {
        public WeakPin() {
            super(Problem.ofField("pin", "account-pin"));
        }
    }

    /** The card's number or the PIN is wrong. */
    public static final class WrongCard extends SignInRefused {
        public WrongCard() {
            super(new Problem(
                    "account-card-wrong",
                    Kind.INVALID,
                    List.of(),
                    List.of(new Problem.Field("pin", "account-card-wrong", List.of()))));
        }
    }

    /** Too many wrong PINs: the card must be replaced. */
    public static final class CardLocked extends SignInRefused {
        public CardLocked() {
            super(Problem.of("account-card-locked", Kind.INVALID));
        }
    }

    /** A passkey that could not be checked, or that is nobody's here. */
    public static final class WrongPasskey extends SignInRefused {
        public WrongPasskey() {
            super(Problem.of("account-passkey", Kind.INVALID));
        }
    }

    /** A passkey needs a name of 1 to 60 characters. */
    public static final class WrongPasskeyLabel extends SignInRefused {
        public WrongPasskeyLabel() {
            super(Problem.ofField("label", "account-passkey-label"));
        }
    }

    /** As many passkeys as one person may have. */
    public static final class TooManyPasskeys extends SignInRefused {
        public TooManyPasskeys(int most) {
            super(Problem.ofField("label", "account-passkeys-many", most));
        }
    }

    /** The identity belongs to another account here. */
    public static final class IdentityTaken extends SignInRefused {
        public IdentityTaken() {
            super(Problem.of("account-identity-taken", Kind.CONFLICT));
        }
    }

    /** No waiting identity has this code, or it is too old. */
    public static final class UnknownIdentityCode extends SignInRefused {
        public UnknownIdentityCode() {
            super(Problem.ofField("identity", "account-identity-code"));
        }
    }
}
