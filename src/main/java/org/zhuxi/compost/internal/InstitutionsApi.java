package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.compost.Institution;
import org.zhuxi.compost.InstitutionKind;
import org.zhuxi.compost.Institutions;
import org.zhuxi.compost.LedgerYear;
import org.zhuxi.compost.NewInstitution;
import org.zhuxi.compost.WasteLine;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;

/** Institutions and their ledgers, for programs. Masses in kg. */
@RestController
@RequestMapping("/api/v1/compost/institutions")
class InstitutionsApi {

    private static final int USUAL_ROWS = 100;

    private final Institutions institutions;
    private final WorkPlaces places;
    private final Clock clock;

    InstitutionsApi(Institutions institutions, WorkPlaces places, Clock clock) {
        this.institutions = institutions;
        this.places = places;
        this.clock = clock;
    }

    record InstitutionJson(UUID id, String place, String nameZh, String nameEn, String kind, String origin) {

        static InstitutionJson of(Institution it) {
            return new InstitutionJson(
                    it.id(),
                    it.place(),
                    it.name().zh(),
                    it.name().en(),
                    it.kind().name(),
                    it.origin().name());
        }
    }

    record InstitutionsJson(
            List<InstitutionJson> items, @Nullable String next) {}

    record NewInstitutionJson(
            @Nullable UUID id,
            @Nullable String place,
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String kind,
            @Nullable String note) {}

    /** @param divertedPercent neither burnt nor buried; null when there was nothing */
    record MonthJson(
            String month,
            BigDecimal generatedKg,
            BigDecimal divertedKg,
            @Nullable BigDecimal divertedPercent,
            @Nullable Long counted) {}

    record YearJson(
            InstitutionJson institution,
            int year,
            BigDecimal generatedKg,
            BigDecimal divertedKg,
            @Nullable BigDecimal divertedPercent,
            @Nullable BigDecimal residueGramsEach,
            Map<WasteLine.Destination, BigDecimal> byDestination,
            List<MonthJson> months) {

        static YearJson of(LedgerYear it) {
            return new YearJson(
                    InstitutionJson.of(it.institution()),
                    it.year(),
                    it.generatedKg(),
                    it.divertedKg(),
                    it.divertedPercent(),
                    it.residueGramsEach(),
                    it.byDestination(),
                    it.months().stream()
                            .map(one -> new MonthJson(
                                    one.month().toString(),
                                    one.generatedKg(),
                                    one.divertedKg(),
                                    one.divertedPercent(),
                                    one.counted()))
                            .toList());
        }
    }

    record LineJson(
            @Nullable UUID id,
            @Nullable String month,
            @Nullable String source,
            @Nullable String stream,
            @Nullable String destination,
            @Nullable BigDecimal massKg,
            @Nullable String note) {

        WasteLine line() {
            return new WasteLine(
                    Typed.required("id", id),
                    LogApi.month(Typed.required("month", month)),
                    Typed.choice("source", WasteLine.Source.class, source),
                    Typed.choice("stream", WasteLine.Stream.class, stream),
                    Typed.choice("destination", WasteLine.Destination.class, destination),
                    Typed.required("massKg", massKg),
                    Typed.text(note),
                    Origin.RECORDED,
                    null);
        }
    }

    record ReasonJson(@Nullable String reason) {}

    record CountedJson(@Nullable Long counted) {}

    record IdJson(UUID id) {}

    @GetMapping
    InstitutionsJson list(
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "" + USUAL_ROWS) int limit,
            @RequestParam @Nullable String after) {
        var found = institutions.list(
                places.open(place).path(),
                Typed.find(InstitutionKind.class, kind).orElse(null),
                q,
                limit,
                after);
        return new InstitutionsJson(
                found.items().stream().map(InstitutionJson::of).toList(), found.next());
    }

    @PostMapping
    IdJson add(Actor actor, @RequestBody NewInstitutionJson body) {
        var id = Objects.requireNonNullElseGet(body.id(), Ids::next);
        institutions.add(
                actor,
                id,
                Typed.required("place", body.place()),
                new NewInstitution(
                        Typed.names("name", body.nameZh(), body.nameEn(), 60),
                        Typed.choice("kind", InstitutionKind.class, body.kind()),
                        Typed.text(body.note()),
                        Origin.RECORDED));
        return new IdJson(id);
    }

    /** The confirmed months of a year; this one when none is named. */
    @GetMapping("/{id}")
    YearJson year(@PathVariable String id, @RequestParam(defaultValue = "") String year) {
        return YearJson.of(institutions.published(Ids.read(id), Years.of(year, clock)));
    }

    @PostMapping("/{id}/lines")
    IdJson record(Actor actor, @PathVariable String id, @RequestBody LineJson body) {
        var line = body.line();
        institutions.record(actor, Ids.read(id), line);
        return new IdJson(line.id());
    }

    @PostMapping("/{id}/lines/{line}/reversal")
    void takeBack(Actor actor, @PathVariable String id, @PathVariable String line, @RequestBody ReasonJson body) {
        institutions.takeBack(actor, Ids.read(id), Ids.read(line), Typed.text(body.reason()));
    }

    @PutMapping("/{id}/months/{month}/count")
    void count(Actor actor, @PathVariable String id, @PathVariable String month, @RequestBody CountedJson body) {
        YearMonth of = LogApi.month(month);
        institutions.count(actor, Ids.read(id), of, Typed.required("counted", body.counted()));
    }

    @PostMapping("/{id}/months/{month}/confirmation")
    void confirm(Actor actor, @PathVariable String id, @PathVariable String month) {
        institutions.confirm(actor, Ids.read(id), LogApi.month(month));
    }
}
