package org.zhuxi.request.patrol;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.Act;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.request.NewRequest;
import org.zhuxi.request.RequestRefused;
import org.zhuxi.request.RequestSource;
import org.zhuxi.request.Requests;
import org.zhuxi.request.internal.Acts;
import org.zhuxi.request.internal.Placing;
import org.zhuxi.request.internal.RequestGate;
import org.zhuxi.request.internal.patrol.PatrolStore;
import org.zhuxi.request.patrol.Patrol.Result;
import org.zhuxi.request.patrol.Patrol.Visit;

/** Routes along plates, and the patrols that walk them; what is found becomes a request. */
@Service
public class Patrols {

    private static final int NAME = 100;
    private static final int WORDS = 300;
    private static final int MOST_DAYS = 366;

    private final PatrolStore store;
    private final Requests requests;
    private final Acts acts;
    private final Places places;
    private final Placing placing;
    private final RequestGate gate;

    Patrols(PatrolStore store, Requests requests, Acts acts, Places places, Placing placing, RequestGate gate) {
        this.store = store;
        this.requests = requests;
        this.acts = acts;
        this.places = places;
        this.placing = placing;
        this.gate = gate;
    }

    /**
     * Lays a route. The same id again is answered with what is there.
     *
     * @param checkpoints codes of buildings and sites, or plates, in order
     */
    @Transactional
    public Route lay(
            Actor actor,
            UUID id,
            @Nullable String place,
            @Nullable Names name,
            long everyDays,
            List<String> checkpoints,
            Origin origin) {
        var at = places.findByCode(Typed.words("place", place, 60))
                .filter(found -> found.community() != null)
                .orElseThrow(RequestRefused.NoPlace::new);
        actor.require(PatrolPermissions.PLAN, at.path());
        var known = store.findRoute(id);
        if (known.isPresent()) {
            return known.get();
        }
        var typed = Typed.required("nameZh", name);
        var route = new Route(
                Objects.requireNonNull(at.community()),
                id,
                at.code(),
                at.path(),
                Typed.names("name", typed.zh(), typed.en(), NAME),
                (int) Typed.within("everyDays", everyDays, 1, MOST_DAYS),
                read(at, checkpoints),
                null,
                origin);
        store.insert(route, actor.account(), gate.now());
        gate.audit(actor, "patrol.laid", id, at.path(), route.checkpoints().size() + " checkpoints");
        return route;
    }

    private List<String> read(Place at, List<String> typed) {
        var lines = typed.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty() || lines.size() > Route.CHECKPOINTS) {
            throw new PatrolRefused.WrongNumber(Route.CHECKPOINTS);
        }
        var codes = new java.util.ArrayList<String>();
        for (var line : lines) {
            codes.add(checkpoint(at, line, codes.size() + 1));
        }
        if (new HashSet<>(codes).size() < codes.size()) {
            throw new PatrolRefused.WrongCheckpoint(codes.size());
        }
        return codes;
    }

    private String checkpoint(Place at, String line, int number) {
        try {
            var found = placing.get(line);
            if (at.path().contains(found.path())) {
                return found.code();
            }
        } catch (Refused unknown) {
            throw new PatrolRefused.WrongCheckpoint(number);
        }
        throw new PatrolRefused.WrongCheckpoint(number);
    }

    /** Takes a route out of use. */
    @Transactional
    public void end(Actor actor, UUID id) {
        var route = route(id);
        actor.require(PatrolPermissions.PLAN, route.path());
        store.end(route, gate.now());
        gate.audit(actor, "patrol.ended", id, route.path(), "");
    }

    /** Routes in use at or below a place, the latest first. */
    @Transactional(readOnly = true)
    public Slice<Route> routes(Actor actor, PlacePath at, int limit, @Nullable UUID after) {
        actor.require(PatrolPermissions.WALK, at);
        return Slice.of(store.routes(at, limit + 1, after), limit, it -> it.id().toString());
    }

    /** A route, for those who walk there. */
    @Transactional(readOnly = true)
    public Route route(Actor actor, UUID id) {
        var route = route(id);
        actor.require(PatrolPermissions.WALK, route.path());
        return route;
    }

    private Route route(UUID id) {
        return store.findRoute(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** The last patrols of a route, the latest first. */
    @Transactional(readOnly = true)
    public List<Patrol> patrols(Actor actor, UUID route, int limit) {
        return store.patrols(route(actor, route), limit);
    }

    /** Begins to walk. The same id again is answered with what is there. */
    @Transactional
    public Patrol begin(Actor actor, UUID id, UUID route, Origin origin) {
        var along = route(actor, route);
        store.insert(new Patrol(along.community(), id, route, actor.account(), gate.now(), null, List.of(), origin));
        return get(actor, id);
    }

    /** A patrol, for those who walk there. */
    @Transactional(readOnly = true)
    public Patrol get(Actor actor, UUID id) {
        var patrol = store.findPatrol(id).orElseThrow(() -> new Refused.NotFound(id));
        route(actor, patrol.route());
        return patrol;
    }

    /**
     * Says what was found at a checkpoint; again it replaces nothing. A finding becomes a request.
     *
     * @param plate what was scanned there, or blank
     */
    @Transactional
    public Patrol visit(
            Actor actor,
            UUID id,
            int number,
            @Nullable Result result,
            @Nullable String plate,
            @Nullable String service,
            @Nullable String words,
            @Nullable Map<String, List<String>> answers) {
        var patrol = open(actor, id);
        var route = route(actor, patrol.route());
        var what = Typed.required("result", result);
        if (number < 1 || number > route.checkpoints().size()) {
            throw new Refused.NotFound(number);
        }
        if (patrol.hasVisited(number)) {
            return patrol;
        }
        var at = route.checkpoints().get(number - 1);
        var scanned = !Typed.text(plate).isEmpty();
        if (scanned && !placing.get(plate).code().equals(at)) {
            throw new PatrolRefused.OtherPlate();
        }
        var request = what == Result.FINDING ? report(actor, patrol, number, at, service, words, answers) : null;
        store.insert(
                patrol, new Visit(number, what, scanned, Typed.optional("words", words, WORDS), request, gate.now()));
        return get(actor, id);
    }

    private UUID report(
            Actor actor,
            Patrol patrol,
            int number,
            String at,
            @Nullable String service,
            @Nullable String words,
            @Nullable Map<String, List<String>> answers) {
        var typed = new NewRequest(
                Ids.derived(patrol.id(), "finding/" + number),
                null,
                at,
                service,
                Typed.words("words", words, WORDS),
                "",
                null,
                "",
                answers,
                RequestSource.PATROL,
                true);
        return requests.report(actor, typed, patrol.origin()).id();
    }

    /** Ends a patrol, which becomes a record. @throws PatrolRefused.Unfinished while checkpoints are missing */
    @Transactional
    public Patrol finish(Actor actor, UUID id) {
        var patrol = open(actor, id);
        var route = route(actor, patrol.route());
        var missing = route.checkpoints().size() - patrol.visits().size();
        if (missing > 0) {
            throw new PatrolRefused.Unfinished(missing);
        }
        store.finish(patrol, gate.now(), gate.today());
        gate.note(patrol.community(), gate.today());
        var minutes = Math.max(1, Duration.between(patrol.begunAt(), gate.now()).toMinutes());
        var findings = patrol.visits().stream()
                .filter(visit -> visit.result() == Result.FINDING)
                .count();
        acts.keep(new Act(
                patrol.community(),
                id,
                "patrol.done",
                0,
                route.place(),
                gate.now(),
                actor.account(),
                "patrols=1 1;duration=" + Math.min(minutes, 720) + " min;findings=" + findings + " 1",
                patrol.origin()));
        gate.audit(actor, "patrol.done", id, route.path(), findings + " findings");
        return get(actor, id);
    }

    private Patrol open(Actor actor, UUID id) {
        var patrol = get(actor, id);
        if (patrol.endedAt() != null || !patrol.by().equals(actor.account())) {
            throw new PatrolRefused.NotOpen();
        }
        return patrol;
    }
}
