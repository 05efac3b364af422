package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.compost.CompostSite;
import org.zhuxi.compost.CompostUnit;
import org.zhuxi.compost.EntryKind;
import org.zhuxi.compost.Finding;
import org.zhuxi.compost.LogEntry;
import org.zhuxi.compost.NewEntry;
import org.zhuxi.compost.PublishedMonth;
import org.zhuxi.kernel.Typed;

/** The forms in which sites and entries go over the line. Masses in kg, volumes in litres, temperatures in °C. */
final class CompostJson {

    private CompostJson() {}

    record SiteJson(
            UUID id,
            String place,
            String nameZh,
            String nameEn,
            String scene,
            String operator,
            String programme,
            LocalDate startedOn,
            BigDecimal bucketLitres,
            @Nullable Double latitude,
            @Nullable Double longitude,
            String origin) {

        static SiteJson of(CompostSite it) {
            var location = it.location();
            return new SiteJson(
                    it.ref().id(),
                    it.place(),
                    it.name().zh(),
                    it.name().en(),
                    it.scene().name(),
                    it.operator(),
                    it.programme(),
                    it.startedOn(),
                    it.bucketLitres(),
                    location == null ? null : location.latitude(),
                    location == null ? null : location.longitude(),
                    it.origin().name());
        }
    }

    record UnitJson(
            UUID id,
            String code,
            String method,
            BigDecimal litres,
            int probes,
            @Nullable LocalDate retiredOn) {

        static UnitJson of(CompostUnit it) {
            return new UnitJson(it.id(), it.code(), it.method().name(), it.litres(), it.probes(), it.retiredOn());
        }
    }

    record MonthJson(String month, int entries, BigDecimal treatedKg, BigDecimal madeKg, Instant publishedAt) {

        static MonthJson of(PublishedMonth it) {
            return new MonthJson(it.month().toString(), it.entries(), it.treatedKg(), it.madeKg(), it.publishedAt());
        }
    }

    record EntryJson(
            UUID id,
            UUID unit,
            String unitCode,
            @Nullable UUID batch,
            String kind,
            @Nullable String material,
            @Nullable BigDecimal massKg,
            @Nullable BigDecimal litres,
            @Nullable BigDecimal coreCelsius,
            @Nullable BigDecimal edgeCelsius,
            @Nullable BigDecimal baseCelsius,
            @Nullable String finding,
            Instant occurredAt,
            LocalDate day,
            @Nullable UUID corrects,
            @Nullable String takenBack,
            @Nullable BigDecimal creditedKg,
            String origin) {

        static EntryJson of(LogEntry it) {
            var finding = it.finding();
            return new EntryJson(
                    it.id(),
                    it.unit(),
                    it.unitCode(),
                    it.batch(),
                    it.kind().name(),
                    it.material(),
                    it.massKg(),
                    it.litres(),
                    it.coreCelsius(),
                    it.edgeCelsius(),
                    it.baseCelsius(),
                    finding == null ? null : finding.name(),
                    it.occurredAt(),
                    it.day(),
                    it.corrects(),
                    it.takenBack(),
                    it.creditedKg(),
                    it.origin().name());
        }
    }

    /** An entry as it is sent. */
    record NewEntryJson(
            @Nullable UUID id,
            @Nullable UUID unit,
            @Nullable String kind,
            @Nullable String material,
            @Nullable BigDecimal massKg,
            @Nullable BigDecimal litres,
            @Nullable BigDecimal coreCelsius,
            @Nullable BigDecimal edgeCelsius,
            @Nullable BigDecimal baseCelsius,
            @Nullable Boolean probesChecked,
            @Nullable String finding,
            @Nullable String note,
            @Nullable Instant occurredAt,
            @Nullable Boolean clockChanged,
            @Nullable List<String> evidence,
            @Nullable UUID corrects) {

        NewEntry entry() {
            return new NewEntry(
                    Typed.required("id", id),
                    Typed.required("unit", unit),
                    Typed.choice("kind", EntryKind.class, kind),
                    material,
                    massKg,
                    litres,
                    coreCelsius,
                    edgeCelsius,
                    baseCelsius,
                    Boolean.TRUE.equals(probesChecked),
                    finding == null ? null : Typed.choice("finding", Finding.class, finding),
                    Objects.requireNonNullElse(note, ""),
                    Typed.required("occurredAt", occurredAt),
                    Boolean.TRUE.equals(clockChanged),
                    Objects.requireNonNullElse(evidence, List.of()),
                    corrects);
        }
    }
}
