package org.zhuxi.governance;

import java.util.UUID;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.PlaceKind;

/**
 * Where people meet to deliberate: of the community, of a quarter, of a building.
 *
 * @param level kind of its place
 * @param where how to find it
 * @param isClosed whether no meeting is called there any more
 * @param source document from which it was taken over; empty when recorded here
 */
public record Venue(
        CommunityId community,
        UUID id,
        String place,
        PlacePath path,
        PlaceKind level,
        Names name,
        String where,
        boolean isClosed,
        Origin origin,
        String source)
        implements Placed {

    /** Whether the same was typed, closed or not. */
    boolean isLike(Venue other) {
        return name.equals(other.name)
                && where.equals(other.where)
                && origin == other.origin
                && source.equals(other.source);
    }
}
