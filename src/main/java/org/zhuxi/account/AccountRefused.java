package org.zhuxi.account;

import java.util.Collection;
import java.util.List;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;

/** Why something about accounts is refused. */
public abstract sealed class AccountRefused extends Refused {

    private AccountRefused(Problem problem) {
        super(problem);
    }

    /** A user name or phone number that somebody else has. */
    public static final class NameTaken extends AccountRefused {
        public NameTaken(String name) {
            super(new Problem(
                    "account-name-taken",
                    Kind.CONFLICT,
                    List.of(name),
                    List.of(new Problem.Field("username", "account-name-taken", List.of(name)))));
        }
    }

    /** Not 3 to 40 small letters, digits, dots and dashes. */
    public static final class WrongUsername extends AccountRefused {
        public WrongUsername(String username) {
            super(Problem.ofField("username", "account-username", username));
        }
    }

    /** Nobody without a name, and none longer than 60 characters. */
    public static final class WrongName extends AccountRefused {
        public WrongName() {
            super(Problem.ofField("name", "account-name"));
        }
    }

    /** Not a mainland mobile number. */
    public static final class WrongPhone extends AccountRefused {
        public WrongPhone(String phone) {
            super(Problem.ofField("phone", "account-phone", phone));
        }
    }

    /** A password shorter than the least length. */
    public static final class WeakPassword extends AccountRefused {
        public WeakPassword(int least) {
            super(Problem.ofField("password", "account-password", least));
        }
    }

    /** An account whose owner has signed in, or can, is not taken back; it is erased. */
    public static final class InUse extends AccountRefused {
        public InUse(String username) {
            super(Problem.of("account-in-use", Kind.CONFLICT, username));
        }
    }

    /** Nobody has this user name or phone number. */
    public static final class Unknown extends AccountRefused {
        public Unknown(String name) {
            super(new Problem(
                    "account-unknown",
                    Kind.NOT_FOUND,
                    List.of(name),
                    List.of(new Problem.Field("username", "account-unknown", List.of(name)))));
        }
    }

    /** Scopes that the account's roles do not bring. */
    public static final class ScopesTooWide extends AccountRefused {
        public ScopesTooWide(Collection<String> scopes) {
            super(Problem.ofField("scopes", "account-scopes", String.join(", ", scopes)));
        }
    }

    /** A token without a label, without scopes or that would live too long. */
    public static final class WrongToken extends AccountRefused {
        public WrongToken(String field) {
            super(Problem.ofField(field, "account-token-" + field));
        }
    }

    /** A role that this actor may not give or take back. */
    public static final class RoleOutOfReach extends AccountRefused {
        public RoleOutOfReach(Role role) {
            super(Problem.ofField("role", "account-role-out-of-reach", role.names()));
        }
    }

    /** A place outside the actor's own places, or no place at all. */
    public static final class PlaceOutOfReach extends AccountRefused {
        public PlaceOutOfReach(String place) {
            super(Problem.ofField("place", "account-place-out-of-reach", place));
        }
    }

    /** What was typed is not a day. */
    public static final class WrongDay extends AccountRefused {
        public WrongDay(String typed) {
            super(Problem.ofField("until", "account-day", typed));
        }
    }
}
