package org.zhuxi.governance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A note of the desk that a convention was not kept somewhere, and how it was talked over. It knows a quarter or a building at
 * most, no household and no name, and is never public.
 *
 * @param convention whose clause was not kept
 * @param clause number of the clause in the version that was in force, from 1
 * @param topic what that clause is about
 * @param words what was seen, without names
 */
public record BreachNote(
        CommunityId community,
        UUID id,
        String place,
        PlacePath path,
        UUID convention,
        int clause,
        String topic,
        LocalDate seenOn,
        String words,
        State state,
        Origin origin)
        implements Placed {

    /** How far the talk has come. */
    public enum State {
        NOTED("待劝导", "To be talked over", "warning"),
        TALKED_OVER("已劝导", "Talked over", "info"),
        MENDED("已改正", "Mended", "success"),
        MEDIATED("转调解", "Went to mediation", "secondary");

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

    /** What the desk writes down. @param seenOn the day; today when it is left out */
    public record Typed(
            @Nullable String place,
            @Nullable Integer clause,
            @Nullable LocalDate seenOn,
            @Nullable String words) {}

    /** What was done about it. @param number from 1 */
    public record Step(int number, State state, LocalDate on, String words, Instant at) {}

    /** How often a clause was noted. */
    public record ClauseCount(int clause, String topic, long notes, long mended) {}
}
