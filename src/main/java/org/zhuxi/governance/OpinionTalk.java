package org.zhuxi.governance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A talk in which people agree or disagree with short statements of each other.
 *
 * @param closesOn last day on which something can be said
 */
public record OpinionTalk(
        CommunityId community,
        UUID id,
        String place,
        PlacePath path,
        String title,
        String words,
        LocalDate closesOn,
        Origin origin)
        implements Placed {

    /** Most characters of a statement. */
    public static final int STATEMENT = 140;

    /** What somebody thinks of a statement. */
    public enum Vote {
        DISAGREE,
        PASS,
        AGREE;

        /** −1, 0 or 1. */
        public int number() {
            return ordinal() - 1;
        }
    }

    /** A statement; nobody is named. @param hidden why it is not shown, or null */
    public record Statement(UUID id, String words, @Nullable String hidden) {}

    /** How many saw a statement and what they thought of it. */
    public record Line(String words, int agree, int disagree, int seen) {}

    /** A group of people who answer alike. @param typical what sets it apart, seen by its own members */
    public record Group(int number, int size, List<Line> typical) {}

    /** Where somebody lies on the map, from −1 to 1 each way. */
    public record Dot(double x, double y, int group) {}

    /**
     * What a talk has come to.
     *
     * @param participants how many have answered something
     * @param isMapped whether there are enough people and statements for groups to be shown
     * @param agreed what a clear majority of every group agrees with, the clearest first
     * @param rejected what a clear majority of every group disagrees with
     */
    public record View(
            int participants,
            int votes,
            int statements,
            boolean isMapped,
            List<Group> groups,
            List<Line> agreed,
            List<Line> rejected,
            List<Dot> dots) {}
}
