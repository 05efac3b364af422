package org.zhuxi.governance;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.governance.internal.Desk;
import org.zhuxi.governance.internal.VenueStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;

/** Venues of deliberation on three levels: community, quarter, building. Everybody may read where they are. */
@Service
public class Venues {

    private final VenueStore store;
    private final Desk desk;

    Venues(VenueStore store, Desk desk) {
        this.store = store;
        this.desk = desk;
    }

    /** Opens a venue; its level is that of its place. The same id again is answered with what is there. */
    @Transactional
    public Venue open(
            Actor actor,
            UUID id,
            @Nullable String place,
            Names name,
            @Nullable String where,
            Origin origin,
            String source) {
        var at = desk.place(place);
        actor.require(GovernancePermissions.MANAGE, at.path());
        var venue = new Venue(
                desk.community(at),
                id,
                at.code(),
                at.path(),
                at.kind(),
                Typed.names("name", name.zh(), name.en(), NewIdea.TITLE),
                Typed.optional("where", where, NewIdea.SHORT),
                false,
                origin,
                Typed.optional("source", source, NewIdea.SHORT));
        if (!store.insert(venue, actor.account(), desk.now())) {
            return Desk.known(store.find(id), venue, venue::isLike);
        }
        desk.audit(actor, "venue.opened", id, at.path(), venue.name().zh());
        return venue;
    }

    /** Closes a venue, or opens it again; meetings that were held there keep it. */
    @Transactional
    public void close(Actor actor, UUID id, boolean closed) {
        var venue = get(id);
        actor.require(GovernancePermissions.MANAGE, venue.path());
        store.close(venue, closed ? desk.now() : null);
        desk.audit(actor, closed ? "venue.closed" : "venue.reopened", id, venue.path(), "");
    }

    @Transactional(readOnly = true)
    public Venue get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** Venues at or below a place, the latest first. @param words part of a title, or empty */
    @Transactional(readOnly = true)
    public Slice<Venue> list(PlacePath at, String words, int limit, @Nullable UUID after) {
        return store.list(at, words, limit, after);
    }

    /** All venues of a community, closed ones too. */
    @Transactional(readOnly = true)
    public List<Venue> of(CommunityId community) {
        return store.of(community);
    }
}
