package org.zhuxi.waste.internal.neighbour;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.Again;
import org.zhuxi.waste.internal.FormProblem;
import org.zhuxi.waste.internal.Typed;
import org.zhuxi.waste.neighbour.Pair;
import org.zhuxi.waste.neighbour.Pairs;
import org.zhuxi.waste.neighbour.Task;
import org.zhuxi.waste.neighbour.TaskTemplate;
import org.zhuxi.waste.neighbour.TaskTemplates;
import org.zhuxi.waste.neighbour.Tasks;

/** A household's own tasks for its children, and the neighbours it helps or is helped by. */
@Controller
class MyNeighbourPages {

    private final Tasks tasks;
    private final TaskTemplates templates;
    private final Pairs pairs;
    private final Places places;

    MyNeighbourPages(Tasks tasks, TaskTemplates templates, Pairs pairs, Places places) {
        this.tasks = tasks;
        this.templates = templates;
        this.pairs = pairs;
        this.places = places;
    }

    @GetMapping("/me/tasks")
    ModelAndView tasks(Actor actor) {
        return showTasks(actor, Typed.NOTHING, FormProblem.NONE);
    }

    @PostMapping("/me/tasks")
    ModelAndView take(Actor actor, @RequestParam Map<String, String> fields) {
        return changeTask(actor, fields, form -> {
            var household = own(actor).stream()
                    .findFirst()
                    .orElseThrow(() -> new WasteRefused.Unreadable("template", "task-no-household"));
            var id = form.findId("id").orElseGet(Ids::next);
            tasks.take(actor, id, household, form.get("template"), form.get("nickname"), Origin.RECORDED);
        });
    }

    @PostMapping("/me/tasks/{id}/completion")
    ModelAndView finish(Actor actor, @PathVariable String id, @RequestParam Map<String, String> fields) {
        return changeTask(actor, fields, form -> tasks.finish(actor, Typed.id(id), form.get("words")));
    }

    @PostMapping("/me/tasks/{id}/giving-up")
    ModelAndView giveUp(Actor actor, @PathVariable String id, @RequestParam Map<String, String> fields) {
        return changeTask(actor, fields, form -> tasks.giveUp(actor, Typed.id(id)));
    }

    private ModelAndView changeTask(Actor actor, Map<String, String> fields, java.util.function.Consumer<Typed> step) {
        var form = new Typed(fields);
        try {
            step.accept(form);
            return new ModelAndView("redirect:/me/tasks");
        } catch (Refused refused) {
            return Again.after(refused, problem -> showTasks(actor, form, problem));
        }
    }

    private ModelAndView showTasks(Actor actor, Typed form, FormProblem problem) {
        var mine = own(actor).stream()
                .flatMap(ref -> tasks.ofHousehold(actor, ref).stream())
                .filter(task -> task.state() != Task.State.GIVEN_UP)
                .toList();
        var known = new HashMap<String, TaskTemplate>();
        templates.list().forEach(template -> known.put(template.code(), template));
        return new ModelAndView("waste/neighbour/my-tasks")
                .addObject("templates", templates.list())
                .addObject("known", known)
                .addObject("mine", mine)
                .addObject("fresh", Ids.next().toString())
                .addObject("hasHousehold", !own(actor).isEmpty())
                .addObject("form", form)
                .addObject("problem", problem);
    }

    @GetMapping("/me/pairs")
    ModelAndView pairs(Actor actor) {
        return showPairs(actor, FormProblem.NONE);
    }

    @PostMapping("/me/pairs/{id}/{step}")
    ModelAndView act(
            Actor actor, @PathVariable String id, @PathVariable String step, @RequestParam Map<String, String> fields) {
        UUID pair = Typed.id(id);
        try {
            switch (step) {
                case "consent" -> pairs.consent(actor, pair);
                case "ending" -> pairs.end(actor, pair, new Typed(fields).get("reason"));
                default -> throw new Refused.NotFound(step);
            }
            return new ModelAndView("redirect:/me/pairs");
        } catch (Refused refused) {
            return Again.after(refused, problem -> showPairs(actor, problem));
        }
    }

    private ModelAndView showPairs(Actor actor, FormProblem problem) {
        var own = own(actor);
        var mine = own.stream()
                .flatMap(ref -> pairs.ofHousehold(actor, ref).stream())
                .distinct()
                .toList();
        return new ModelAndView("waste/neighbour/my-pairs")
                .addObject("pairs", mine)
                .addObject("doors", doors(mine))
                .addObject("own", own)
                .addObject("problem", problem);
    }

    private Map<HouseholdRef, String> doors(List<Pair> pairs) {
        return Doorways.of(places, pairs);
    }

    private static List<HouseholdRef> own(Actor actor) {
        actor.account();
        return List.copyOf(actor.households());
    }
}
