package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Origin;

/**
 * An entry of the process log.
 *
 * @param takenBack why it does not count any more, or null
 * @param creditedKg what it counts in its published month, or null
 */
public record LogEntry(
        SiteRef site,
        UUID id,
        UUID unit,
        String unitCode,
        @Nullable UUID batch,
        EntryKind kind,
        @Nullable String material,
        @Nullable BigDecimal massKg,
        @Nullable BigDecimal litres,
        @Nullable BigDecimal coreCelsius,
        @Nullable BigDecimal edgeCelsius,
        @Nullable BigDecimal baseCelsius,
        @Nullable Finding finding,
        String note,
        Instant occurredAt,
        LocalDate day,
        boolean clockChanged,
        List<String> evidence,
        @Nullable UUID corrects,
        UUID recordedBy,
        Instant recordedAt,
        @Nullable String takenBack,
        @Nullable BigDecimal creditedKg,
        Origin origin) {}
