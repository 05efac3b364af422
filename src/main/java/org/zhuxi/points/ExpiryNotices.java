package org.zhuxi.points;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Place;
import org.zhuxi.points.internal.ExpiringReader;

/** Which households are about to lose points, for workers who put a notice on the door. */
@Service
public class ExpiryNotices {

    public static final int MOST_DAYS = 400;

    private final ExpiringReader reader;
    private final ApplicationEventPublisher events;

    ExpiryNotices(ExpiringReader reader, ApplicationEventPublisher events) {
        this.reader = reader;
        this.events = events;
    }

    /**
     * The households of a community with more than so many points that lapse within so many days, in the order of their
     * ids; every look is audited.
     *
     * @param days 1 to 400
     * @throws Refused.NotFound when the place lies in no community
     */
    @Transactional
    public Slice<ExpiringPoints> list(
            Actor actor, Place place, int days, long moreThan, int limit, @Nullable UUID after) {
        actor.require(PointsPermissions.READ, place.path());
        var community = place.community();
        if (community == null) {
            throw new Refused.NotFound(place.code());
        }
        var found = reader.list(community, place.path(), Math.clamp(days, 1, MOST_DAYS), moreThan, limit, after);
        events.publishEvent(new Audited(
                actor,
                "points.expiring",
                place.code(),
                place.path(),
                found.items().size() + " households"));
        return found;
    }

    /**
     * The households of a community that lose points within so many days, in the order of their ids, for the program's own
     * reminders; nobody looks at it.
     */
    @Transactional(readOnly = true)
    public Slice<ExpiringPoints> dueWithin(CommunityId community, int days, int limit, @Nullable UUID after) {
        return reader.list(community, PlacePath.NATION, Math.clamp(days, 1, MOST_DAYS), 0, limit, after);
    }
}
