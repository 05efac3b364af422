package org.zhuxi.place;

import java.time.Instant;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.internal.PlateCode;

/**
 * A plate with a QR code at a door, a building or a site. Its code is drawn by lot: it says nothing about the house number, and a
 * replaced plate stays without meaning.
 *
 * @param code nine characters of Crockford's base 32, the last of them a check
 * @param kind DWELLING, BUILDING or SITE
 * @param target code of the place
 * @param label what people call the place
 * @param path where the place stands
 */
public record Plate(
        CommunityId community,
        String code,
        PlaceKind kind,
        String target,
        Names label,
        PlacePath path,
        PlateState state,
        Instant printedAt,
        Instant changedAt) {

    /** As it is printed, such as {@code 00G-4T7-XKP}. */
    public String printed() {
        return PlateCode.print(code);
    }

    public boolean isValid() {
        return state != PlateState.REPLACED;
    }
}
