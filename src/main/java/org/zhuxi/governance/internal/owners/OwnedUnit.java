package org.zhuxi.governance.internal.owners;

/**
 * An exclusive part of a building as it stands in the frozen roll.
 *
 * @param id of the unit
 * @param areaCentiM2 exclusive area in hundredths of a square metre
 * @param owner who holds it; units of one owner are one head
 * @param isUnsold whether the developer has not sold or not handed it over: all of these together are one head
 */
public record OwnedUnit(String id, long areaCentiM2, String owner, boolean isUnsold) {

    private static final String DEVELOPER = "\u0000developer";

    public OwnedUnit {
        if (areaCentiM2 <= 0) {
            throw new IllegalArgumentException("A unit has an area: " + id);
        }
    }

    /** The head it belongs to (Supreme People's Court, interpretation on condominiums, article 9). */
    public String head() {
        return isUnsold ? DEVELOPER : owner;
    }
}
