package org.zhuxi.waste.internal.neighbour;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.Again;
import org.zhuxi.waste.internal.Doors;
import org.zhuxi.waste.internal.FormProblem;
import org.zhuxi.waste.internal.Typed;
import org.zhuxi.waste.neighbour.NeighbourPermissions;
import org.zhuxi.waste.neighbour.Pair;
import org.zhuxi.waste.neighbour.Pairs;
import org.zhuxi.waste.neighbour.TaskTemplate;
import org.zhuxi.waste.neighbour.TaskTemplates;
import org.zhuxi.waste.neighbour.Tasks;

/** Tasks to look at and pairs of neighbours, at the office; and who carried a drop, at the station. */
@Controller
class WorkNeighbourPages {

    private static final int PAGE = 30;
    private static final int FILE_PAGE = 200;

    private final Tasks tasks;
    private final TaskTemplates templates;
    private final Pairs pairs;
    private final Places places;
    private final Doors doors;
    private final WorkPlaces work;

    WorkNeighbourPages(Tasks tasks, TaskTemplates templates, Pairs pairs, Places places, Doors doors, WorkPlaces work) {
        this.tasks = tasks;
        this.templates = templates;
        this.pairs = pairs;
        this.places = places;
        this.doors = doors;
        this.work = work;
    }

    @GetMapping("/work/tasks")
    ModelAndView tasks(Actor actor, @RequestParam @Nullable String place) {
        return showTasks(actor, work.of(actor, NeighbourPermissions.CHECK_TASKS, place), FormProblem.NONE);
    }

    @PostMapping("/work/tasks/{id}/check")
    ModelAndView check(Actor actor, @PathVariable String id, @RequestParam Map<String, String> fields) {
        var form = new Typed(fields);
        var at = work.named(form.get("place"));
        try {
            if (form.is("verdict", "accepted")) {
                tasks.accept(actor, Typed.id(id));
            } else {
                tasks.giveBack(actor, Typed.id(id), form.get("reason"));
            }
            return new ModelAndView("redirect:/work/tasks?place=" + at.code());
        } catch (Refused refused) {
            return Again.after(refused, problem -> showTasks(actor, at, problem));
        }
    }

    @GetMapping("/work/tasks.csv")
    void downloadTasks(Actor actor, @RequestParam String place, HttpServletResponse response) throws IOException {
        var at = work.named(place);
        var waiting = tasks.waiting(actor, communityOf(at));
        try (var csv = CsvTable.download(
                response, "tasks-" + at.code(), "id", "template", "nickname", "words", "taken_at", "done_at")) {
            for (var task : waiting) {
                csv.row(task.id(), task.template(), task.nickname(), task.words(), task.takenAt(), task.doneAt());
            }
        }
    }

    private ModelAndView showTasks(Actor actor, Place at, FormProblem problem) {
        actor.require(NeighbourPermissions.CHECK_TASKS, at.path());
        var known = new HashMap<String, TaskTemplate>();
        templates.list().forEach(template -> known.put(template.code(), template));
        var community = at.community();
        return new ModelAndView("waste/neighbour/work-tasks")
                .addObject("place", at)
                .addObject("choices", work.choices(actor, NeighbourPermissions.CHECK_TASKS))
                .addObject("waiting", community == null ? List.of() : tasks.waiting(actor, community))
                .addObject("templates", templates.list())
                .addObject("known", known)
                .addObject("problem", problem);
    }

    @GetMapping("/work/pairs")
    ModelAndView pairs(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable String after) {
        var at = work.of(actor, NeighbourPermissions.PAIR, place);
        return showPairs(actor, at, Typed.NOTHING, FormProblem.NONE, after);
    }

    @PostMapping("/work/pairs")
    ModelAndView propose(Actor actor, @RequestParam Map<String, String> fields) {
        var form = new Typed(fields);
        var at = work.named(form.get("place"));
        try {
            var community = communityOf(at);
            var helper = find(actor, community, form, "helper");
            var helped = find(actor, community, form, "helped");
            pairs.propose(actor, helper, helped, form.get("witness"), Origin.RECORDED);
            return new ModelAndView("redirect:/work/pairs?place=" + at.code());
        } catch (Refused refused) {
            return Again.after(refused, problem -> showPairs(actor, at, form, problem, null));
        }
    }

    private org.zhuxi.place.Household find(Actor actor, CommunityId community, Typed form, String field) {
        try {
            return doors.identify(actor, NeighbourPermissions.PAIR, community, form.get(field));
        } catch (WasteRefused unknown) {
            throw Typed.at(field, unknown);
        }
    }

    @PostMapping("/work/pairs/{id}/ending")
    ModelAndView end(Actor actor, @PathVariable String id, @RequestParam Map<String, String> fields) {
        var form = new Typed(fields);
        var at = work.named(form.get("place"));
        try {
            pairs.end(actor, Typed.id(id), form.get("reason"));
            return new ModelAndView("redirect:/work/pairs?place=" + at.code());
        } catch (Refused refused) {
            return Again.after(refused, problem -> showPairs(actor, at, form, problem, null));
        }
    }

    private ModelAndView showPairs(Actor actor, Place at, Typed form, FormProblem problem, @Nullable String after) {
        actor.require(NeighbourPermissions.PAIR, at.path());
        var community = at.community();
        var slice = community == null ? new Slice<Pair>(List.of(), null) : pairs.list(actor, community, PAGE, after);
        return new ModelAndView("waste/neighbour/work-pairs")
                .addObject("place", at)
                .addObject("choices", work.choices(actor, NeighbourPermissions.PAIR))
                .addObject("pairs", slice)
                .addObject("doors", Doorways.of(places, slice.items()))
                .addObject("form", form)
                .addObject("problem", problem);
    }

    @GetMapping("/work/pairs.csv")
    void downloadPairs(Actor actor, @RequestParam String place, HttpServletResponse response) throws IOException {
        var at = work.named(place);
        var community = communityOf(at);
        var slice = pairs.list(actor, community, FILE_PAGE, null);
        try (var csv = CsvTable.download(
                response, "pairs-" + at.code(), "id", "helper", "helped", "state", "on_paper", "carried", "ended_at")) {
            while (true) {
                var names = Doorways.of(places, slice.items());
                for (var pair : slice.items()) {
                    csv.row(
                            pair.id(),
                            names.getOrDefault(pair.helper(), ""),
                            names.getOrDefault(pair.helped(), ""),
                            pair.endedAt() != null ? "ENDED" : pair.isActive() ? "ACTIVE" : "WAITING",
                            pair.onPaper(),
                            pair.carried(),
                            pair.endedAt());
                }
                if (slice.next() == null) {
                    return;
                }
                slice = pairs.list(actor, community, FILE_PAGE, slice.next());
            }
        }
    }

    /** At the station, just after a drop: a helper brought it. */
    @PostMapping("/field/drop/{drop}/carrier")
    ModelAndView carried(Actor actor, @PathVariable String drop, @RequestParam String pair) {
        UUID carried = Typed.id(drop);
        pairs.carried(actor, Typed.id(pair), carried);
        return new ModelAndView("redirect:/field?carried");
    }

    private static CommunityId communityOf(Place place) {
        if (place.community() == null) {
            throw new WasteRefused.Unreadable("place", "waste-community-needed", place.code());
        }
        return Objects.requireNonNull(place.community());
    }
}
