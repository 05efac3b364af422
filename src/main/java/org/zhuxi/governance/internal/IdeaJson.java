package org.zhuxi.governance.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.governance.Idea;
import org.zhuxi.governance.IdeaStage;
import org.zhuxi.governance.IdeaStep;
import org.zhuxi.governance.IdeaStory;
import org.zhuxi.governance.Meeting;
import org.zhuxi.governance.MeetingFile;
import org.zhuxi.governance.MeetingKind;
import org.zhuxi.governance.MeetingRevision;
import org.zhuxi.governance.Remark;

/** An idea as JSON, without anybody's id. */
record IdeaJson(
        UUID id,
        String place,
        String title,
        String words,
        IdeaStage stage,
        int supporters,
        String result,
        @Nullable UUID mergedInto,
        @Nullable UUID decision,
        @Nullable UUID project,
        Instant raisedAt,
        String origin,
        String source) {

    static IdeaJson of(Idea it) {
        return new IdeaJson(
                it.id(),
                it.place(),
                it.title(),
                it.words(),
                it.stage(),
                it.supporters(),
                it.result(),
                it.mergedInto(),
                it.decision(),
                it.project(),
                it.raisedAt(),
                it.origin().name(),
                it.source());
    }

    /** A meeting without its code. */
    record Gathering(
            UUID id,
            MeetingKind kind,
            String title,
            Instant startsAt,
            LocalDate heldOn,
            Meeting.State state,
            boolean online,
            int personsOnSite,
            int personsOnline,
            int signedIn,
            @Nullable Integer satisfied,
            @Nullable Integer neutral,
            @Nullable Integer dissatisfied,
            String minutes) {

        static Gathering of(Meeting it) {
            return new Gathering(
                    it.id(),
                    it.kind(),
                    it.title(),
                    it.startsAt(),
                    it.heldOn(),
                    it.state(),
                    it.online(),
                    it.personsOnSite(),
                    it.personsOnline(),
                    it.signedIn(),
                    it.satisfied(),
                    it.neutral(),
                    it.dissatisfied(),
                    it.minutes());
        }
    }

    /** A photo or paper of a meeting. @param link where it is opened */
    record Paper(UUID id, UUID meeting, String title, String mime, long bytes, boolean isShown, String link) {

        static Paper of(MeetingFile it) {
            return new Paper(
                    it.id(),
                    it.meeting(),
                    it.title(),
                    it.mime(),
                    it.bytes(),
                    it.isShown(),
                    "/governance/meetings/files/" + it.id());
        }
    }

    /** A remark; hidden ones keep the reason and lose their words. */
    record Said(
            UUID id,
            Remark.Kind kind,
            String speaker,
            String words,
            Instant at,
            Remark.@Nullable Answer answer,
            String answerWords,
            @Nullable String hidden) {

        static Said of(Remark it) {
            return new Said(
                    it.id(),
                    it.kind(),
                    it.speaker(),
                    it.hidden() == null ? it.words() : "",
                    it.at(),
                    it.answer(),
                    it.answerWords(),
                    it.hidden());
        }
    }

    record Story(
            IdeaJson idea,
            List<IdeaStep> steps,
            List<Said> remarks,
            List<Gathering> meetings,
            List<MeetingRevision> revisions,
            List<Paper> files) {

        static Story of(IdeaStory it) {
            return new Story(
                    IdeaJson.of(it.idea()),
                    it.steps(),
                    it.remarks().stream().map(Said::of).toList(),
                    it.meetings().stream().map(Gathering::of).toList(),
                    it.revisions(),
                    it.files().stream()
                            .filter(MeetingFile::isShown)
                            .map(Paper::of)
                            .toList());
        }
    }
}
