package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the process log as somebody makes it.
 *
 * @param id made by the client
 * @param material code of a feedstock, for {@link EntryKind#FEED}
 * @param massKg weighed; null when there was no scale or it is not about mass
 * @param litres volume; null when weighed or not about volume
 * @param coreCelsius at the core; edge and base likewise
 * @param probesChecked that the probes were not swapped, though the edge is hotter than the core
 * @param clockChanged whether the time is an estimate, for the clock of the phone was changed
 * @param evidence SHA-256 (hex) of photos uploaded before
 * @param corrects an entry of a published month whose mass was wrong; then massKg is the difference and may be negative
 */
public record NewEntry(
        UUID id,
        UUID unit,
        EntryKind kind,
        @Nullable String material,
        @Nullable BigDecimal massKg,
        @Nullable BigDecimal litres,
        @Nullable BigDecimal coreCelsius,
        @Nullable BigDecimal edgeCelsius,
        @Nullable BigDecimal baseCelsius,
        boolean probesChecked,
        @Nullable Finding finding,
        String note,
        Instant occurredAt,
        boolean clockChanged,
        List<String> evidence,
        @Nullable UUID corrects) {

    public NewEntry {
        evidence = List.copyOf(evidence);
    }

    /** Something fed by weight. */
    public static NewEntry fed(UUID id, UUID unit, String material, BigDecimal massKg, Instant at) {
        return new NewEntry(
                id,
                unit,
                EntryKind.FEED,
                material,
                massKg,
                null,
                null,
                null,
                null,
                false,
                null,
                "",
                at,
                false,
                List.of(),
                null);
    }

    /** A mass of another kind than feed. */
    public static NewEntry mass(UUID id, UUID unit, EntryKind kind, BigDecimal massKg, Instant at) {
        return new NewEntry(
                id, unit, kind, null, massKg, null, null, null, null, false, null, "", at, false, List.of(), null);
    }

    /** Something seen, or a turning. */
    public static NewEntry seen(UUID id, UUID unit, EntryKind kind, @Nullable Finding finding, Instant at) {
        return new NewEntry(
                id, unit, kind, null, null, null, null, null, null, false, finding, "", at, false, List.of(), null);
    }

    /** Temperatures at core, edge and base. */
    public static NewEntry measured(
            UUID id,
            UUID unit,
            @Nullable BigDecimal core,
            @Nullable BigDecimal edge,
            @Nullable BigDecimal base,
            Instant at) {
        return new NewEntry(
                id,
                unit,
                EntryKind.TEMPERATURE,
                null,
                null,
                null,
                core,
                edge,
                base,
                false,
                null,
                "",
                at,
                false,
                List.of(),
                null);
    }
}
