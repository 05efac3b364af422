package org.zhuxi.assessment.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.assessment.Filling;
import org.zhuxi.assessment.Filling.Filled;
import org.zhuxi.assessment.Finding;
import org.zhuxi.assessment.Proof;
import org.zhuxi.assessment.ScoreSheet;
import org.zhuxi.assessment.Scoring;
import org.zhuxi.assessment.StandardDraft;
import org.zhuxi.assessment.StandardDrafts;
import org.zhuxi.assessment.StandardEntry;
import org.zhuxi.assessment.StandardFault;
import org.zhuxi.assessment.StandardRefused;
import org.zhuxi.assessment.StandardVersion;
import org.zhuxi.assessment.Standards;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;

/** Standards for programs: read, scored on findings that are given, written. */
@RestController
@RequestMapping("/api/v1/standards")
class StandardsApi {

    private static final int PAGE = 100;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Standards standards;
    private final StandardDrafts drafts;
    private final Scoring scoring;
    private final Filling filling;
    private final Indicators indicators;
    private final Clock clock;

    StandardsApi(
            Standards standards,
            StandardDrafts drafts,
            Scoring scoring,
            Filling filling,
            Indicators indicators,
            Clock clock) {
        this.standards = standards;
        this.drafts = drafts;
        this.scoring = scoring;
        this.filling = filling;
        this.indicators = indicators;
        this.clock = clock;
    }

    record Items(List<StandardEntry> items, @Nullable String next) {}

    record DraftJson(
            String code,
            int version,
            String jurisdiction,
            int revision,
            boolean publishable,
            List<StandardFault> faults) {

        static DraftJson of(StandardDraft it) {
            return new DraftJson(
                    it.code(), it.version(), it.jurisdiction(), it.revision(), it.standard() != null, it.faults());
        }
    }

    record DraftBody(
            @Nullable String jurisdiction, @Nullable String text) {}

    record ReasonBody(@Nullable String reason) {}

    /**
     * Findings to be scored.
     *
     * @param asOf the day on which evidence must not be too old; today when left out
     * @param proof which evidence counts; all is taken as given when left out
     */
    record ScoreBody(
            @Nullable Integer version,
            @Nullable LocalDate asOf,
            @Nullable Proof proof,
            @Nullable Map<String, Finding> findings) {}

    @GetMapping
    Items list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String after) {
        var found = standards.list(q, PAGE, after);
        return new Items(found.items(), found.next());
    }

    @GetMapping("/{code}")
    StandardVersion get(@PathVariable String code, @RequestParam(required = false) @Nullable Integer version) {
        return version == null ? standards.get(code) : standards.get(code, version);
    }

    @GetMapping("/{code}/filling")
    Map<String, Filled> fill(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam String place,
            @RequestParam String period) {
        var standard = get(code, version);
        var when = ReportPeriod.parse(period).orElseThrow(StandardRefused.NoPeriod::new);
        return filling.fill(standard, indicators.place(place, when).path(), when);
    }

    /** Pure: nothing is kept, and the same findings give the same sheet. */
    @PostMapping("/{code}/score")
    ScoreSheet score(@PathVariable String code, @RequestBody ScoreBody body) {
        var standard = get(code, body.version());
        var asOf = Objects.requireNonNullElseGet(body.asOf(), () -> LocalDate.now(clock.withZone(ZONE)));
        var given = Objects.requireNonNullElseGet(body.findings(), Map::<String, Finding>of);
        if (body.proof() != null) {
            return scoring.score(standard, given, asOf, body.proof());
        }
        var proved = standard.criteria().stream()
                .filter(criterion -> given.containsKey(criterion.code()))
                .collect(java.util.stream.Collectors.toMap(
                        criterion -> criterion.code(),
                        criterion -> Objects.requireNonNull(given.get(criterion.code()))
                                .provedBy(Trials.proof(criterion, asOf))));
        return scoring.score(standard, proved, asOf);
    }

    @PutMapping("/{code}/{version}")
    DraftJson put(Actor actor, @PathVariable String code, @PathVariable int version, @RequestBody DraftBody body) {
        return DraftJson.of(drafts.put(
                actor,
                code,
                version,
                Objects.requireNonNullElse(body.jurisdiction(), ""),
                Objects.requireNonNullElse(body.text(), ""),
                Origin.RECORDED));
    }

    @PostMapping("/{code}/{version}/publication")
    StandardVersion publish(Actor actor, @PathVariable String code, @PathVariable int version) {
        return drafts.publish(actor, code, version);
    }

    @PostMapping("/{code}/{version}/retirement")
    void retire(Actor actor, @PathVariable String code, @PathVariable int version, @RequestBody ReasonBody body) {
        drafts.retire(actor, code, version, Objects.requireNonNullElse(body.reason(), ""));
    }
}
