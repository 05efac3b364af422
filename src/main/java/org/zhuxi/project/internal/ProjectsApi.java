package org.zhuxi.project.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.project.Acceptance;
import org.zhuxi.project.Acceptances;
import org.zhuxi.project.Defect;
import org.zhuxi.project.NewAcceptance;
import org.zhuxi.project.NewEvaluation;
import org.zhuxi.project.NewMovement;
import org.zhuxi.project.NewPlan;
import org.zhuxi.project.NewProduct;
import org.zhuxi.project.NewProject;
import org.zhuxi.project.NewStep;
import org.zhuxi.project.NewTalk;
import org.zhuxi.project.Product;
import org.zhuxi.project.ProjectFunds;
import org.zhuxi.project.ProjectParts;
import org.zhuxi.project.ProjectSteps;
import org.zhuxi.project.ProjectTalks;
import org.zhuxi.project.Projects;
import org.zhuxi.project.Talk;

/** Projects for programs; reading is open. */
@RestController
@RequestMapping("/api/v1/projects")
class ProjectsApi {

    private static final int PAGE = 100;

    private final Projects projects;
    private final ProjectSteps steps;
    private final ProjectTalks talks;
    private final ProjectFunds funds;
    private final ProjectParts parts;
    private final Acceptances acceptances;
    private final WorkPlaces work;
    private final Gate gate;

    ProjectsApi(
            Projects projects,
            ProjectSteps steps,
            ProjectTalks talks,
            ProjectFunds funds,
            ProjectParts parts,
            Acceptances acceptances,
            WorkPlaces work,
            Gate gate) {
        this.projects = projects;
        this.steps = steps;
        this.talks = talks;
        this.funds = funds;
        this.parts = parts;
        this.acceptances = acceptances;
        this.work = work;
        this.gate = gate;
    }

    record Items(List<ProjectJson.Line> items, @Nullable String next) {}

    record Reason(@Nullable String reason) {}

    record Repair(@Nullable LocalDate on, @Nullable String repair) {}

    record Report(@Nullable String words, @Nullable LocalDate due) {}

    @GetMapping
    Items list(
            @RequestParam(required = false) @Nullable String place,
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable UUID after) {
        var found = projects.list(work.open(place).path(), ProjectQuery.read(query), PAGE, after);
        var today = gate.today();
        return new Items(
                found.items().stream().map(it -> ProjectJson.Line.of(it, today)).toList(), found.next());
    }

    @GetMapping("/{id}")
    ProjectJson.Story get(@PathVariable UUID id) {
        return ProjectJson.Story.of(projects.story(id), gate.today());
    }

    @PutMapping("/{id}")
    ProjectJson.Line propose(Actor actor, @PathVariable UUID id, @RequestBody NewProject body) {
        return ProjectJson.Line.of(projects.propose(actor, id, body, Origin.RECORDED), gate.today());
    }

    @PutMapping("/{id}/plan")
    ProjectJson.Line plan(Actor actor, @PathVariable UUID id, @RequestBody NewPlan body) {
        return ProjectJson.Line.of(steps.plan(actor, id, body), gate.today());
    }

    @PostMapping("/{id}/steps")
    ProjectJson.Line step(Actor actor, @PathVariable UUID id, @RequestBody NewStep body) {
        return ProjectJson.Line.of(steps.step(actor, id, body), gate.today());
    }

    @PostMapping("/{id}/talks")
    Talk talk(Actor actor, @PathVariable UUID id, @RequestBody NewTalk body) {
        return talks.record(actor, id, body);
    }

    @PostMapping("/{id}/funds")
    ProjectJson.Funds book(Actor actor, @PathVariable UUID id, @RequestBody NewMovement body) {
        return ProjectJson.Funds.of(funds.book(actor, id, body));
    }

    @PostMapping("/{id}/funds/{movement}/reversal")
    ProjectJson.Funds reverse(
            Actor actor, @PathVariable UUID id, @PathVariable UUID movement, @RequestBody Reason body) {
        return ProjectJson.Funds.of(funds.reverse(actor, id, movement, body.reason()));
    }

    @PostMapping("/{id}/products")
    Product product(Actor actor, @PathVariable UUID id, @RequestBody NewProduct body) {
        return parts.addProduct(actor, id, body);
    }

    @PostMapping("/{id}/acceptances")
    Acceptance accept(Actor actor, @PathVariable UUID id, @RequestBody NewAcceptance body) {
        return acceptances.hold(actor, id, body);
    }

    @PostMapping("/{id}/defects")
    Defect report(Actor actor, @PathVariable UUID id, @RequestBody Report body) {
        return acceptances.report(actor, id, body.words(), body.due());
    }

    @PostMapping("/{id}/defects/{defect}/repair")
    ProjectJson.Story mend(Actor actor, @PathVariable UUID id, @PathVariable UUID defect, @RequestBody Repair body) {
        acceptances.mend(actor, id, defect, body.on(), body.repair());
        return get(id);
    }

    @PostMapping("/{id}/evaluation")
    ProjectJson.Story evaluate(Actor actor, @PathVariable UUID id, @RequestBody NewEvaluation body) {
        acceptances.evaluate(actor, id, body);
        return get(id);
    }
}
