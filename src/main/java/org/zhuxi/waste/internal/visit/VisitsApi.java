package org.zhuxi.waste.internal.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.Typed;
import org.zhuxi.waste.visit.BuildingResult;
import org.zhuxi.waste.visit.NewVisit;
import org.zhuxi.waste.visit.Outcome;
import org.zhuxi.waste.visit.SortingSeen;
import org.zhuxi.waste.visit.Stop;
import org.zhuxi.waste.visit.Topic;
import org.zhuxi.waste.visit.VisitRound;
import org.zhuxi.waste.visit.VisitRounds;
import org.zhuxi.waste.visit.Visits;

/** Rounds and visits for programs; the same visit sent again counts once. */
@RestController
class VisitsApi {

    private static final int MOST = 200;

    private final VisitRounds rounds;
    private final Visits visits;
    private final WorkPlaces work;

    VisitsApi(VisitRounds rounds, Visits visits, WorkPlaces work) {
        this.rounds = rounds;
        this.visits = visits;
        this.work = work;
    }

    record PlanJson(
            @Nullable String place,
            @Nullable String name,
            VisitRound.@Nullable Source source,
            @Nullable LocalDate dueOn,
            @Nullable Integer most) {}

    record RoundJson(UUID id, String name, VisitRound.Source source, LocalDate dueOn, int stops, int visited, int met) {

        static RoundJson of(VisitRound it) {
            return new RoundJson(it.id(), it.name(), it.source(), it.dueOn(), it.stops(), it.visited(), it.met());
        }
    }

    record RoundsJson(List<RoundJson> items, @Nullable String next) {}

    record DoorJson(
            UUID household,
            int position,
            String door,
            @Nullable Outcome outcome,
            @Nullable LocalDate lastMet) {

        static DoorJson of(Stop it) {
            return new DoorJson(it.household().id(), it.position(), it.door(), it.outcome(), it.lastMet());
        }
    }

    record DoorsJson(List<DoorJson> items, @Nullable String next) {}

    record VisitJson(
            @Nullable UUID id,
            @Nullable UUID household,
            @Nullable UUID round,
            @Nullable Instant at,
            @Nullable Outcome outcome,
            @Nullable Set<Topic> explained,
            @Nullable Boolean leaflet,
            @Nullable Boolean kit,
            @Nullable SortingSeen sorting,
            @Nullable Boolean mayReturn,
            @Nullable LocalDate followUpOn,
            @Nullable String question,
            @Nullable String note) {}

    record ResultJson(UUID id, String status) {}

    @PostMapping("/api/v1/visit-rounds")
    RoundJson plan(Actor actor, @RequestBody PlanJson body) {
        var at = work.named(Objects.requireNonNullElse(body.place(), ""));
        var plan = new VisitRounds.Plan(
                Objects.requireNonNullElse(body.name(), ""),
                Typed.required("source", body.source()),
                Typed.required("dueOn", body.dueOn()),
                Typed.required("most", body.most()));
        return RoundJson.of(rounds.plan(actor, at, plan, Origin.RECORDED));
    }

    @GetMapping("/api/v1/visit-rounds")
    RoundsJson list(
            Actor actor,
            @RequestParam String place,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam @Nullable String after) {
        var community = work.named(place).community();
        if (community == null) {
            throw new WasteRefused.Unreadable("place", "waste-community-needed", place);
        }
        var slice = rounds.list(actor, community, Math.clamp(limit, 1, MOST), after);
        return new RoundsJson(slice.items().stream().map(RoundJson::of).toList(), slice.next());
    }

    @GetMapping("/api/v1/visit-rounds/{id}/doors")
    DoorsJson doors(Actor actor, @PathVariable String id, @RequestParam @Nullable String after) {
        var slice = rounds.stops(actor, rounds.get(actor, Typed.id(id)), MOST, after);
        return new DoorsJson(slice.items().stream().map(DoorJson::of).toList(), slice.next());
    }

    @GetMapping("/api/v1/visit-rounds/{id}/results")
    List<BuildingResult> results(Actor actor, @PathVariable String id) {
        return rounds.results(actor, rounds.get(actor, Typed.id(id)));
    }

    @PostMapping("/api/v1/visits")
    ResultJson record(Actor actor, @RequestBody VisitJson body) {
        var id = Typed.required("id", body.id());
        var repeated = visits.record(
                actor,
                new NewVisit(
                        id,
                        Typed.required("household", body.household()),
                        body.round(),
                        Typed.required("at", body.at()),
                        Typed.required("outcome", body.outcome()),
                        Objects.requireNonNullElse(body.explained(), Set.of()),
                        Boolean.TRUE.equals(body.leaflet()),
                        Boolean.TRUE.equals(body.kit()),
                        body.sorting(),
                        !Boolean.FALSE.equals(body.mayReturn()),
                        body.followUpOn(),
                        Objects.requireNonNullElse(body.question(), ""),
                        Objects.requireNonNullElse(body.note(), "")));
        return new ResultJson(id, repeated ? "duplicate" : "created");
    }
}
