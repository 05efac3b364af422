package org.zhuxi.governance;

import org.zhuxi.kernel.Origin;

/**
 * A unit in the roll of owners.
 *
 * @param place code of the dwelling
 * @param owner number of the owner in the roll; units with the same number are one head
 * @param unsold whether the developer still has it
 */
public record OwnedPart(
        String place, long areaCentiM2, AreaSource areaSource, String owner, boolean unsold, Origin origin) {

    /** The number that stands for the developer. */
    public static final String UNSOLD = "UNSOLD";

    /** Where an area is taken from, in the order of the Supreme People's Court (interpretation, article 8). */
    public enum AreaSource {
        REGISTER,
        SURVEY,
        CONTRACT
    }
}
