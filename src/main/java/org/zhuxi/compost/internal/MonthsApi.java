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
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.compost.CompostMonths;
import org.zhuxi.compost.EntryKind;
import org.zhuxi.compost.MonthReport;
import org.zhuxi.compost.Weighing;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;

/** The months of a site for programs: checks, submission, decision, and the weighed buckets. */
@RestController
@RequestMapping("/api/v1/compost/sites/{id}")
class MonthsApi {

    private final CompostMonths months;

    MonthsApi(CompostMonths months) {
        this.months = months;
    }

    record RemarkJson(
            String code, String severity, @Nullable UUID entry, List<Object> arguments) {}

    record LookedJson(UUID entry, @Nullable Boolean good, String words) {}

    record StepJson(int number, String step, String reason, java.time.Instant at) {}

    record ReportJson(
            UUID site,
            String month,
            String state,
            int entries,
            int daysLogged,
            int days,
            BigDecimal treatedKg,
            BigDecimal madeKg,
            Map<EntryKind, Long> kinds,
            List<MonthReport.DensityLine> densities,
            List<RemarkJson> remarks,
            List<LookedJson> sample,
            List<StepJson> steps) {

        static ReportJson of(MonthReport it) {
            return new ReportJson(
                    it.site().ref().id(),
                    it.month().toString(),
                    it.state().name(),
                    it.entries(),
                    it.daysLogged(),
                    it.days(),
                    it.treatedKg(),
                    it.madeKg(),
                    it.kinds(),
                    it.densities(),
                    it.remarks().stream()
                            .map(remark -> new RemarkJson(
                                    remark.code(), remark.severity().name(), remark.entry(), remark.arguments()))
                            .toList(),
                    it.sample().stream()
                            .map(look -> new LookedJson(look.entry().id(), look.good(), look.words()))
                            .toList(),
                    it.steps().stream()
                            .map(step -> new StepJson(step.number(), step.step(), step.reason(), step.at()))
                            .toList());
        }
    }

    record ReasonJson(@Nullable String reason) {

        String words() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    record WeighingJson(
            @Nullable UUID id,
            @Nullable String material,
            @Nullable BigDecimal grossKg,
            @Nullable BigDecimal tareKg,
            @Nullable BigDecimal litres,
            @Nullable LocalDate day) {

        Weighing weighing() {
            return new Weighing(
                    Typed.required("id", id),
                    Typed.required("material", material),
                    Typed.required("grossKg", grossKg),
                    Objects.requireNonNullElse(tareKg, BigDecimal.ZERO),
                    Typed.required("litres", litres),
                    Typed.required("day", day));
        }
    }

    @GetMapping("/months/{month}")
    ReportJson report(Actor actor, @PathVariable String id, @PathVariable String month) {
        return ReportJson.of(months.report(actor, Ids.read(id), LogApi.month(month)));
    }

    @PostMapping("/months/{month}/submission")
    void submit(Actor actor, @PathVariable String id, @PathVariable String month) {
        months.submit(actor, Ids.read(id), LogApi.month(month));
    }

    @PostMapping("/months/{month}/return")
    void giveBack(Actor actor, @PathVariable String id, @PathVariable String month, @RequestBody ReasonJson body) {
        months.giveBack(actor, Ids.read(id), LogApi.month(month), body.words());
    }

    @PostMapping("/months/{month}/rejection")
    void reject(Actor actor, @PathVariable String id, @PathVariable String month, @RequestBody ReasonJson body) {
        months.reject(actor, Ids.read(id), LogApi.month(month), body.words());
    }

    @PostMapping("/months/{month}/publication")
    void publish(Actor actor, @PathVariable String id, @PathVariable String month) {
        months.publish(actor, Ids.read(id), LogApi.month(month));
    }

    @GetMapping("/months/{month}/weighings")
    List<Weighing> weighings(Actor actor, @PathVariable String id, @PathVariable String month) {
        return months.weighings(actor, Ids.read(id), LogApi.month(month));
    }

    @PostMapping("/weighings")
    void weigh(Actor actor, @PathVariable String id, @RequestBody WeighingJson body) {
        months.weigh(actor, Ids.read(id), body.weighing(), Origin.RECORDED);
    }
}
