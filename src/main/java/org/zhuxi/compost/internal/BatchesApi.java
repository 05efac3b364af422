package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.compost.BatchState;
import org.zhuxi.compost.BatchView;
import org.zhuxi.compost.CompostBatches;
import org.zhuxi.compost.CompostRecipes;
import org.zhuxi.compost.Handout;
import org.zhuxi.compost.HouseholdHandouts;
import org.zhuxi.compost.QualityTest;
import org.zhuxi.compost.RecipeAnswer;
import org.zhuxi.compost.RecipeQuestion;
import org.zhuxi.compost.process.Feedstock;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;

/** Batches, their tests and handouts, and recipes, for programs. */
@RestController
@RequestMapping("/api/v1/compost")
class BatchesApi {

    private final CompostBatches batches;
    private final HouseholdHandouts handouts;
    private final CompostRecipes recipes;

    BatchesApi(CompostBatches batches, HouseholdHandouts handouts, CompostRecipes recipes) {
        this.batches = batches;
        this.handouts = handouts;
        this.recipes = recipes;
    }

    record SanitisedJson(String rule, String verdict, int hotDays, int longestRun, int turnings, int unknownDays) {}

    /** @param verdict within, outside or missing; a self-check, no certificate */
    record TestJson(UUID id, String standard, LocalDate sampledOn, String verdict, Map<String, BigDecimal> values) {}

    record BatchJson(
            UUID id,
            UUID site,
            String code,
            String unit,
            String state,
            LocalDate startedOn,
            @Nullable LocalDate endedOn,
            BigDecimal inKg,
            BigDecimal outKg,
            BigDecimal lossKg,
            @Nullable BigDecimal dryLoss,
            String balance,
            int unweighed,
            BigDecimal madeKg,
            BigDecimal leftKg,
            List<SanitisedJson> sanitisation,
            List<TestJson> tests) {

        static BatchJson of(BatchView it) {
            var batch = it.batch();
            return new BatchJson(
                    batch.id(),
                    batch.site().id(),
                    batch.code(),
                    batch.unitCode(),
                    batch.state().name(),
                    batch.startedOn(),
                    batch.endedOn(),
                    it.balance().inKg(),
                    it.balance().outKg(),
                    it.balance().lossKg(),
                    it.balance().dryLoss(),
                    it.balance().verdict().name(),
                    it.unweighed(),
                    it.madeKg(),
                    it.leftKg(),
                    it.sanitisation().stream()
                            .map(one -> new SanitisedJson(
                                    one.rule().id(),
                                    one.judgement().verdict().name(),
                                    one.judgement().hotDays(),
                                    one.judgement().longestRun(),
                                    one.judgement().turnings(),
                                    one.judgement().unknownDays()))
                            .toList(),
                    it.tests().stream()
                            .map(one -> new TestJson(
                                    one.test().id(),
                                    one.test().standard(),
                                    one.test().sampledOn(),
                                    one.verdict().name(),
                                    one.test().values()))
                            .toList());
        }
    }

    record StateJson(@Nullable String to, @Nullable String note) {}

    record MoistureJson(@Nullable BigDecimal moisturePercent) {}

    record NewTestJson(
            @Nullable UUID id,
            @Nullable String standard,
            @Nullable LocalDate sampledOn,
            @Nullable String laboratory,
            @Nullable String reportNumber,
            @Nullable Map<String, BigDecimal> values,
            @Nullable List<String> evidence) {}

    record NewHandoutJson(
            @Nullable UUID id,
            @Nullable String recipient,
            @Nullable BigDecimal massKg,
            @Nullable String words,
            @Nullable LocalDate day,
            @Nullable String card) {}

    record ReasonJson(@Nullable String reason) {}

    @GetMapping("/batches/{id}")
    BatchJson view(@PathVariable String id) {
        return BatchJson.of(batches.view(Ids.read(id)));
    }

    @PostMapping("/batches/{id}/state")
    void move(Actor actor, @PathVariable String id, @RequestBody StateJson body) {
        var to = Typed.choice("to", BatchState.class, body.to());
        batches.move(actor, Ids.read(id), to, Objects.requireNonNullElse(body.note(), ""));
    }

    @PostMapping("/batches/{id}/moisture")
    void moisture(Actor actor, @PathVariable String id, @RequestBody MoistureJson body) {
        batches.noteMoisture(actor, Ids.read(id), Typed.required("moisturePercent", body.moisturePercent()));
    }

    @PostMapping("/batches/{id}/tests")
    void test(Actor actor, @PathVariable String id, @RequestBody NewTestJson body) {
        var test = new QualityTest(
                Typed.required("id", body.id()),
                Ids.read(id),
                Typed.required("standard", body.standard()),
                Typed.required("sampledOn", body.sampledOn()),
                Objects.requireNonNullElse(body.laboratory(), ""),
                Objects.requireNonNullElse(body.reportNumber(), ""),
                Objects.requireNonNullElse(body.values(), Map.of()),
                Objects.requireNonNullElse(body.evidence(), List.of()));
        batches.test(actor, test, Origin.RECORDED);
    }

    @PostMapping("/batches/{id}/handouts")
    void handOut(Actor actor, @PathVariable String id, @RequestBody NewHandoutJson body) {
        var handout = new Handout(
                Typed.required("id", body.id()),
                Ids.read(id),
                Typed.choice("recipient", Handout.Recipient.class, body.recipient()),
                Typed.required("massKg", body.massKg()),
                Objects.requireNonNullElse(body.words(), ""),
                Typed.required("day", body.day()),
                null);
        handouts.give(actor, handout, Objects.requireNonNullElse(body.card(), ""), Origin.RECORDED);
    }

    @PostMapping("/batches/{id}/handouts/{handout}/reversal")
    void takeBack(Actor actor, @PathVariable String id, @PathVariable String handout, @RequestBody ReasonJson body) {
        handouts.takeBack(actor, Ids.read(id), Ids.read(handout), Objects.requireNonNullElse(body.reason(), ""));
    }

    @GetMapping("/feedstocks")
    List<Feedstock> feedstocks() {
        return recipes.feedstocks();
    }

    /** So many buckets of a material, and what to add to them; a site's own bucket and densities when it is named. */
    @GetMapping("/recipe")
    RecipeAnswer recipe(
            @RequestParam String material,
            @RequestParam BigDecimal buckets,
            @RequestParam(defaultValue = "leaves-dry") String brown,
            @RequestParam(defaultValue = "30") BigDecimal carbonNitrogen,
            @RequestParam(defaultValue = "60") BigDecimal moisturePercent,
            @RequestParam @Nullable String site) {
        var parts = List.of(new RecipeQuestion.Part(material, buckets));
        return recipes.answer(
                new RecipeQuestion(parts, brown, carbonNitrogen, moisturePercent),
                site == null ? null : Ids.read(site));
    }
}
