package org.zhuxi.request;

import java.util.UUID;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** Why something about a request was refused. */
public abstract sealed class RequestRefused extends Refused {

    private RequestRefused(Problem problem) {
        super(problem);
    }

    /** No service has this code. */
    public static final class NoService extends RequestRefused {
        public NoService() {
            super(Problem.ofField("service", "request-service"));
        }
    }

    /** The code names no place in a community. */
    public static final class NoPlace extends RequestRefused {
        public NoPlace() {
            super(Problem.ofField("place", "request-place"));
        }
    }

    /** A position is half, off the earth or far from the place. */
    public static final class NoPosition extends RequestRefused {
        public NoPosition() {
            super(Problem.ofField("latitude", "request-position"));
        }
    }

    /** This cannot be reported anonymously, and no telephone was left. */
    public static final class NoPhone extends RequestRefused {
        public NoPhone() {
            super(Problem.ofField("phone", "request-phone-missing"));
        }
    }

    /** It is no telephone number. */
    public static final class WrongPhone extends RequestRefused {
        public WrongPhone() {
            super(Problem.ofField("phone", "request-phone"));
        }
    }

    /** An extra question is not answered, or with something that is not in its list. */
    public static final class WrongAnswer extends RequestRefused {
        public WrongAnswer(String attribute) {
            super(Problem.ofField("attribute." + attribute, "request-answer"));
        }
    }

    /** Something like it was reported nearby; the sender has to say that this is something else. */
    public static final class Nearby extends RequestRefused {
        public Nearby(int found) {
            super(Problem.ofField("isNew", "request-nearby", found));
        }
    }

    /** It is no photo. */
    public static final class NoPhoto extends RequestRefused {
        public NoPhoto() {
            super(Problem.ofField("photo", "request-photo"));
        }
    }

    /** There are as many photos as are kept. */
    public static final class ManyPhotos extends RequestRefused {
        public ManyPhotos(int most) {
            super(Problem.ofField("photo", "request-photos", most));
        }
    }

    /** A part to be covered cannot be read or lies outside the photo. */
    public static final class WrongBoxes extends RequestRefused {
        public WrongBoxes() {
            super(Problem.ofField("boxes", "request-boxes"));
        }
    }

    /** It cannot go there from where it stands. */
    public static final class NoWay extends RequestRefused {
        public NoWay(RequestState from) {
            super(Problem.of("request-way", Kind.CONFLICT, from.name()));
        }
    }

    /** Whoever answered does not call back himself. */
    public static final class OwnAnswer extends RequestRefused {
        public OwnAnswer() {
            super(Problem.of("request-own-answer", Kind.CONFLICT));
        }
    }

    /** The other one is the same, has been merged, is of another community or not there. */
    public static final class NoMerge extends RequestRefused {
        public NoMerge() {
            super(Problem.ofField("into", "request-merge"));
        }
    }

    /** The id was used for another report; the first one stands. */
    public static final class Conflict extends RequestRefused {
        public Conflict(UUID id) {
            super(Problem.of("request-conflict", Kind.CONFLICT, id.toString()));
        }
    }

    /** Too many reports came from one address without an account. */
    public static final class TooMany extends RequestRefused {
        public TooMany(long minutes) {
            super(Problem.of("request-too-many", Kind.TOO_MANY, minutes));
        }
    }

    /** No account has this user name, or it has no right there. */
    public static final class NoColleague extends RequestRefused {
        public NoColleague() {
            super(Problem.ofField("assignee", "request-colleague"));
        }
    }
}
