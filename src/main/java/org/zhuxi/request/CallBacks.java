package org.zhuxi.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.request.RequestStep.Kind;
import org.zhuxi.request.internal.MoveStore;
import org.zhuxi.request.internal.RequestGate;
import org.zhuxi.request.internal.RequestMoves;
import org.zhuxi.request.internal.RequestStore;
import org.zhuxi.request.internal.TrackingCode;

/** The reporter's say: by the code of the report, without an account, or asked by staff who did not answer it. */
@Service
public class CallBacks {

    private final RequestStore store;
    private final Requests requests;
    private final MoveStore changes;
    private final RequestMoves moves;
    private final RequestGate gate;

    CallBacks(RequestStore store, Requests requests, MoveStore changes, RequestMoves moves, RequestGate gate) {
        this.store = store;
        this.requests = requests;
        this.changes = changes;
        this.moves = moves;
        this.gate = gate;
    }

    /** The request this code opens, with what its reporter may read. @throws Refused.NotFound when there is none */
    @Transactional(readOnly = true)
    public RequestStory track(String code) {
        return requests.story(find(code), true);
    }

    private ServiceRequest find(String code) {
        return TrackingCode.parse(code)
                .flatMap(store::findByCode)
                .orElseThrow(() -> new Refused.NotFound(code.length() > 40 ? "" : code));
    }

    /**
     * The reporter says whether it is resolved; what is not is opened again.
     *
     * @throws RequestRefused.NoWay when it is not answered
     */
    @Transactional
    public void say(
            String code, @Nullable Boolean resolved, @Nullable Satisfaction satisfaction, @Nullable String words) {
        var request = gate.lock(find(code));
        requireAnswered(request);
        var isResolved = Typed.required("resolved", resolved);
        var said = Typed.optional("words", words, ServiceRequest.STEP);
        var to = moves.callBack(request, isResolved, satisfaction, null);
        gate.step(request, Kind.CALLED_BACK, to, "", true, null);
        if (!said.isEmpty()) {
            gate.step(request, Kind.ADDED, null, said, false, null);
        }
    }

    /**
     * Staff called back.
     *
     * @param resolved what the reporter said; null when nobody was reached
     * @throws RequestRefused.OwnAnswer for whoever answered it
     */
    @Transactional
    public void record(
            Actor actor,
            UUID id,
            @Nullable Boolean resolved,
            @Nullable Satisfaction satisfaction,
            @Nullable String words) {
        var request = gate.open(actor, RequestPermissions.CALL_BACK, id);
        requireAnswered(request);
        if (actor.account().equals(request.answeredBy())) {
            throw new RequestRefused.OwnAnswer();
        }
        var said = resolved == null
                ? Typed.words("words", words, ServiceRequest.STEP)
                : Typed.optional("words", words, ServiceRequest.STEP);
        var to = moves.callBack(request, resolved, resolved == null ? null : satisfaction, actor);
        gate.step(request, Kind.CALLED_BACK, to, "", true, actor.account());
        if (!said.isEmpty()) {
            gate.step(request, Kind.NOTED, null, said, false, actor.account());
        }
        gate.audit(actor, "request.called-back", id, request.path(), String.valueOf(resolved));
    }

    private static void requireAnswered(ServiceRequest request) {
        if (request.state() != RequestState.ANSWERED) {
            throw new RequestRefused.NoWay(request.state());
        }
    }

    /** Something the reporter adds; staff reads it. */
    @Transactional
    public void add(String code, @Nullable String words) {
        var request = gate.lock(find(code));
        if (request.state().isEnded()) {
            throw new RequestRefused.NoWay(request.state());
        }
        gate.step(request, Kind.ADDED, null, Typed.words("more", words, ServiceRequest.STEP), false, null);
    }

    /** The reporter takes it back. @throws RequestRefused.NoWay when it has been answered or has ended */
    @Transactional
    public void withdraw(String code) {
        var request = gate.lock(find(code));
        if (!request.state().isOwed()) {
            throw new RequestRefused.NoWay(request.state());
        }
        changes.state(request, RequestState.WITHDRAWN);
        changes.close(request, gate.now(), gate.today());
        gate.step(request, Kind.MOVED, RequestState.WITHDRAWN, "", true, null);
    }
}
