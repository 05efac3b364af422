package org.zhuxi.request;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;
import org.zhuxi.request.RequestStep.Kind;
import org.zhuxi.request.internal.MoveStore;
import org.zhuxi.request.internal.ReporterStore;
import org.zhuxi.request.internal.RequestGate;
import org.zhuxi.request.internal.RequestMoves;
import org.zhuxi.request.internal.RequestStore;

/** What staff does with requests: looks, dispatches, answers, notes, merges, lets everybody read. */
@Service
public class RequestDesk {

    /** States into which nothing is moved without a word to the reporter. */
    public static final Set<RequestState> EXPLAINED = Set.copyOf(EnumSet.of(
            RequestState.RECEIVED,
            RequestState.HANDED_OVER,
            RequestState.ANSWERED,
            RequestState.REFUSED,
            RequestState.REOPENED));

    private static final int OFFICE = 100;
    private static final int USERNAME = 100;

    private final RequestStore store;
    private final MoveStore changes;
    private final ReporterStore reporters;
    private final Requests requests;
    private final Accounts accounts;
    private final RequestMoves moves;
    private final RequestGate gate;

    RequestDesk(
            RequestStore store,
            MoveStore changes,
            ReporterStore reporters,
            Requests requests,
            Accounts accounts,
            RequestMoves moves,
            RequestGate gate) {
        this.store = store;
        this.changes = changes;
        this.reporters = reporters;
        this.requests = requests;
        this.accounts = accounts;
        this.moves = moves;
        this.gate = gate;
    }

    /** Requests at or below a place with their words, the latest first. */
    @Transactional(readOnly = true)
    public Slice<ServiceRequest> list(
            Actor actor, PlacePath at, RequestFilter filter, int limit, @Nullable UUID after) {
        actor.require(RequestPermissions.HANDLE, at);
        return Slice.of(
                store.list(at, filter, gate.today(), true, limit + 1, after),
                limit,
                it -> it.id().toString());
    }

    /** Everything about a request, private notes too. */
    @Transactional(readOnly = true)
    public RequestStory story(Actor actor, UUID id) {
        return requests.story(gate.get(actor, RequestPermissions.HANDLE, id), false);
    }

    /** Who reported it; the look is kept in the audit when somebody is known. */
    @Transactional
    public Reporter reporter(Actor actor, UUID id) {
        var request = gate.get(actor, RequestPermissions.HANDLE, id);
        var reporter = reporters.find(request).orElse(Reporter.NOBODY);
        if (reporter.isKnown()) {
            gate.audit(actor, "request.reporter", id, request.path(), "");
        }
        return reporter;
    }

    /**
     * Moves a request on.
     *
     * @param words what the reporter and everybody is told
     * @param office who does it; blank leaves it as it is
     * @throws RequestRefused.NoWay when it cannot go there
     */
    @Transactional
    public ServiceRequest move(
            Actor actor, UUID id, @Nullable RequestState to, @Nullable String words, @Nullable String office) {
        var request = gate.open(actor, RequestPermissions.HANDLE, id);
        var target = Typed.required("to", to);
        if (!request.state().next().contains(target)) {
            throw new RequestRefused.NoWay(request.state());
        }
        var isUnreached = request.state() == RequestState.ANSWERED && target == RequestState.CLOSED;
        var said = EXPLAINED.contains(target) || isUnreached
                ? Typed.words("words", words, ServiceRequest.STEP)
                : Typed.optional("words", words, ServiceRequest.STEP);
        var doer = Typed.optional("office", office, OFFICE);
        if (!doer.isEmpty()) {
            changes.office(request, doer);
        }
        moves.move(actor, request, target);
        gate.step(request, Kind.MOVED, target, said, true, actor.account());
        gate.audit(actor, "request.moved", id, request.path(), request.state() + " → " + target);
        return gate.get(id);
    }

    /** Makes somebody responsible who works on requests there; blank makes it nobody's. */
    @Transactional
    public void assign(Actor actor, UUID id, @Nullable String username) {
        var request = gate.open(actor, RequestPermissions.HANDLE, id);
        var name = Typed.optional("assignee", username, USERNAME);
        var assignee = name.isEmpty() ? null : colleague(request, name);
        changes.assign(request, assignee == null ? null : assignee.account());
        var said = assignee == null ? "" : assignee.name();
        gate.step(request, Kind.ASSIGNED, null, said, false, actor.account());
        gate.audit(actor, "request.assigned", id, request.path(), "");
    }

    private Actor colleague(ServiceRequest request, String username) {
        try {
            var found = accounts.actorOf(username);
            if (found.may(RequestPermissions.HANDLE, request.path())) {
                return found;
            }
        } catch (Refused none) {
            throw new RequestRefused.NoColleague();
        }
        throw new RequestRefused.NoColleague();
    }

    /** A note that only staff reads. */
    @Transactional
    public void note(Actor actor, UUID id, @Nullable String words) {
        var request = gate.open(actor, RequestPermissions.HANDLE, id);
        var said = Typed.words("note", words, ServiceRequest.STEP);
        gate.step(request, Kind.NOTED, null, said, false, actor.account());
    }

    /**
     * Merges a request into another one about the same; who reported it is told of the other one from now on.
     *
     * @throws RequestRefused.NoMerge when there is no such other one
     */
    @Transactional
    public void merge(Actor actor, UUID id, @Nullable UUID into) {
        var request = gate.open(actor, RequestPermissions.HANDLE, id);
        var other = store.find(Typed.required("into", into))
                .filter(it -> it.community().equals(request.community()))
                .filter(it -> !it.id().equals(id) && it.mergedInto() == null)
                .filter(it -> actor.may(RequestPermissions.HANDLE, it.path()))
                .orElseThrow(RequestRefused.NoMerge::new);
        if (!request.state().isOwed()) {
            throw new RequestRefused.NoWay(request.state());
        }
        moves.merge(actor, request, other);
        gate.audit(actor, "request.merged", id, request.path(), other.id().toString());
    }

    /** Says that somebody was reached on the telephone number that was left. */
    @Transactional
    public void verifyPhone(Actor actor, UUID id) {
        var request = gate.open(actor, RequestPermissions.HANDLE, id);
        if (reporters.verify(request, actor.account(), gate.now())) {
            gate.step(request, Kind.VERIFIED, null, "", false, actor.account());
            gate.audit(actor, "request.phone-verified", id, request.path(), "");
        }
    }

    /** Lets everybody read these words; blank takes them away again. Whoever releases has looked that they name nobody. */
    @Transactional
    public void release(Actor actor, UUID id, @Nullable String words) {
        var request = gate.open(actor, RequestPermissions.RELEASE, id);
        var shown = Typed.optional("publicWords", words, ServiceRequest.WORDS);
        changes.publish(request, shown.isEmpty() ? null : shown);
        gate.step(request, Kind.RELEASED, null, "", false, actor.account());
        gate.audit(actor, "request.released", id, request.path(), shown.length() + " characters");
    }

    /** How many requests at or below a place are owed; or only those a higher level watches. */
    @Transactional(readOnly = true)
    public long countOwed(PlacePath at, boolean escalated) {
        return store.countOwed(at, escalated);
    }
}
