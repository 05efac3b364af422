package org.zhuxi.governance.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.governance.Decision;
import org.zhuxi.governance.DecisionKind;
import org.zhuxi.governance.DecisionPhase;
import org.zhuxi.governance.Option;
import org.zhuxi.governance.Result;
import org.zhuxi.governance.Voting;

/** A decision as JSON. */
record DecisionJson(
        UUID id,
        String place,
        DecisionKind kind,
        @Nullable Integer matter,
        String title,
        String words,
        @Nullable UUID idea,
        DecisionPhase phase,
        boolean recognised,
        @Nullable Voting voting,
        int mostChoices,
        @Nullable Long budgetYuan,
        @Nullable Integer points,
        Instant opensAt,
        Instant closesAt,
        @Nullable String annulledReason,
        String origin,
        List<Option> options) {

    static DecisionJson of(Decision it, Instant now) {
        return new DecisionJson(
                it.id(),
                it.place(),
                it.kind(),
                it.matter(),
                it.title(),
                it.words(),
                it.idea(),
                it.phase(now),
                it.isRecognised(),
                it.voting(),
                it.mostChoices(),
                it.budgetYuan(),
                it.points(),
                it.opensAt(),
                it.closesAt(),
                it.annulledReason(),
                it.origin().name(),
                it.options());
    }

    /** With its turnout and, after the count, its result. */
    record Story(
            DecisionJson decision,
            int entitled,
            int voted,
            @Nullable Boolean adopted,
            @Nullable Outcome outcome,
            @Nullable String fileSha256,
            @Nullable Instant countedAt) {

        static Story of(
                Decision decision,
                ElectorateStore.Turnout turnout,
                @Nullable Result result,
                BallotFiles files,
                Instant now) {
            return new Story(
                    DecisionJson.of(decision, now),
                    turnout.entitled(),
                    turnout.voted(),
                    result == null ? null : result.adopted(),
                    result == null ? null : files.outcome(result.outcome()),
                    result == null ? null : result.fileSha256(),
                    result == null ? null : result.countedAt());
        }
    }
}
