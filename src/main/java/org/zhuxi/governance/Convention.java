package org.zhuxi.governance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/** What people agreed on, clause by clause. @param source document from which it was taken over; empty when recorded here */
public record Convention(
        CommunityId community,
        UUID id,
        String place,
        PlacePath path,
        Kind kind,
        String title,
        Origin origin,
        String source)
        implements Placed {

    /** Whose it is. */
    public enum Kind {
        RESIDENTS("居民公约", "Residents' convention"),
        OWNERS("管理规约", "Owners' management rules");

        private final Names names;

        Kind(String zh, String en) {
            this.names = new Names(zh, en);
        }

        public Names names() {
            return names;
        }
    }

    /** How far a version has come. */
    public enum State {
        DRAFT("征求意见", "Draft for comments", "warning"),
        IN_FORCE("现行", "In force", "success"),
        SUPERSEDED("已被新版代替", "Superseded", "secondary"),
        ANNULLED("表决已撤销", "Vote annulled", "danger");

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

    /** A version. @param decision by which it was adopted, or null. @param resolution how it was adopted, in words. @param draftedAt when its words were last changed */
    public record Version(
            int number,
            State state,
            @Nullable UUID decision,
            String resolution,
            @Nullable LocalDate inForceOn,
            Instant draftedAt) {}

    /** A clause. @param topic what it is about, in a few words. @param words its text; empty where a source gives the topic only */
    public record Clause(int number, String topic, String words) {}

    /** What somebody said to a clause, by the topic it then had; nobody is named. */
    public record ClauseRemark(int clause, String topic, String words, Instant at) {}

    /** How a year with the convention went, in words; nobody is named. */
    public record Appraisal(int year, String words) {}

    /** A version with everything. @param changes against the version before */
    public record Story(
            Convention convention,
            Version version,
            List<Version> versions,
            List<Clause> clauses,
            List<ClauseRemark> remarks,
            List<Change> changes,
            List<Appraisal> appraisals) {}

    /** What became of a clause. */
    public record Change(Clause clause, How how, List<Piece> pieces) {}

    /** How a clause changed. */
    public enum How {
        SAME,
        ADDED,
        REMOVED,
        CHANGED
    }

    /** A piece of a clause: kept, put in, or taken out. */
    public record Piece(How how, String text) {}
}
