package org.zhuxi.place;

import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.PlacePath;

/**
 * A household in a dwelling.
 *
 * @param cardCode what its card shows as a QR code, such as {@code ZX-000-1B7-Q2M}; typed by hand it may lack the dashes and mix cases
 * @param dwelling code of the dwelling, such as {@code 321003010001-Q1-B03-0502}
 * @param path of the dwelling
 * @param label how people call the door, such as 一区3栋502
 * @param persons how many live there, 0 when not known
 */
public record Household(
        HouseholdRef ref, String cardCode, String dwelling, PlacePath path, String label, int persons) {}
