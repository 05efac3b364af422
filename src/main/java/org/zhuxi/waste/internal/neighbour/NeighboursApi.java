package org.zhuxi.waste.internal.neighbour;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.Typed;
import org.zhuxi.waste.neighbour.Pair;
import org.zhuxi.waste.neighbour.Pairs;
import org.zhuxi.waste.neighbour.Task;
import org.zhuxi.waste.neighbour.TaskTemplate;
import org.zhuxi.waste.neighbour.TaskTemplates;
import org.zhuxi.waste.neighbour.Tasks;

/** Tasks for the young and pairs of neighbours for programs. */
@RestController
class NeighboursApi {

    private static final int MOST = 200;

    private final Tasks tasks;
    private final TaskTemplates templates;
    private final Pairs pairs;
    private final Places places;
    private final WorkPlaces work;

    NeighboursApi(Tasks tasks, TaskTemplates templates, Pairs pairs, Places places, WorkPlaces work) {
        this.tasks = tasks;
        this.templates = templates;
        this.pairs = pairs;
        this.places = places;
        this.work = work;
    }

    record TaskJson(
            UUID id,
            String template,
            String nickname,
            Task.State state,
            String words,
            Instant takenAt,
            @Nullable Instant doneAt,
            String reason) {

        static TaskJson of(Task it) {
            return new TaskJson(
                    it.id(),
                    it.template(),
                    it.nickname(),
                    it.state(),
                    it.words(),
                    it.takenAt(),
                    it.doneAt(),
                    it.reason());
        }
    }

    record NewTaskJson(
            @Nullable UUID id,
            @Nullable UUID household,
            @Nullable String template,
            @Nullable String nickname) {}

    record WordsJson(@Nullable String words) {}

    /** @param accepted whether it is good; otherwise it goes back with the reason */
    record CheckJson(@Nullable Boolean accepted, @Nullable String reason) {}

    record PairJson(
            UUID id,
            UUID helper,
            UUID helped,
            boolean active,
            boolean onPaper,
            @Nullable Instant endedAt,
            long carried) {

        static PairJson of(Pair it) {
            return new PairJson(
                    it.id(),
                    it.helper().id(),
                    it.helped().id(),
                    it.isActive(),
                    it.onPaper(),
                    it.endedAt(),
                    it.carried());
        }
    }

    record PairsJson(List<PairJson> items, @Nullable String next) {}

    /** @param witness who saw the helped household sign on paper; left out when it will consent by itself */
    record NewPairJson(
            @Nullable UUID helper,
            @Nullable UUID helped,
            @Nullable String witness) {}

    record IdJson(UUID id) {}

    record CarriedJson(@Nullable UUID drop) {}

    @GetMapping("/api/v1/task-templates")
    List<TaskTemplate> templates() {
        return templates.list();
    }

    @GetMapping("/api/v1/tasks")
    List<TaskJson> list(Actor actor, @RequestParam String household) {
        return tasks.ofHousehold(actor, own(actor, Typed.id(household))).stream()
                .map(TaskJson::of)
                .toList();
    }

    @PostMapping("/api/v1/tasks")
    void take(Actor actor, @RequestBody NewTaskJson body) {
        tasks.take(
                actor,
                Typed.required("id", body.id()),
                own(actor, Typed.required("household", body.household())),
                Objects.requireNonNullElse(body.template(), ""),
                Objects.requireNonNullElse(body.nickname(), ""),
                Origin.RECORDED);
    }

    @PostMapping("/api/v1/tasks/{id}/completion")
    void finish(Actor actor, @PathVariable String id, @RequestBody WordsJson body) {
        tasks.finish(actor, Typed.id(id), Objects.requireNonNullElse(body.words(), ""));
    }

    @PostMapping("/api/v1/tasks/{id}/check")
    void check(Actor actor, @PathVariable String id, @RequestBody CheckJson body) {
        if (Typed.required("accepted", body.accepted())) {
            tasks.accept(actor, Typed.id(id));
        } else {
            tasks.giveBack(actor, Typed.id(id), Objects.requireNonNullElse(body.reason(), ""));
        }
    }

    @GetMapping("/api/v1/help-pairs")
    PairsJson pairs(
            Actor actor,
            @RequestParam String place,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam @Nullable String after) {
        var community = work.named(place).community();
        if (community == null) {
            throw new WasteRefused.Unreadable("place", "waste-community-needed", place);
        }
        var slice = pairs.list(actor, community, Math.clamp(limit, 1, MOST), after);
        return new PairsJson(slice.items().stream().map(PairJson::of).toList(), slice.next());
    }

    /** Brings two households of one community together. */
    @PostMapping("/api/v1/help-pairs")
    IdJson propose(Actor actor, @RequestBody NewPairJson body) {
        var helper = Typed.required("helper", body.helper());
        var helped = Typed.required("helped", body.helped());
        var id = pairs.propose(
                actor,
                household("helper", helper),
                household("helped", helped),
                Objects.requireNonNullElse(body.witness(), ""),
                Origin.RECORDED);
        return new IdJson(id);
    }

    private Household household(String field, UUID id) {
        var community = places.communitiesOfHouseholds(List.of(id)).get(id);
        var found = community == null
                ? null
                : places.findHouseholds(List.of(new HouseholdRef(community, id)))
                        .get(id);
        if (found == null) {
            throw Typed.at(field, new WasteRefused.HouseholdUnknown(id.toString()));
        }
        return found;
    }

    @PostMapping("/api/v1/help-pairs/{id}/drops")
    void carried(Actor actor, @PathVariable String id, @RequestBody CarriedJson body) {
        pairs.carried(actor, Typed.id(id), Typed.required("drop", body.drop()));
    }

    @PostMapping("/api/v1/help-pairs/{id}/ending")
    void end(Actor actor, @PathVariable String id, @RequestBody CheckJson body) {
        pairs.end(actor, Typed.id(id), Objects.requireNonNullElse(body.reason(), ""));
    }

    private static HouseholdRef own(Actor actor, UUID id) {
        return actor.households().stream()
                .filter(ref -> ref.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(id));
    }
}
