package org.zhuxi.carbon.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.carbon.Factor;
import org.zhuxi.carbon.FactorVersion;
import org.zhuxi.carbon.Factors;
import org.zhuxi.carbon.Footprint;
import org.zhuxi.carbon.Footprints;
import org.zhuxi.carbon.NewFootprint;
import org.zhuxi.carbon.Statements;
import org.zhuxi.kernel.Actor;
import org.zhuxi.place.WorkPlaces;

/** Factors, methods, footprints and published statements for programs, without an account. */
@RestController
@RequestMapping("/api/v1/carbon")
class CarbonApi {

    private static final int PAGE = 100;

    private final Factors factors;
    private final Footprints footprints;
    private final Statements statements;
    private final WorkPlaces places;

    CarbonApi(Factors factors, Footprints footprints, Statements statements, WorkPlaces places) {
        this.factors = factors;
        this.footprints = footprints;
        this.statements = statements;
        this.places = places;
    }

    record VersionJson(
            String version,
            int year,
            BigDecimal value,
            String uncertainty,
            String evidence,
            String source,
            String note) {

        static VersionJson of(FactorVersion it, Locale locale) {
            return new VersionJson(
                    it.version(),
                    it.year(),
                    it.value(),
                    Spreads.print(it.spread()),
                    it.evidence().name(),
                    it.source().in(locale),
                    it.note().in(locale));
        }
    }

    record FactorJson(
            String code,
            String topic,
            String region,
            String name,
            String unit,
            boolean comparisonOnly,
            List<VersionJson> versions) {

        static FactorJson of(Factor it, Locale locale) {
            return new FactorJson(
                    it.code(),
                    it.topic().name(),
                    it.region(),
                    it.names().in(locale),
                    it.unit(),
                    it.indicatorOnly(),
                    it.versions().stream()
                            .map(one -> VersionJson.of(one, locale))
                            .toList());
        }
    }

    record FactorList(List<FactorJson> items) {}

    record MethodJson(String code, String name, String formula, String source, String remark) {}

    record MethodList(List<MethodJson> items) {}

    record StatementList(
            List<StatementJson> items, @Nullable String next) {}

    /** The whole library; it is small. */
    @GetMapping("/factors")
    FactorList factors(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String topic, Locale locale) {
        return new FactorList(factors.list(q, Choices.find(Factor.Topic.class, topic.toUpperCase(Locale.ROOT))).stream()
                .map(one -> FactorJson.of(one, locale))
                .toList());
    }

    @GetMapping("/factors/{code}")
    ResponseEntity<FactorJson> factor(@PathVariable String code, Locale locale) {
        // said so, or the end of a code such as grid.cn would be taken for the kind of a file
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .body(FactorJson.of(factors.get(code), locale));
    }

    @GetMapping("/methods")
    MethodList methods(Locale locale) {
        return new MethodList(Method.all().stream()
                .map(it -> new MethodJson(
                        it.code(),
                        it.names().in(locale),
                        it.formula(),
                        it.source().in(locale),
                        it.remark().in(locale)))
                .toList());
    }

    /** A household's month: kWh, m³ of gas, m³ of water, persons. */
    @GetMapping("/footprint")
    Footprint footprint(
            @RequestParam(defaultValue = "0") BigDecimal electricity,
            @RequestParam(defaultValue = "0") BigDecimal gas,
            @RequestParam(defaultValue = "0") BigDecimal water,
            @RequestParam(defaultValue = "1") int persons) {
        return footprints.of(new NewFootprint(electricity, gas, water, persons));
    }

    @GetMapping("/statements")
    StatementList statements(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID after) {
        var found = statements.published(places.open(place).path(), CarbonPages.scope(scope), q, PAGE, after);
        return new StatementList(found.items().stream().map(StatementJson::of).toList(), found.next());
    }

    @GetMapping("/statements/{id}")
    StatementJson statement(Actor actor, @PathVariable UUID id) {
        return StatementJson.of(statements.get(actor, id));
    }

    /** The document byte for byte as it was hashed. */
    @GetMapping("/statements/{id}/document")
    ResponseEntity<byte[]> document(Actor actor, @PathVariable UUID id) {
        var statement = statements.get(actor, id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"carbon-statement-%s.json\"".formatted(id))
                .body(statement.json().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
