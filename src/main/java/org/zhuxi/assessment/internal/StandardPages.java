package org.zhuxi.assessment.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhuxi.assessment.StandardEntry;
import org.zhuxi.assessment.StandardVersion;
import org.zhuxi.assessment.Standards;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.kernel.Names;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.platform.table.CsvTable;

/** Standards as everybody may read them, and a sheet on which findings can be tried. */
@Controller
class StandardPages {

    private static final int PAGE = 50;
    private static final int CSV_PAGE = 1_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Standards standards;
    private final Trials trials;
    private final Indicators indicators;
    private final Places places;
    private final Clock clock;

    StandardPages(Standards standards, Trials trials, Indicators indicators, Places places, Clock clock) {
        this.standards = standards;
        this.trials = trials;
        this.indicators = indicators;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/standards")
    ModelAndView list(
            @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String after) {
        var found = standards.list(q, PAGE, after);
        var next = found.next() == null
                ? ""
                : UriComponentsBuilder.fromPath("/standards")
                        .queryParam("q", "{q}")
                        .queryParam("after", "{after}")
                        .encode()
                        .buildAndExpand(q, found.next())
                        .toUriString();
        return new ModelAndView("assessment/standards")
                .addObject("query", q)
                .addObject("found", found)
                .addObject("places", names(places, found.items()))
                .addObject("next", next);
    }

    /** What jurisdictions are called, by code. */
    static Map<String, Names> names(Places places, Iterable<StandardEntry> entries) {
        var codes = new java.util.HashSet<String>();
        entries.forEach(entry -> codes.add(entry.jurisdiction()));
        return places.findByCodes(codes).values().stream()
                .collect(Collectors.toMap(Place::code, Place::name, (one, same) -> one));
    }

    @GetMapping("/standards/csv")
    void download(@RequestParam(defaultValue = "") String q, HttpServletResponse response) throws IOException {
        try (var csv = CsvTable.download(
                response,
                "standards",
                "code",
                "version",
                "name_zh",
                "name_en",
                "jurisdiction",
                "official",
                "effective_from",
                "state")) {
            @Nullable String after = null;
            do {
                var slice = standards.list(q, CSV_PAGE, after);
                for (var it : slice.items()) {
                    csv.row(
                            it.code(),
                            it.version(),
                            it.names().zh(),
                            it.names().en(),
                            it.jurisdiction(),
                            it.official(),
                            it.effectiveFrom(),
                            it.state());
                }
                after = slice.next();
            } while (after != null);
        }
    }

    @GetMapping("/standards/{code}")
    ModelAndView one(@PathVariable String code, @RequestParam(required = false) @Nullable Integer version) {
        var standard = at(code, version);
        var versions = standards.versions(code);
        return new ModelAndView("assessment/standard")
                .addObject("standard", standard)
                .addObject("versions", versions)
                .addObject(
                        "place",
                        places.findByCode(standard.jurisdiction())
                                .map(Place::name)
                                .orElse(null))
                .addObject("national", standards.get(StandardVersion.NATIONAL))
                .addObject("differences", standards.differences(standard))
                .addObject("terms", Wording.terms(indicators));
    }

    private StandardVersion at(String code, @Nullable Integer version) {
        return version == null ? standards.get(code) : standards.get(code, version);
    }

    @GetMapping("/standards/{code}/yaml")
    ResponseEntity<byte[]> text(@PathVariable String code, @RequestParam(required = false) @Nullable Integer version) {
        var standard = at(code, version);
        var text = standards.text(code, standard.version()).getBytes(StandardCharsets.UTF_8);
        var file = ContentDisposition.attachment()
                .filename("%s.%d.yaml".formatted(code, standard.version()))
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(text);
    }

    /** Findings typed into a sheet are scored at once; nothing is kept, and the address can be passed on. */
    @GetMapping("/standards/{code}/trial")
    ModelAndView trial(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam Map<String, String> typed) {
        var standard = at(code, version);
        return new ModelAndView("assessment/trial")
                .addObject("standard", standard)
                .addObject("trial", trials.of(standard, typed, LocalDate.now(clock.withZone(ZONE))))
                .addObject("terms", Wording.terms(indicators))
                .addObject("action", "/standards/" + standard.code() + "/trial")
                .addObject("up", "/standards/" + standard.code() + "?version=" + standard.version());
    }
}
