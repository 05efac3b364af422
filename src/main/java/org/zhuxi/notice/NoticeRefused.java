package org.zhuxi.notice;

import java.time.LocalDate;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** Why a notice was not kept or a setting not changed. */
public abstract sealed class NoticeRefused extends Refused {

    private NoticeRefused(Problem problem) {
        super(problem);
    }

    /** A field that must be filled in, or has more characters than fit. */
    public static final class Length extends NoticeRefused {
        public Length(String field, int least, int most) {
            super(Problem.ofField(field, least > 0 ? "notice-length" : "notice-too-long", most));
        }
    }

    /** English is there in part only. */
    public static final class HalfEnglish extends NoticeRefused {
        public HalfEnglish(String field) {
            super(Problem.ofField(field, "notice-half-english"));
        }
    }

    /** What was typed is no day. */
    public static final class NoDay extends NoticeRefused {
        public NoDay(String field) {
            super(Problem.ofField(field, "notice-day"));
        }
    }

    /** The last day lies before the first. */
    public static final class EndsEarly extends NoticeRefused {
        public EndsEarly(LocalDate from) {
            super(Problem.ofField("until", "notice-ends-early", from.toString()));
        }
    }

    /** The place is no community, quarter or building. */
    public static final class NoAudience extends NoticeRefused {
        public NoAudience() {
            super(Problem.ofField("place", "notice-audience"));
        }
    }

    /** Somebody else has changed it meanwhile. */
    public static final class Changed extends NoticeRefused {
        public Changed() {
            super(Problem.of("notice-changed", Kind.CONFLICT));
        }
    }

    /** It was withdrawn, or is not published. */
    public static final class Moved extends NoticeRefused {
        public Moved() {
            super(Problem.of("notice-moved", Kind.CONFLICT));
        }
    }

    /** The address is not on the internet, or not https. */
    public static final class BadAddress extends NoticeRefused {
        public BadAddress() {
            super(Problem.ofField("address", "notice-address"));
        }
    }

    /** The operator has a list of hosts that may be called, and this one is not on it. */
    public static final class UnlistedHost extends NoticeRefused {
        public UnlistedHost(String host) {
            super(Problem.ofField("address", "notice-unlisted-host", host));
        }
    }

    /** The robot is switched off. */
    public static final class SwitchedOff extends NoticeRefused {
        public SwitchedOff() {
            super(Problem.of("notice-webhook-off", Kind.CONFLICT));
        }
    }

    /** What a browser gave is no address or key to ring it with. */
    public static final class BadSubscription extends NoticeRefused {
        public BadSubscription() {
            super(Problem.of("notice-push", Kind.INVALID));
        }
    }

    /** The person has as many browsers as there may be. */
    public static final class TooManyBrowsers extends NoticeRefused {
        public TooManyBrowsers(int most) {
            super(Problem.of("notice-browsers", Kind.CONFLICT, most));
        }
    }

    /** The program that speaks is missing or busy. */
    public static final class NoVoice extends NoticeRefused {
        public NoVoice() {
            super(Problem.of("notice-voice", Kind.UNAVAILABLE));
        }
    }

    /** What was typed is no e-mail address. */
    public static final class BadMailAddress extends NoticeRefused {
        public BadMailAddress() {
            super(Problem.ofField("address", "notice-mail-address"));
        }
    }

    /** The operator configured no letters. */
    public static final class MailOff extends NoticeRefused {
        public MailOff() {
            super(Problem.of("notice-mail-off", Kind.CONFLICT));
        }
    }

    /** The person asked for as many links as there may be within a day. */
    public static final class TooManyLetters extends NoticeRefused {
        public TooManyLetters(int most) {
            super(Problem.of("notice-mail-many", Kind.TOO_MANY, most));
        }
    }

    /** The mail server did not take the letter. */
    public static final class MailNotSent extends NoticeRefused {
        public MailNotSent(String outcome) {
            super(Problem.ofField("address", "notice-mail-not-sent", outcome));
        }
    }

    /** A link of a letter is unknown, was used, or is too old. */
    public static final class StaleLink extends NoticeRefused {
        public StaleLink() {
            super(Problem.of("notice-mail-link", Kind.NOT_FOUND));
        }
    }

    /** What was typed is no time, or half of the quiet hours is missing. */
    public static final class BadTime extends NoticeRefused {
        public BadTime(String field) {
            super(Problem.ofField(field, "notice-time"));
        }
    }

    /** No household has that card or dwelling. */
    public static final class NoHousehold extends NoticeRefused {
        public NoHousehold() {
            super(Problem.ofField("card", "notice-card"));
        }
    }

    /** The station is none of the household's community. */
    public static final class NoStation extends NoticeRefused {
        public NoStation() {
            super(Problem.ofField("station", "notice-station"));
        }
    }
}
