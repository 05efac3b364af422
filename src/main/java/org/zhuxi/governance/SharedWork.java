package org.zhuxi.governance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * Works whose cost owners share, such as a lift.
 *
 * @param costFen all it costs
 * @param subsidyFen what others give; the rest is shared
 * @param runningFen what it costs a year afterwards
 * @param objectionsUntil last day on which it may be objected to; null while it is a draft
 * @param decision the owners' decision that agreed to it
 * @param withdrawnReason why it was given up
 */
public record SharedWork(
        CommunityId community,
        UUID id,
        String place,
        PlacePath path,
        Kind kind,
        String title,
        String words,
        long costFen,
        long subsidyFen,
        long runningFen,
        State state,
        @Nullable LocalDate objectionsUntil,
        @Nullable UUID decision,
        @Nullable String withdrawnReason,
        Origin origin)
        implements Placed {

    /** Whether the same was typed, however far it has come since. */
    boolean isLike(SharedWork other) {
        return kind == other.kind
                && title.equals(other.title)
                && words.equals(other.words)
                && costFen == other.costFen
                && subsidyFen == other.subsidyFen
                && runningFen == other.runningFen
                && origin == other.origin;
    }

    /** What is built. */
    public enum Kind {
        LIFT("加装电梯", "Lift"),
        REPAIR("共用部位维修", "Repair of common parts"),
        ACCESS("无障碍改造", "Step-free access"),
        OTHER("其他共用设施", "Other shared works");

        private final Names names;

        Kind(String zh, String en) {
            this.names = new Names(zh, en);
        }

        public Names names() {
            return names;
        }
    }

    /** How far it has come. */
    public enum State {
        DRAFT("草稿", "Draft", "secondary"),
        PUBLICISED("公示", "Publicised", "warning"),
        AGREED("已决定", "Agreed", "primary"),
        DONE("完工", "Done", "success"),
        WITHDRAWN("已放弃", "Given up", "secondary");

        private final Names names;
        private final String tone;

        State(String zh, String en, String tone) {
            this.names = new Names(zh, en);
            this.tone = tone;
        }

        public Names names() {
            return names;
        }

        public String tone() {
            return tone;
        }
    }

    /** What a dwelling said on the sheet. */
    public enum Consent {
        OPEN,
        AGREES,
        DECLINES
    }

    /**
     * The part of one dwelling.
     *
     * @param place code of the dwelling
     * @param coefficientMilli coefficient of its floor for the cost, in thousandths
     * @param runningMilli the same for what it costs a year
     * @param shareFen what it pays once
     * @param runningFen what it pays a year
     */
    public record Share(
            String place,
            int floor,
            long areaCentiM2,
            long coefficientMilli,
            long runningMilli,
            long shareFen,
            long runningFen,
            Consent consent,
            @Nullable LocalDate signedOn) {

        /** Whether it pays anything at all. */
        private Share unsigned() {
            return new Share(
                    place,
                    floor,
                    areaCentiM2,
                    coefficientMilli,
                    runningMilli,
                    shareFen,
                    runningFen,
                    Consent.OPEN,
                    null);
        }

        /** Whether these are the same parts in any order, signed or not. */
        static boolean areLike(List<Share> some, List<Share> others) {
            return some.stream()
                    .map(Share::unsigned)
                    .collect(Collectors.toSet())
                    .equals(others.stream().map(Share::unsigned).collect(Collectors.toSet()));
        }

        public boolean pays() {
            return shareFen > 0 || runningFen > 0;
        }
    }

    /** An objection; nobody is named. */
    public record Objection(
            UUID id, String words, Instant at, @Nullable String answer) {}

    /** A work with everything. */
    public record Story(SharedWork work, List<Share> shares, List<Objection> objections) {}

    /** What owners share. */
    public long sharedFen() {
        return costFen - subsidyFen;
    }
}
