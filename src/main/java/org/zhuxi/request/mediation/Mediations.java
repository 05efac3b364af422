package org.zhuxi.request.mediation;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;
import org.zhuxi.request.Requests;
import org.zhuxi.request.internal.Phones;
import org.zhuxi.request.internal.Placing;
import org.zhuxi.request.internal.RequestGate;
import org.zhuxi.request.internal.mediation.MediationFileStore;
import org.zhuxi.request.internal.mediation.MediationStore;

/**
 * Disputes among neighbours, brought in and read. Confidential: for the mediators of their place alone, and each look is kept in
 * the audit; everybody gets numbers, and no list.
 */
@Service
public class Mediations {

    private final MediationStore store;
    private final MediationFileStore files;
    private final Requests requests;
    private final Placing placing;
    private final RequestGate gate;

    Mediations(MediationStore store, MediationFileStore files, Requests requests, Placing placing, RequestGate gate) {
        this.store = store;
        this.files = files;
        this.requests = requests;
        this.placing = placing;
        this.gate = gate;
    }

    /** Brings a dispute in. The same id again is answered with what is there. */
    @Transactional
    public Mediation open(Actor actor, NewMediation typed, Origin origin) {
        var at = placing.get(typed.place());
        actor.require(MediationPermissions.MEDIATE, at.path());
        var it = new Mediation(
                Objects.requireNonNull(at.community()),
                typed.id(),
                at.code(),
                at.path(),
                Typed.required("dispute", typed.dispute()),
                Typed.required("way", typed.way()),
                requestOf(typed.request(), at.path()),
                Typed.words("facts", typed.facts(), Mediation.WORDS),
                MediationState.APPLIED,
                gate.today(),
                null,
                null,
                false,
                null,
                "",
                null,
                null,
                null,
                origin);
        var parties = read(typed.parties());
        var known = store.find(typed.id());
        if (known.isPresent()) {
            return same(actor, known.get(), it);
        }
        if (!store.insert(it, actor, gate.now())) {
            return store.find(it.id()).orElseThrow(MediationRefused.Taken::new);
        }
        files.insert(it, parties);
        files.insert(
                it,
                new MediationStep(
                        Ids.next(),
                        MediationStep.Kind.OPENED,
                        MediationState.APPLIED,
                        "",
                        gate.today(),
                        actor.account(),
                        gate.now()));
        gate.audit(actor, "mediation.opened", it.id(), it.path(), it.dispute().name());
        return it;
    }

    private static Mediation same(Actor actor, Mediation known, Mediation sent) {
        if (!known.community().equals(sent.community()) || !actor.may(MediationPermissions.MEDIATE, known.path())) {
            throw new MediationRefused.Taken();
        }
        return known;
    }

    /** A request of the same community, or null. */
    private @Nullable UUID requestOf(@Nullable UUID id, PlacePath at) {
        if (id == null) {
            return null;
        }
        try {
            var path = requests.get(id).path();
            if (path.contains(at) || at.contains(path)) {
                return id;
            }
        } catch (Refused.NotFound unknown) {
            throw new MediationRefused.NoRequest();
        }
        throw new MediationRefused.NoRequest();
    }

    private static List<Party> read(List<Party> typed) {
        if (typed.size() < Party.FEWEST || typed.size() > Party.MOST) {
            throw new MediationRefused.WrongParties();
        }
        return typed.stream()
                .map(party -> new Party(Typed.words("parties", party.name(), Party.NAME), Phones.read(party.phone())))
                .toList();
    }

    /** Everything about a mediation; the look is audited. */
    @Transactional
    public MediationFile get(Actor actor, UUID id) {
        var it = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(MediationPermissions.MEDIATE, it.path());
        gate.audit(actor, "mediation.read", id, it.path(), it.state().name());
        return new MediationFile(it, files.parties(it), files.steps(it));
    }

    /**
     * Mediations at or below a place, the latest first; the look is audited.
     *
     * @param state null for all
     * @param name part of a party's name; empty for all
     */
    @Transactional
    public Slice<Mediation> list(
            Actor actor, PlacePath at, @Nullable MediationState state, String name, int limit, @Nullable UUID after) {
        actor.require(MediationPermissions.MEDIATE, at);
        var found = Slice.of(
                store.list(at, state, name, limit + 1, after),
                limit,
                it -> it.id().toString());
        gate.audit(actor, "mediation.list", at.value(), at, found.items().size() + " mediations");
        return found;
    }

    /** Numbers of a year at or below a place, for everybody. */
    @Transactional(readOnly = true)
    public MediationRate rate(PlacePath at, int year) {
        return store.rate(at, year);
    }

    /** On how many at or below a place something is due. */
    @Transactional(readOnly = true)
    public long countWaiting(PlacePath at) {
        return store.countWaiting(at, gate.today());
    }
}
