package org.zhuxi.governance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** What this module refuses, and why. */
public abstract sealed class GovernanceRefused extends Refused {

    private GovernanceRefused(Problem problem) {
        super(problem);
    }

    /** The code names no community, quarter or building. */
    public static final class NoPlace extends GovernanceRefused {
        public NoPlace() {
            super(Problem.ofField("place", "governance-place"));
        }
    }

    /** The id was used for something else. */
    public static final class Conflict extends GovernanceRefused {
        public Conflict(UUID id) {
            super(Problem.of("governance-conflict", Kind.CONFLICT, id));
        }
    }

    /** From this stage there is no step to that one. */
    public static final class NoSuchStep extends GovernanceRefused {
        public NoSuchStep(IdeaStage from, IdeaStage to) {
            super(Problem.of("governance-step", Kind.CONFLICT, from.names(), to.names()));
        }
    }

    /** A step wants a meeting that has not been held. */
    public static final class NoMeeting extends GovernanceRefused {
        public NoMeeting(MeetingKind kind) {
            super(Problem.of("governance-no-meeting", Kind.CONFLICT, kind.names()));
        }
    }

    /** The idea has ended. */
    public static final class Ended extends GovernanceRefused {
        public Ended() {
            super(Problem.of("governance-ended", Kind.CONFLICT));
        }
    }

    /** The meeting was held or cancelled before. */
    public static final class MeetingOver extends GovernanceRefused {
        public MeetingOver() {
            super(Problem.of("governance-meeting-over", Kind.CONFLICT));
        }
    }

    /** There are no minutes that count. */
    public static final class NotHeld extends GovernanceRefused {
        public NotHeld() {
            super(Problem.of("governance-not-held", Kind.CONFLICT));
        }
    }

    /** The code on the poster is another. */
    public static final class WrongCode extends GovernanceRefused {
        public WrongCode() {
            super(Problem.ofField("code", "governance-code"));
        }
    }

    /** A remark has had its answer. */
    public static final class Answered extends GovernanceRefused {
        public Answered() {
            super(Problem.of("governance-answered", Kind.CONFLICT));
        }
    }

    /** In this phase of the decision it cannot be done. */
    public static final class WrongPhase extends GovernanceRefused {
        public WrongPhase(DecisionPhase phase) {
            super(Problem.of("governance-phase", Kind.CONFLICT, phase.names()));
        }
    }

    /** The days between announcement, opening and closing are not those of the rule. */
    public static final class WrongDays extends GovernanceRefused {
        public WrongDays(int notice, int least, int most) {
            super(Problem.ofField("opensAt", "governance-days", notice, least, most));
        }
    }

    /** There is nobody to ask. */
    public static final class NobodyEntitled extends GovernanceRefused {
        public NobodyEntitled() {
            super(Problem.of("governance-nobody", Kind.CONFLICT));
        }
    }

    /** There are too few options to choose from. */
    public static final class NoOptions extends GovernanceRefused {
        public NoOptions() {
            super(Problem.ofField("options", "governance-options"));
        }
    }

    /** A line of options cannot be read. */
    public static final class BadOption extends GovernanceRefused {
        public BadOption(int line) {
            super(Problem.ofField("options", "governance-option", line));
        }
    }

    /** The ballot says something that cannot be chosen. */
    public static final class BadChoice extends GovernanceRefused {
        public BadChoice() {
            super(Problem.ofField("choice", "governance-choice"));
        }
    }

    /** The actor is not on the list for this ballot. */
    public static final class NotEntitled extends GovernanceRefused {
        public NotEntitled() {
            super(Problem.of("governance-not-entitled", Kind.FORBIDDEN));
        }
    }

    /** The vote has closed. */
    public static final class Closed extends GovernanceRefused {
        public Closed(Instant at) {
            super(Problem.of("governance-closed", Kind.CONFLICT, at));
        }
    }

    /** The receipt belongs to no ballot of this decision. */
    public static final class NoSuchReceipt extends GovernanceRefused {
        public NoSuchReceipt() {
            super(Problem.ofField("receipt", "governance-receipt"));
        }
    }

    /** A file of ballots cannot be counted. */
    public static final class BadFile extends GovernanceRefused {
        public BadFile(String fault, long line, String detail) {
            super(Problem.ofField("file", "governance-file", fault, line, detail));
        }
    }

    /** Rows of the roll cannot be entered. */
    public static final class BadRows extends GovernanceRefused {
        private static final int MOST_NAMED = 20;
        private static final int MOST_FIELDS = 200;

        /**
         * @param lines their numbers from 1, in order
         * @param wrong what is wrong with each
         */
        public BadRows(List<Integer> lines, List<Problem.Field> wrong) {
            super(problem(lines.size(), named(lines), wrong));
        }

        private static Problem problem(int count, String named, List<Problem.Field> wrong) {
            var fields = new ArrayList<>(wrong.subList(0, Math.min(wrong.size(), MOST_FIELDS)));
            fields.addFirst(new Problem.Field("rows", "governance-rows", List.of(count, named)));
            return new Problem("governance-rows", Kind.INVALID, List.of(count, named), fields);
        }

        private static String named(List<Integer> lines) {
            var first = lines.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
            return lines.size() > MOST_NAMED ? first + " …" : first;
        }
    }

    /** A row of dwellings cannot be read. */
    public static final class BadRow extends GovernanceRefused {
        public BadRow(int line) {
            super(Problem.ofField("rows", "governance-row", line));
        }
    }

    /** A clause cannot be read, or its topic stands twice. */
    public static final class BadClause extends GovernanceRefused {
        public BadClause(int line) {
            super(Problem.ofField("clauses", "governance-clause", line));
        }
    }

    /** There is no draft. */
    public static final class NoDraft extends GovernanceRefused {
        public NoDraft() {
            super(Problem.of("governance-no-draft", Kind.CONFLICT));
        }
    }

    /** Nothing is in force yet. */
    public static final class NotInForce extends GovernanceRefused {
        public NotInForce() {
            super(Problem.of("governance-not-in-force", Kind.CONFLICT));
        }
    }

    /** The vote did not adopt it. */
    public static final class NotAdopted extends GovernanceRefused {
        public NotAdopted() {
            super(Problem.ofField("decision", "governance-not-adopted"));
        }
    }

    /** Coefficients of floors cannot be read, one is missing, or nobody would pay. */
    public static final class BadFloors extends GovernanceRefused {
        public BadFloors(String field) {
            super(Problem.ofField(field, "governance-floors"));
        }
    }

    /** Shared works are in another state. */
    public static final class WrongState extends GovernanceRefused {
        public WrongState(SharedWork.State state) {
            super(Problem.of("governance-work-state", Kind.CONFLICT, state.names()));
        }
    }

    /** Something is missing before shared works are agreed to. */
    public static final class NotAgreed extends GovernanceRefused {
        /** @param what {@code days}, {@code objections}, {@code signature}, {@code signatures} or {@code vote} */
        public NotAgreed(String what) {
            super(Problem.of("governance-work-" + what, Kind.CONFLICT));
        }
    }

    /** The last day of a talk lies in the past, or too far ahead. */
    public static final class BadClosing extends GovernanceRefused {
        public BadClosing(int days) {
            super(Problem.ofField("closesOn", "governance-closing", days));
        }
    }

    /** Somebody has said enough in a talk, or all together have. */
    public static final class TooManyStatements extends GovernanceRefused {
        public TooManyStatements(int ofOne, int ofAll) {
            super(Problem.ofField("words", "governance-statements", ofOne, ofAll));
        }
    }

    /** The talk is over. */
    public static final class TalkOver extends GovernanceRefused {
        public TalkOver() {
            super(Problem.of("governance-talk-over", Kind.CONFLICT));
        }
    }
}
