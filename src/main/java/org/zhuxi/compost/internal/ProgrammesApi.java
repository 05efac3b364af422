package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.carbon.StatementSum;
import org.zhuxi.carbon.StatementSums;
import org.zhuxi.compost.CompostProgramme;
import org.zhuxi.compost.CompostProgrammes;
import org.zhuxi.compost.Gathering;
import org.zhuxi.compost.Handout;
import org.zhuxi.compost.ProgrammeReport;
import org.zhuxi.kernel.Refused;

/** Programmes for programs, without an account. Masses in kg. */
@RestController
@RequestMapping("/api/v1/compost/programmes")
class ProgrammesApi {

    private final CompostProgrammes programmes;
    private final Clock clock;

    ProgrammesApi(CompostProgrammes programmes, Clock clock) {
        this.programmes = programmes;
        this.clock = clock;
    }

    record ProgrammeJson(String name, long sites, long cities, long provinces, String month, long reported) {

        static ProgrammeJson of(CompostProgramme it) {
            return new ProgrammeJson(
                    it.name(),
                    it.sites(),
                    it.cities(),
                    it.provinces(),
                    it.month().toString(),
                    it.reported());
        }
    }

    record ProgrammesJson(List<ProgrammeJson> items) {}

    @GetMapping
    ProgrammesJson list() {
        return new ProgrammesJson(
                programmes.list().stream().map(ProgrammeJson::of).toList());
    }

    /** @param netKg null when no climate statement is published */
    record SiteJson(
            UUID id,
            String place,
            String nameZh,
            String nameEn,
            String scene,
            int months,
            BigDecimal treatedKg,
            BigDecimal madeKg,
            @Nullable BigDecimal netKg,
            String origin) {

        static SiteJson of(ProgrammeReport.SiteYear it) {
            var site = it.site();
            return new SiteJson(
                    site.ref().id(),
                    site.place(),
                    site.name().zh(),
                    site.name().en(),
                    site.scene().name(),
                    it.months(),
                    it.treatedKg(),
                    it.madeKg(),
                    it.netKg(),
                    site.origin().name());
        }
    }

    /**
     * @param statement what the published climate statements add up to; null when none is published
     * @param hash of the statement's document
     * @param leftOut published statements of other accounting, which are never added
     * @param keepers null when fewer than five kept a log
     */
    record ReportJson(
            String name,
            int year,
            long reported,
            int months,
            BigDecimal treatedKg,
            BigDecimal madeKg,
            @Nullable BigDecimal yieldPercent,
            Map<Handout.Recipient, BigDecimal> handedOutKg,
            long days,
            @Nullable Long keepers,
            @Nullable SavingsJson savings,
            Gathering.Sum gatherings,
            List<SiteJson> sites,
            @Nullable StatementSum statement,
            @Nullable String hash,
            long leftOut) {

        static ReportJson of(ProgrammeReport it) {
            var sum = it.climate().sum();
            return new ReportJson(
                    it.name(),
                    it.year(),
                    it.reported(),
                    it.months(),
                    it.treatedKg(),
                    it.madeKg(),
                    it.yieldPercent(),
                    it.handedOutKg(),
                    it.days(),
                    it.keepers(),
                    SavingsJson.of(it.savings()),
                    it.gatherings(),
                    it.sites().stream().map(SiteJson::of).toList(),
                    sum,
                    sum == null ? null : StatementSums.hash(sum),
                    it.climate().leftOut());
        }
    }

    @GetMapping("/report")
    ReportJson report(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String year) {
        return ReportJson.of(programmes.report(ProgrammePages.plain(name), Years.of(year, clock)));
    }

    /** The climate statement byte for byte as it is hashed. */
    @GetMapping("/document")
    ResponseEntity<byte[]> document(
            @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String year) {
        var report = programmes.report(ProgrammePages.plain(name), Years.of(year, clock));
        var sum = report.climate().sum();
        if (sum == null) {
            throw new Refused.NotFound(name);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"programme-statement-%d.json\"".formatted(report.year()))
                .body(StatementSums.json(sum).getBytes(StandardCharsets.UTF_8));
    }
}
