package org.zhuxi.waste.internal.chain;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.chain.ChainPermissions;
import org.zhuxi.waste.chain.ChainRefused;
import org.zhuxi.waste.chain.Facilities;
import org.zhuxi.waste.chain.NewTreatment;
import org.zhuxi.waste.chain.Treatments;
import org.zhuxi.waste.internal.FormProblem;

/** Receipts of treatment at a desk: the list, a new one, taking one back. */
@Controller
public class TreatmentPages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int PAGE = 50;
    private static final int CSV_PAGE = 1_000;
    private static final String[] COLUMNS = {
        "id",
        "day",
        "class",
        "facility",
        "input_kg",
        "product",
        "product_kg",
        "residue_kg",
        "lost_kg",
        "gas_m3",
        "ticket",
        "state"
    };

    private final Treatments treatments;
    private final Facilities facilities;
    private final Activities activities;
    private final WorkPlaces work;
    private final Clock clock;

    TreatmentPages(Treatments treatments, Facilities facilities, Activities activities, WorkPlaces work, Clock clock) {
        this.treatments = treatments;
        this.facilities = facilities;
        this.activities = activities;
        this.work = work;
        this.clock = clock;
    }

    /** A receipt as somebody has typed it so far. */
    public record Typed(
            @Nullable UUID id,
            @Nullable String wasteClass,
            @Nullable String facility,
            @Nullable String inputKg,
            @Nullable String product,
            @Nullable String productKg,
            @Nullable String residueKg,
            @Nullable String gasM3,
            @Nullable String day,
            @Nullable String ticket,
            @Nullable String note) {

        static Typed fresh(LocalDate today) {
            return new Typed(Ids.next(), null, null, "", "", "", "", "", today.toString(), "", "");
        }

        Typed withFreshId() {
            return new Typed(
                    Ids.next(), wasteClass, facility, inputKg, product, productKg, residueKg, gasM3, day, ticket, note);
        }

        private NewTreatment command(String place, java.time.Instant now) {
            var in = ChainForm.number("inputKg", inputKg);
            if (in == null) {
                throw new ChainRefused.Unreadable("inputKg", "net-missing");
            }
            return new NewTreatment(
                    id == null ? Ids.next() : id,
                    place,
                    BatchReader.wasteClass(wasteClass),
                    ChainForm.text(facility),
                    in,
                    ChainForm.text(product),
                    zero("productKg", productKg),
                    zero("residueKg", residueKg),
                    ChainForm.number("gasM3", gasM3),
                    moment(now),
                    ChainForm.text(ticket),
                    ChainForm.text(note),
                    List.of(),
                    null);
        }

        /** Noon of the day, or this moment where noon is still to come. */
        private java.time.Instant moment(java.time.Instant now) {
            var asked = CollectionQuery.day("day", day);
            var noon = (asked == null ? now.atZone(ZONE).toLocalDate() : asked)
                    .atTime(12, 0)
                    .atZone(ZONE);
            var isToday = noon.toLocalDate().equals(now.atZone(ZONE).toLocalDate());
            return isToday && noon.toInstant().isAfter(now)
                    ? noon.toLocalDate().atStartOfDay(ZONE).toInstant()
                    : noon.toInstant();
        }

        private static BigDecimal zero(String field, @Nullable String typed) {
            return BatchReader.orZero(ChainForm.number(field, typed));
        }
    }

    @GetMapping("/work/treatments")
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(name = "class") @Nullable String wasteClass,
            @RequestParam @Nullable String after) {
        var at = work.of(actor, ChainPermissions.READ, place);
        var fresh = Typed.fresh(LocalDate.now(clock.withZone(ZONE)));
        return show(actor, at, CollectionQuery.wasteClass(wasteClass), after, fresh, FormProblem.NONE);
    }

    @GetMapping("/work/treatments.csv")
    void download(Actor actor, @RequestParam @Nullable String place, HttpServletResponse response) throws IOException {
        var at = work.of(actor, ChainPermissions.READ, place);
        var slice = treatments.list(actor, at.path(), null, CSV_PAGE, null);
        try (var csv = CsvTable.download(response, "treatments-" + at.code(), COLUMNS)) {
            while (true) {
                for (var it : slice.items()) {
                    csv.row(
                            it.id(),
                            it.day(),
                            it.wasteClass().code(),
                            it.facility(),
                            it.inputKg(),
                            it.product(),
                            it.productKg(),
                            it.residueKg(),
                            it.lostKg(),
                            it.gasM3(),
                            it.ticket(),
                            it.state());
                }
                if (slice.next() == null) {
                    return;
                }
                slice = treatments.list(actor, at.path(), null, CSV_PAGE, slice.next());
            }
        }
    }

    @PostMapping("/work/treatments")
    ModelAndView file(Actor actor, @RequestParam String place, @ModelAttribute Typed typed) {
        var at = work.named(place);
        actor.require(ChainPermissions.TREAT, at.path());
        try {
            var filed = treatments
                    .file(actor, List.of(typed.command(at.code(), clock.instant())))
                    .getFirst();
            return filed.problem() == null
                    ? new ModelAndView("redirect:/work/treatments?place=" + at.code())
                    : again(actor, at, typed, filed.problem());
        } catch (ChainRefused refused) {
            return again(actor, at, typed, refused.problem());
        }
    }

    @PostMapping("/work/treatments/{id}/reversal")
    ModelAndView reverse(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String place,
            @RequestParam(defaultValue = "") String reason) {
        var at = work.named(place);
        try {
            activities.reverse(actor, id, reason);
            return new ModelAndView("redirect:/work/treatments?place=" + at.code());
        } catch (Refused.Forbidden | Refused.NotFound refused) {
            throw refused;
        } catch (Refused refused) {
            return again(actor, at, Typed.fresh(LocalDate.now(clock.withZone(ZONE))), refused.problem());
        }
    }

    private ModelAndView again(Actor actor, Place at, Typed typed, Problem problem) {
        var kept = problem.kind() == Problem.Kind.CONFLICT ? typed.withFreshId() : typed;
        var page = show(actor, at, null, null, kept, new FormProblem(problem));
        page.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
        return page;
    }

    private ModelAndView show(
            Actor actor,
            Place at,
            @Nullable WasteClass wasteClass,
            @Nullable String after,
            Typed typed,
            FormProblem problem) {
        var page = new ModelAndView("waste/chain/treatments");
        page.addObject("place", at);
        page.addObject("chosen", wasteClass);
        page.addObject("treatments", treatments.list(actor, at.path(), wasteClass, PAGE, after));
        page.addObject("names", facilities.byCode());
        page.addObject(
                "facilities",
                facilities.list(at.path()).stream()
                        .filter(it -> it.inUse() && it.place().contains(at.path()))
                        .toList());
        page.addObject("typed", typed);
        page.addObject("problem", problem);
        page.addObject("mayFile", at.community() != null && actor.may(ChainPermissions.TREAT, at.path()));
        page.addObject("mayReverse", actor.may(ActivityPermissions.VERIFY, at.path()));
        return page;
    }
}
