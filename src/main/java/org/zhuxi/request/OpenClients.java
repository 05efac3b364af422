package org.zhuxi.request;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Sha256;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.request.internal.ClientStore;
import org.zhuxi.request.internal.RequestGate;

/** Keys of programs that report through Open311: shown once, kept as a hash, good until somebody ends them. */
@Service
public class OpenClients {

    /** Longest label, in characters. */
    public static final int LABEL = 100;

    private static final int KEY_BYTES = 24;
    private static final int LONGEST_KEY = 100;

    private final ClientStore store;
    private final WorkPlaces places;
    private final RequestGate gate;
    private final SecureRandom random = new SecureRandom();

    OpenClients(ClientStore store, WorkPlaces places, RequestGate gate) {
        this.store = store;
        this.places = places;
        this.gate = gate;
    }

    /** Makes a key for a place and below. @return the key, which cannot be shown again */
    @Transactional
    public String issue(Actor actor, @Nullable String place, @Nullable String label, Origin origin) {
        var at = places.open(Typed.words("place", place, 60));
        actor.require(RequestPermissions.KEYS, at.path());
        var name = Typed.words("label", label, LABEL);
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var client = new OpenClient(Ids.next(), name, at.code(), at.path(), gate.now(), null, origin);
        store.insert(client, hash(key), actor.account());
        gate.audit(actor, "request.key-issued", client.id(), at.path(), name);
        return key;
    }

    /** Ends a key; ended before it stays so. */
    @Transactional
    public void end(Actor actor, UUID id) {
        var client = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(RequestPermissions.KEYS, client.path());
        store.end(id, actor.account(), gate.now());
        gate.audit(actor, "request.key-ended", id, client.path(), client.label());
    }

    /** Keys at or below a place, the latest first. */
    @Transactional(readOnly = true)
    public List<OpenClient> list(Actor actor, PlacePath at) {
        actor.require(RequestPermissions.KEYS, at);
        return store.list(at);
    }

    /** Whose key this is, while it is good. */
    @Transactional(readOnly = true)
    public Optional<OpenClient> find(@Nullable String key) {
        var typed = Typed.text(key);
        return typed.isEmpty() || typed.length() > LONGEST_KEY ? Optional.empty() : store.findByHash(hash(typed));
    }

    private static String hash(String key) {
        return Sha256.hex(key);
    }
}
