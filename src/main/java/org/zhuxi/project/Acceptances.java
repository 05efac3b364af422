package org.zhuxi.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.project.internal.AcceptanceStore;
import org.zhuxi.project.internal.Gate;
import org.zhuxi.project.internal.Noting;
import org.zhuxi.project.internal.ProjectStore;
import org.zhuxi.project.internal.Texts;

/** Finds works right or not, mends what is not, and tells what became of them; never by whoever ran them. */
@Service
public class Acceptances {

    private static final int MOST_DEFECTS = 100;
    private static final int DAYS_TO_MEND = 30;

    private final ProjectStore projects;
    private final AcceptanceStore store;
    private final Indicators indicators;
    private final Noting noting;
    private final Gate gate;

    Acceptances(ProjectStore projects, AcceptanceStore store, Indicators indicators, Noting noting, Gate gate) {
        this.projects = projects;
        this.store = store;
        this.indicators = indicators;
        this.noting = noting;
        this.gate = gate;
    }

    /**
     * Records an acceptance. One that does not pass names what has to be mended; one that passes names nothing, and nothing
     * is open.
     *
     * @throws ProjectRefused.OwnWorks for whoever began the works
     */
    @Transactional
    public Acceptance hold(Actor actor, UUID project, NewAcceptance typed) {
        var found = others(actor, project);
        if (found.stage() != ProjectStage.IN_WORKS) {
            throw new ProjectRefused.WrongStage(found.stage());
        }
        var on = gate.past("heldOn", Texts.required("heldOn", typed.heldOn()));
        if (on.isBefore(Objects.requireNonNullElse(found.startedOn(), on))) {
            throw new ProjectRefused.WrongDay("heldOn");
        }
        var passed = Texts.required("passed", typed.passed());
        var acceptance =
                new Acceptance(Ids.next(), on, passed, Texts.optional("words", typed.words(), NewProject.WORDS));
        var defects = defects(typed, on);
        if (passed != defects.isEmpty()) {
            throw new ProjectRefused.DefectsUnclear();
        }
        store.insert(found, acceptance, actor.account(), gate.now());
        if (passed) {
            accept(actor, found, on, typed);
        } else {
            store.insertDefects(found, acceptance.id(), defects, actor.account(), gate.now());
        }
        noting.note(found.community(), on);
        gate.audit(actor, passed ? "accepted" : "not-accepted", found, String.valueOf(defects.size()));
        return acceptance;
    }

    private Project others(Actor actor, UUID project) {
        var found = gate.open(actor, ProjectPermissions.ACCEPT, project);
        if (actor.account().equals(found.runBy())) {
            throw new ProjectRefused.OwnWorks();
        }
        return found;
    }

    private static List<Defect> defects(NewAcceptance typed, LocalDate on) {
        var words = Objects.requireNonNullElse(typed.defects(), List.<String>of()).stream()
                .filter(it -> !it.isBlank())
                .map(it -> Texts.required("defects", it, NewProject.SHORT))
                .toList();
        if (words.size() > MOST_DEFECTS) {
            throw new ProjectRefused.TooLong("defects", MOST_DEFECTS);
        }
        var due = Objects.requireNonNullElse(typed.defectsDue(), on.plusDays(DAYS_TO_MEND));
        if (due.isBefore(on)) {
            throw new ProjectRefused.WrongDay("defectsDue");
        }
        return words.stream()
                .map(it -> new Defect(Ids.next(), false, it, due, null, ""))
                .toList();
    }

    private void accept(Actor actor, Project project, LocalDate on, NewAcceptance typed) {
        var open = store.defects(project).stream().filter(Defect::isOpen).count();
        if (open > 0) {
            throw new ProjectRefused.DefectsOpen(open);
        }
        var done = Texts.quantity("doneQuantity", typed.doneQuantity());
        projects.update(
                Changed.accepted(project, on, done == null ? project.plan().quantity() : done));
        projects.insertStep(
                project,
                new ProjectStep(ProjectStage.IN_WORKS, ProjectStage.ACCEPTED, on, "", actor.account(), gate.now()));
    }

    /** Says that a defect has been mended. */
    @Transactional
    public void mend(Actor actor, UUID project, UUID defect, @Nullable LocalDate on, @Nullable String repair) {
        var found = gate.open(actor, ProjectPermissions.MANAGE, project);
        if (store.defects(found).stream().noneMatch(it -> it.id().equals(defect))) {
            throw new Refused.NotFound(defect);
        }
        var words = Texts.required("repair", repair, NewProject.SHORT);
        if (!store.fix(found, defect, gate.past("on", on), words, actor.account())) {
            throw new ProjectRefused.Mended();
        }
        gate.audit(actor, "mended", found, words);
    }

    /** Reports what broke within the warranty. */
    @Transactional
    public Defect report(Actor actor, UUID project, @Nullable String words, @Nullable LocalDate due) {
        var found = gate.open(actor, ProjectPermissions.MANAGE, project);
        var until = found.warrantyUntil();
        var today = gate.today();
        if (until == null || today.isAfter(until)) {
            throw new ProjectRefused.NoWarranty();
        }
        if (due != null && due.isBefore(today)) {
            throw new ProjectRefused.WrongDay("due");
        }
        var defect = new Defect(
                Ids.next(),
                true,
                Texts.required("words", words, NewProject.SHORT),
                Objects.requireNonNullElse(due, today.plusDays(DAYS_TO_MEND)),
                null,
                "");
        store.insertDefects(found, null, List.of(defect), actor.account(), gate.now());
        gate.audit(actor, "warranty", found, defect.words());
        return defect;
    }

    /** Tells what became of an accepted project; once. */
    @Transactional
    public Evaluation evaluate(Actor actor, UUID project, NewEvaluation typed) {
        var found = others(actor, project);
        if (found.stage() != ProjectStage.ACCEPTED) {
            throw new ProjectRefused.WrongStage(found.stage());
        }
        var indicator = Texts.optional("indicator", typed.indicator(), NewProject.SHORT);
        var isMeasured = !indicator.isEmpty();
        if (isMeasured && indicators.list("").stream().noneMatch(it -> it.code().equals(indicator))) {
            throw new ProjectRefused.NoIndicator();
        }
        var evaluation = new Evaluation(
                gate.past("heldOn", typed.heldOn()),
                Texts.count("satisfied", typed.satisfied()),
                Texts.count("neutral", typed.neutral()),
                Texts.count("dissatisfied", typed.dissatisfied()),
                Texts.names("words", typed.words(), NewProject.WORDS),
                isMeasured ? indicator : null,
                isMeasured ? period("before", typed.before()) : null,
                isMeasured ? period("after", typed.after()) : null);
        store.insert(found, evaluation, actor.account(), gate.now());
        projects.update(Changed.to(found, ProjectStage.EVALUATED));
        projects.insertStep(
                found,
                new ProjectStep(
                        ProjectStage.ACCEPTED,
                        ProjectStage.EVALUATED,
                        evaluation.heldOn(),
                        "",
                        actor.account(),
                        gate.now()));
        gate.audit(actor, "evaluated", found, evaluation.asked() + " asked");
        return evaluation;
    }

    private static String period(String field, @Nullable String typed) {
        return ReportPeriod.parse(typed)
                .map(ReportPeriod::code)
                .orElseThrow(() -> new ProjectRefused.Unreadable(field));
    }
}
