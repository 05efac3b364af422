package org.zhuxi.carbon.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.carbon.Statement;
import org.zhuxi.carbon.StatementDocument;

/** A statement for programs: its document and what became of it. */
record StatementJson(
        UUID id,
        String path,
        String state,
        String hash,
        Instant madeAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant publishedAt,
        @Nullable UUID supersedes,
        @Nullable UUID supersededBy,
        String reason,
        String origin,
        String page,
        StatementDocument document) {

    static StatementJson of(Statement it) {
        return new StatementJson(
                it.id(),
                it.path().value(),
                it.state().name(),
                it.hash(),
                it.madeAt(),
                it.verifiedAt(),
                it.publishedAt(),
                it.supersedes(),
                it.supersededBy(),
                it.reason(),
                it.origin().name(),
                "/carbon/statements/" + it.id(),
                it.document());
    }
}
