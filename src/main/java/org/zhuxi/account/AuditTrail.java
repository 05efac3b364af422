package org.zhuxi.account;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.internal.AuditStore;
import org.zhuxi.account.internal.MemberRights;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;

/** Who did and saw what: append-only, and read by those who may. */
@Service
public class AuditTrail {

    private final AuditStore store;
    private final MemberRights rights;
    private final ApplicationEventPublisher events;

    AuditTrail(AuditStore store, MemberRights rights, ApplicationEventPublisher events) {
        this.store = store;
        this.rights = rights;
        this.events = events;
    }

    /**
     * What to look for; empty texts and null look for everything.
     *
     * @param action a whole code or its beginning, such as {@code household}
     * @param person a part of a name
     */
    public record Filter(
            String action, String person, @Nullable LocalDate day) {}

    /** Entries about a place and what lies below it, newest first. Looking is itself audited. */
    @Transactional
    public Slice<AuditEntry> list(Actor actor, PlacePath at, Filter filter, int limit, @Nullable String after) {
        actor.require(AccountPermissions.AUDIT, at);
        var found = store.list(at, filter, limit + 1, after);
        if (after == null) {
            events.publishEvent(new Audited(actor, "audit.read", at.value(), at, ""));
        }
        return Slice.of(found, limit, entry -> entry.id().toString());
    }

    /** Who of the staff looked at one of the actor's own households, or at a list in which it stands; latest first. */
    @Transactional(readOnly = true)
    public Slice<AuditEntry> looks(Actor actor, UUID household, int limit, @Nullable String after) {
        var place = rights.getPlace(household);
        if (actor.scopes() != null || !actor.belongsTo(place.ref())) {
            throw new Refused.NotFound(household);
        }
        var found = store.looks(place.ref(), place.path(), limit + 1, after);
        return Slice.of(found, limit, entry -> entry.id().toString());
    }
}
