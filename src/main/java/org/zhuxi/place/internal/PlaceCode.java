package org.zhuxi.place.internal;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.PlaceKind;

/** The form of place codes, and how paths follow from them. */
public final class PlaceCode {

    public static final String NATION = "000000000000";

    private static final int DIVISION_LENGTH = 12;
    /** Levels between the nation and a quarter. */
    private static final int COMMUNITY_DEPTH = 5;

    private static final Pattern DIVISION = Pattern.compile("[0-9]{12}");
    private static final Pattern BELOW = Pattern.compile("[0-9]{12}(-[A-Z0-9]+)+");
    private static final Pattern SITE = Pattern.compile("[0-9]{12}-S-[A-Z0-9]+");
    private static final Map<PlaceKind, Integer> SIGNIFICANT = Map.of(
            PlaceKind.PROVINCE,
            2,
            PlaceKind.CITY,
            4,
            PlaceKind.COUNTY,
            6,
            PlaceKind.STREET,
            9,
            PlaceKind.COMMUNITY,
            12);

    private PlaceCode() {}

    public static boolean isDivision(String code) {
        return DIVISION.matcher(code).matches();
    }

    public static boolean isBelowCommunity(String code) {
        return BELOW.matcher(code).matches();
    }

    public static boolean isSite(String code) {
        return SITE.matcher(code).matches();
    }

    /** Whether a 12-digit code can stand for a division of that level: what is not significant is zero. */
    public static boolean fits(String code, PlaceKind kind) {
        var digits = SIGNIFICANT.get(kind);
        return digits != null
                && isDivision(code)
                && code.substring(digits).chars().allMatch(digit -> digit == '0');
    }

    /** The segment a division adds to the path of its parent. */
    public static String segment(String code, PlaceKind kind) {
        return code.substring(0, SIGNIFICANT.getOrDefault(kind, DIVISION_LENGTH));
    }

    /** The street that the first nine digits of a community's code name. */
    public static String streetOf(String communityCode) {
        return communityCode.substring(0, 9) + "000";
    }

    public static String communityOf(String code) {
        return code.substring(0, DIVISION_LENGTH);
    }

    /** The code one segment up, or empty directly below the community. */
    public static Optional<String> parentOf(String code) {
        var cut = code.lastIndexOf('-');
        return cut <= DIVISION_LENGTH ? Optional.empty() : Optional.of(code.substring(0, cut));
    }

    public static PlacePath pathBelow(PlacePath community, String code) {
        var rest = code.substring(DIVISION_LENGTH + 1);
        return new PlacePath(community.value() + "/" + (isSite(code) ? rest : rest.replace('-', '/')));
    }

    /** The part of a path down to the community it lies in; empty above communities. */
    public static Optional<PlacePath> communityPath(PlacePath path) {
        var segments = path.value().split("/", -1);
        if (segments.length <= COMMUNITY_DEPTH) {
            return Optional.empty();
        }
        return Optional.of(new PlacePath(String.join("/", java.util.Arrays.copyOf(segments, COMMUNITY_DEPTH + 1))));
    }

    /** The code of what lies at a path below a community. */
    public static String codeAt(String communityCode, PlacePath community, PlacePath path) {
        return communityCode + "-"
                + path.value().substring(community.value().length() + 1).replace('/', '-');
    }
}
