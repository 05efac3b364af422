package org.zhuxi.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one criterion at one place.
 *
 * @param answers to its checks, by code of the part; {@link #ONLY} when there is one check
 * @param defects how many were found, or null when nobody has counted
 * @param applies whether the criterion's expression for being asked holds, or null when it is not known; of a criterion that has
 *     none, false when its indicator does not speak of communities of this kind
 * @param zero the certificate that there is nothing of the kind, or null
 */
public record Finding(
        Map<String, Answer> answers,
        @Nullable Integer defects,
        @Nullable Boolean applies,
        @Nullable Certificate zero,
        List<Item> evidence) {

    /** The code of the only check. */
    public static final String ONLY = "";

    /** Nothing is known. */
    public static final Finding NOTHING = new Finding(Map.of(), null, null, null, List.of());

    public Finding {
        answers = answers == null ? Map.of() : Map.copyOf(answers);
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    /** An answer to the only check, without evidence. */
    public static Finding of(Answer answer) {
        return new Finding(Map.of(ONLY, answer), null, null, null, List.of());
    }

    /** The same with evidence. */
    public Finding provedBy(List<Item> items) {
        return new Finding(answers, defects, applies, zero, items);
    }

    /** The same with answers where there were none. */
    public Finding completedBy(Finding other) {
        var both = new java.util.HashMap<>(other.answers);
        both.putAll(answers);
        return new Finding(
                both,
                defects == null ? other.defects : defects,
                applies == null ? other.applies : applies,
                zero == null ? other.zero : zero,
                java.util.stream.Stream.concat(evidence.stream(), other.evidence.stream())
                        .distinct()
                        .toList());
    }

    /**
     * Somebody's statement that there is nothing of the kind.
     *
     * @param signer who answers for it; without him it is worth nothing
     */
    public record Certificate(@Nullable UUID signer, LocalDate signedOn) {}

    /**
     * A piece of evidence.
     *
     * @param capturedOn the local day on which it was taken or written
     * @param verified whether somebody other than who supplied it has looked at it
     * @param geoInside whether it was taken within the community
     * @param showsDate whether the day is seen on it
     */
    public record Item(
            UUID id, EvidenceKind kind, LocalDate capturedOn, boolean verified, boolean geoInside, boolean showsDate) {}
}
