package org.zhuxi.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.account.ConsentEvent.Way;

/**
 * That a helper may act in somebody's name (代办).
 *
 * @param account in whose name
 * @param name of that person today
 * @param helper who may
 * @param helperName of the helper today
 * @param scopes what for, besides looking; the words modules use in their manifests
 * @param way whether the person said so here or on paper
 * @param note where the paper lies; empty without one
 * @param until the last day, in China
 * @param endedAt when it was taken back, or null
 */
public record ActingConsent(
        UUID id,
        UUID account,
        String name,
        UUID helper,
        String helperName,
        Set<String> scopes,
        Way way,
        String note,
        Instant givenAt,
        LocalDate until,
        @Nullable Instant endedAt) {

    public ActingConsent {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the helper may act on that day. */
    public boolean isOpenOn(LocalDate day) {
        return endedAt == null && !day.isAfter(until);
    }
}
