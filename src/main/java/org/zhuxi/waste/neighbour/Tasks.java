package org.zhuxi.waste.neighbour;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.neighbour.TaskStore;

/**
 * Tasks for the young: taken by a household for a child known by a nickname, done, looked at by somebody of the community, and
 * then a record of the kind {@code waste.task} with its points.
 */
@Service
public class Tasks {

    public static final String KIND = "waste.task";

    private static final int LONGEST_NICKNAME = 20;
    private static final int LONGEST_WORDS = 300;
    private static final int LONGEST_REASON = 200;
    private static final int MOST_OPEN = 3;
    private static final int SHOWN = 50;

    private final TaskTemplates templates;
    private final TaskStore store;
    private final Activities activities;
    private final Places places;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Tasks(
            TaskTemplates templates,
            TaskStore store,
            Activities activities,
            Places places,
            TransactionOperations transactions,
            Clock clock,
            ApplicationEventPublisher events) {
        this.templates = templates;
        this.store = store;
        this.activities = activities;
        this.places = places;
        this.transactions = transactions;
        this.clock = clock;
        this.events = events;
    }

    /** Takes a task for a child of one's own household; at most three are open at a time. */
    @Transactional
    public void take(Actor actor, UUID id, HouseholdRef household, String template, String nickname, Origin origin) {
        requireOwn(actor, household, ActivityPermissions.FILE_OWN);
        require(templates.find(template).isPresent(), "template", "task-unknown", template);
        var called = nickname.strip();
        var isGood = !called.isEmpty() && called.length() <= LONGEST_NICKNAME && called.indexOf('\0') < 0;
        require(isGood, "nickname", "task-nickname", LONGEST_NICKNAME);
        var open = store.ofHousehold(household, SHOWN).stream().filter(Task::isOpen);
        require(open.count() < MOST_OPEN, "template", "task-too-many", MOST_OPEN);
        var task = new Task(
                id, household, template, called, Task.State.TAKEN, "", actor.account(), clock.instant(), null, "");
        store.insert(task, origin);
    }

    /** Says that a task is done, and what there is to tell about it. */
    @Transactional
    public void finish(Actor actor, UUID id, String words) {
        var task = own(actor, id);
        var told = words.strip();
        var isGood = !told.isEmpty() && told.length() <= LONGEST_WORDS && told.indexOf('\0') < 0;
        require(isGood, "words", "task-words", LONGEST_WORDS);
        move(task, Task.State.DONE, told);
    }

    /** Gives a task up; nothing is lost by it. */
    @Transactional
    public void giveUp(Actor actor, UUID id) {
        var task = own(actor, id);
        move(task, Task.State.GIVEN_UP, task.words());
    }

    private void move(Task task, Task.State state, String words) {
        if (!store.move(task, state, words, clock.instant())) {
            throw new NeighbourRefused.TaskMoved();
        }
    }

    /** A household's own tasks, the latest first. */
    @Transactional(readOnly = true)
    public List<Task> ofHousehold(Actor actor, HouseholdRef household) {
        requireOwn(actor, household, ActivityPermissions.READ_OWN);
        return store.ofHousehold(household, SHOWN);
    }

    /** What waits to be looked at, the oldest first; audited. */
    @Transactional
    public List<Task> waiting(Actor actor, CommunityId community) {
        var path = checked(actor, community);
        var waiting = store.waiting(community, SHOWN);
        if (!waiting.isEmpty()) {
            events.publishEvent(new Audited(actor, "task.list", path.value(), path, waiting.size() + " tasks"));
        }
        return waiting;
    }

    /** How many wait to be looked at in the communities of an actor; a number only, therefore not audited. */
    @Transactional(readOnly = true)
    public long countWaiting(Actor actor) {
        return store.countWaiting(places.communitiesOf(actor, NeighbourPermissions.CHECK_TASKS));
    }

    /** Accepts a task, which files its record; not to be called inside a transaction. Not by whoever took it. */
    public void accept(Actor actor, UUID id) {
        var task = toDecide(actor, id);
        var credit = templates.find(task.template()).map(TaskTemplate::credit).orElse(1);
        var outcome =
                activities.record(actor, List.of(submission(task, credit))).getFirst();
        if (outcome.problem() != null) {
            throw new WasteRefused.RecordRefused(outcome.problem());
        }
        transactions.executeWithoutResult(status -> decide(actor, task, Task.State.ACCEPTED, ""));
    }

    /** Gives a task back with a kind word about what is missing. */
    @Transactional
    public void giveBack(Actor actor, UUID id, String reason) {
        var task = toDecide(actor, id);
        var words = reason.strip();
        var isGood = !words.isEmpty() && words.length() <= LONGEST_REASON && words.indexOf('\0') < 0;
        require(isGood, "reason", "task-reason", LONGEST_REASON);
        decide(actor, task, Task.State.RETURNED, words);
    }

    private void decide(Actor actor, Task task, Task.State state, String reason) {
        if (!store.decide(task, state, reason, actor.account(), clock.instant())) {
            throw new NeighbourRefused.TaskMoved();
        }
        var path = places.getCommunity(task.household().community()).path();
        events.publishEvent(new Audited(actor, "task.decided", task.id().toString(), path, state.name()));
    }

    private Task toDecide(Actor actor, UUID id) {
        var task = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        checked(actor, task.household().community());
        if (task.takenBy().equals(actor.accountId()) || actor.belongsTo(task.household())) {
            throw new NeighbourRefused.OwnTask();
        }
        if (task.state() != Task.State.DONE) {
            throw new NeighbourRefused.TaskMoved();
        }
        return task;
    }

    private Submission submission(Task task, int credit) {
        var doneAt = task.doneAt();
        return new Submission(
                Ids.derived(task.id(), "task"),
                KIND,
                places.getCommunity(task.household().community()).code(),
                task.household().id(),
                null,
                doneAt == null ? task.takenAt() : doneAt,
                Map.of(
                        "tasks", new Measured(BigDecimal.ONE, "1"),
                        "credit", new Measured(BigDecimal.valueOf(credit), "1")),
                null,
                null,
                List.of(),
                null);
    }

    private Task own(Actor actor, UUID id) {
        var task = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        requireOwn(actor, task.household(), ActivityPermissions.FILE_OWN);
        return task;
    }

    private static void requireOwn(Actor actor, HouseholdRef household, Permission permission) {
        if (!actor.isSignedIn() || !actor.belongsTo(household)) {
            throw new Refused.NotFound(household.id());
        }
        if (!actor.actsFor(household, permission.scope())) {
            throw new Refused.Forbidden(permission.code());
        }
    }

    private PlacePath checked(Actor actor, CommunityId community) {
        var path = places.getCommunity(community).path();
        actor.require(NeighbourPermissions.CHECK_TASKS, path);
        return path;
    }

    private static void require(boolean kept, String field, String slug, Object... arguments) {
        if (!kept) {
            throw new WasteRefused.Unreadable(field, slug, arguments);
        }
    }
}
