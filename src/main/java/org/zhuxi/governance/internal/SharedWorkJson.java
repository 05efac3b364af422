package org.zhuxi.governance.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.governance.SharedWork;

/** Shared works as JSON. @param shares what each dwelling pays; empty for whoever does not belong there */
record SharedWorkJson(
        UUID id,
        String place,
        SharedWork.Kind kind,
        String title,
        String words,
        long costFen,
        long subsidyFen,
        long runningFenPerYear,
        SharedWork.State state,
        @Nullable LocalDate objectionsUntil,
        @Nullable UUID decision,
        @Nullable String withdrawnReason,
        String origin,
        List<SharedWork.Share> shares,
        List<SharedWork.Objection> objections) {

    static SharedWorkJson of(SharedWork.Story story) {
        var it = story.work();
        return new SharedWorkJson(
                it.id(),
                it.place(),
                it.kind(),
                it.title(),
                it.words(),
                it.costFen(),
                it.subsidyFen(),
                it.runningFen(),
                it.state(),
                it.objectionsUntil(),
                it.decision(),
                it.withdrawnReason(),
                it.origin().name(),
                story.shares(),
                story.objections());
    }
}
