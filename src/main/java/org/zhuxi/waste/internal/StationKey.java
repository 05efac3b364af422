package org.zhuxi.waste.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Refused;
import org.zhuxi.waste.StationRef;

/** Where a list of stations goes on, written {@code <community>.<site>}. */
public record StationKey(int community, UUID site) {

    private static final StationKey FIRST = new StationKey(0, new UUID(0, 0));

    /** Before all stations for null; refuses what is not a key. */
    public static StationKey parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return FIRST;
        }
        var dot = text.indexOf('.');
        try {
            return new StationKey(Integer.parseInt(text.substring(0, dot)), UUID.fromString(text.substring(dot + 1)));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new Refused.NotFound(text);
        }
    }

    static StationKey of(StationRef ref) {
        return new StationKey(ref.community().value(), ref.site());
    }

    StationRef ref() {
        return new StationRef(new CommunityId(community), site);
    }

    @Override
    public String toString() {
        return community + "." + site;
    }
}
