package org.zhuxi.project;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.project.internal.AcceptanceStore;
import org.zhuxi.project.internal.FundStore;
import org.zhuxi.project.internal.Gate;
import org.zhuxi.project.internal.Noting;
import org.zhuxi.project.internal.PartStore;
import org.zhuxi.project.internal.ProjectStore;
import org.zhuxi.project.internal.TalkStore;
import org.zhuxi.project.internal.Texts;
import org.zhuxi.project.internal.WorksPointStore;

/** Projects that improve a place: proposed, found again, and all that is known of one. Everybody may read them. */
@Service
public class Projects {

    private final ProjectStore store;
    private final FundStore funds;
    private final TalkStore talks;
    private final PartStore parts;
    private final AcceptanceStore acceptances;
    private final WorksPointStore points;
    private final ProjectTypes types;
    private final Places places;
    private final Noting noting;
    private final Gate gate;

    Projects(
            ProjectStore store,
            FundStore funds,
            TalkStore talks,
            PartStore parts,
            AcceptanceStore acceptances,
            WorksPointStore points,
            ProjectTypes types,
            Places places,
            Noting noting,
            Gate gate) {
        this.store = store;
        this.funds = funds;
        this.talks = talks;
        this.parts = parts;
        this.acceptances = acceptances;
        this.points = points;
        this.types = types;
        this.places = places;
        this.noting = noting;
        this.gate = gate;
    }

    /**
     * Proposes a project. The same id with the same title again is answered with what is there.
     *
     * @throws ProjectRefused when a field is wrong or the id was used for another project
     */
    @Transactional
    public Project propose(Actor actor, UUID id, NewProject typed, Origin origin) {
        return insert(actor, proposed(actor, id, typed, origin), gate.today());
    }

    /** What would be proposed; changes nothing. */
    @Transactional(readOnly = true)
    public Project proposed(Actor actor, UUID id, NewProject typed, Origin origin) {
        var place = place(typed.place());
        actor.require(ProjectPermissions.MANAGE, place.path());
        var problem = Texts.names("problem", typed.problem(), NewProject.WORDS);
        return fresh(actor, id, place, typed, problem, ProjectStage.PROPOSED, origin);
    }

    /** Takes over a project of earlier days from a document; what the document does not give stays empty. */
    @Transactional
    public Project takeOver(Actor actor, UUID id, EarlierProject earlier, Origin origin) {
        var project = takenOver(actor, id, earlier, origin);
        noting.note(project.community(), earlier.acceptedOn() == null ? gate.today() : earlier.acceptedOn());
        var isKnown = store.find(id).isPresent();
        var kept = insert(actor, project, earlier.acceptedOn() == null ? gate.today() : earlier.acceptedOn());
        if (!isKnown) {
            var sheet = FundSheet.of(List.of());
            for (var movement : earlier.funds()) {
                sheet = sheet.plus(movement);
                funds.insert(kept, movement, actor.account(), gate.now());
            }
        }
        return kept;
    }

    /** What would be taken over; changes nothing. */
    @Transactional(readOnly = true)
    public Project takenOver(Actor actor, UUID id, EarlierProject earlier, Origin origin) {
        var typed = earlier.project();
        var place = place(typed.place());
        actor.require(ProjectPermissions.TAKE_OVER, place.path());
        var problem = Texts.optionalNames("problem", typed.problem(), NewProject.WORDS);
        var plain = fresh(actor, id, place, typed, problem, earlier.stage(), origin);
        return new Project(
                plain.community(),
                id,
                plain.place(),
                plain.path(),
                plain.type(),
                plain.title(),
                plain.problem(),
                plain.oldEstate(),
                earlier.stage(),
                null,
                earlier.plan(),
                earlier.startedOn(),
                earlier.acceptedOn(),
                earlier.doneQuantity(),
                null,
                Texts.required("source", earlier.source(), NewProject.SHORT),
                actor.account(),
                gate.now(),
                origin);
    }

    /** Whether a project of that place and title is there. */
    @Transactional(readOnly = true)
    public boolean isTitled(Project project) {
        return store.isTitled(project);
    }

    private Place place(@Nullable String code) {
        return places.findByCode(Texts.required("place", code, NewProject.SHORT))
                .filter(place -> place.kind() != PlaceKind.DWELLING)
                .orElseThrow(ProjectRefused.NoPlace::new);
    }

    private Project fresh(
            Actor actor, UUID id, Place place, NewProject typed, Names problem, ProjectStage stage, Origin origin) {
        var type = types.get(Texts.required("type", typed.type(), NewProject.SHORT));
        var community = place.community();
        return new Project(
                community == null ? 0 : community.value(),
                id,
                place.code(),
                place.path(),
                type.code(),
                Texts.names("title", typed.title(), NewProject.TITLE),
                problem,
                Boolean.TRUE.equals(typed.oldEstate()),
                stage,
                null,
                ProjectPlan.NOTHING,
                null,
                null,
                null,
                null,
                "",
                actor.account(),
                gate.now(),
                origin);
    }

    private Project insert(Actor actor, Project project, LocalDate on) {
        var known = store.find(project.id());
        if (known.isPresent()) {
            return same(known.get(), project);
        }
        if (!store.insert(project)) {
            throw new ProjectRefused.Conflict(project.id());
        }
        store.insertStep(project, new ProjectStep(null, project.stage(), on, "", actor.account(), gate.now()));
        gate.audit(actor, "proposed", project, project.title().zh());
        return project;
    }

    private static Project same(Project known, Project again) {
        if (!known.title().equals(again.title()) || !known.path().equals(again.path())) {
            throw new ProjectRefused.Conflict(again.id());
        }
        return known;
    }

    /** A project. @throws org.zhuxi.kernel.Refused.NotFound when there is none */
    @Transactional(readOnly = true)
    public Project get(UUID id) {
        return gate.get(id);
    }

    /** All that is known of a project. */
    @Transactional(readOnly = true)
    public ProjectStory story(UUID id) {
        var project = gate.get(id);
        return new ProjectStory(
                project,
                store.steps(project),
                talks.list(project),
                funds.sheet(project),
                parts.products(project),
                acceptances.acceptances(project),
                acceptances.defects(project),
                acceptances.evaluation(project).orElse(null),
                parts.files(project),
                points.list(project));
    }

    /** Projects at or below a place, the latest first. @param after id of the last one seen, or null */
    @Transactional(readOnly = true)
    public Slice<Project> list(PlacePath at, ProjectFilter filter, int limit, @Nullable UUID after) {
        return Slice.of(
                store.list(at, filter, gate.today(), limit + 1, after),
                limit,
                project -> project.id().toString());
    }

    /** How many projects at or below a place are in which stage; stages without any are missing. */
    @Transactional(readOnly = true)
    public Map<ProjectStage, Long> count(PlacePath at) {
        var counts = new EnumMap<ProjectStage, Long>(ProjectStage.class);
        store.count(at).forEach(row -> counts.put(row.stage(), row.projects()));
        return counts;
    }
}
