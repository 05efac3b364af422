package org.zhuxi.place.internal;

import java.util.List;
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

    /** The level of a code of 2, 4, 6, 9 or 12 digits; one that is filled up with zeros has the level it is filled up from. */
    public static Optional<PlaceKind> kindOf(String code) {
        if (code.startsWith("00") || !code.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (code.length()) {
                    case 2 -> PlaceKind.PROVINCE;
                    case 4 -> PlaceKind.CITY;
                    case 6 -> PlaceKind.COUNTY;
                    case 9 -> PlaceKind.STREET;
                    case DIVISION_LENGTH -> kindOfFilled(code);
                    default -> null;
                });
    }

    private static PlaceKind kindOfFilled(String code) {
        if (!code.endsWith("000")) {
            return PlaceKind.COMMUNITY;
        }
        if (!code.endsWith("000000")) {
            return PlaceKind.STREET;
        }
        if (!code.endsWith("00000000")) {
            return PlaceKind.COUNTY;
        }
        return code.endsWith("0000000000") ? PlaceKind.PROVINCE : PlaceKind.CITY;
    }

    /** Whether a code can stand for a unit of that level, filled up to 12 digits or not. */
    public static boolean isOf(PlaceKind kind, String code) {
        return kindOf(code).filter(kind::equals).isPresent()
                || kind == PlaceKind.COMMUNITY && isDivision(code) && !code.startsWith("00");
    }

    /**
     * A code filled up to 12 digits. Where a level is missing, the lists repeat the unit above with zeros (county 441900 in city
     * 4419, street 350527000 in county 350527); such a unit would have the code of the one above, so it is given nines.
     */
    public static String filled(String code, PlaceKind kind) {
        var own = beginning(code, kind);
        var above =
                kind == PlaceKind.PROVINCE ? 0 : SIGNIFICANT.getOrDefault(PlaceKind.values()[kind.ordinal() - 1], 0);
        if (own.substring(above).chars().allMatch(digit -> digit == '0')) {
            own = own.substring(0, above) + "9".repeat(own.length() - above);
        }
        return own + "0".repeat(DIVISION_LENGTH - own.length());
    }

    /** The significant digits of the unit of that level which a code begins with. */
    public static String beginning(String code, PlaceKind kind) {
        return code.substring(0, SIGNIFICANT.getOrDefault(kind, DIVISION_LENGTH));
    }

    /** The segment a division adds to the path of its parent. */
    public static String segment(String code, PlaceKind kind) {
        return code.substring(0, SIGNIFICANT.getOrDefault(kind, DIVISION_LENGTH));
    }

    /** The 12-digit codes of the divisions and the community a path leads through, from the province down. */
    public static List<String> codesAbove(PlacePath path) {
        return java.util.Arrays.stream(path.value().split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .limit(COMMUNITY_DEPTH)
                .map(segment -> segment + "0".repeat(Math.max(DIVISION_LENGTH - segment.length(), 0)))
                .toList();
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
