package org.zhuxi.request;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.request.internal.RequestGate;
import org.zhuxi.request.internal.TemplateStore;

/** Answers that a community gives again and again; staff picks one and changes what does not fit. */
@Service
public class RequestTemplates {

    /** Longest title, in characters. */
    public static final int TITLE = 60;

    private final TemplateStore store;
    private final ServiceTypes services;
    private final Places places;
    private final RequestGate gate;

    RequestTemplates(TemplateStore store, ServiceTypes services, Places places, RequestGate gate) {
        this.store = store;
        this.services = services;
        this.places = places;
        this.gate = gate;
    }

    /** Adds one for a community. The same id again changes nothing. */
    @Transactional
    public void add(
            Actor actor,
            UUID id,
            @Nullable String place,
            @Nullable String service,
            @Nullable String title,
            @Nullable String words,
            Origin origin) {
        var at = places.findByCode(Typed.words("place", place, 60))
                .filter(found -> found.community() != null)
                .orElseThrow(RequestRefused.NoPlace::new);
        var community = places.getCommunity(Objects.requireNonNull(at.community()));
        actor.require(RequestPermissions.HANDLE, community.path());
        var code = Typed.optional("service", service, 40);
        store.insert(
                new AnswerTemplate(
                        community.id(),
                        id,
                        code.isEmpty() ? "" : services.get(code).code(),
                        Typed.words("title", title, TITLE),
                        Typed.words("words", words, ServiceRequest.STEP),
                        origin),
                actor.account(),
                gate.now());
    }

    /** Ends one. */
    @Transactional
    public void end(Actor actor, UUID id) {
        var found = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(
                RequestPermissions.HANDLE,
                places.getCommunity(found.community()).path());
        store.end(found, gate.now());
    }

    /** Those that fit a request. */
    @Transactional(readOnly = true)
    public List<AnswerTemplate> list(Actor actor, ServiceRequest request) {
        actor.require(RequestPermissions.HANDLE, request.path());
        return store.list(request.community(), request.service());
    }

    /** All of a community; none above communities. */
    @Transactional(readOnly = true)
    public List<AnswerTemplate> list(Actor actor, Place at) {
        actor.require(RequestPermissions.HANDLE, at.path());
        var community = at.community();
        return community == null ? List.of() : store.list(community, null);
    }
}
