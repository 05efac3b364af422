package org.zhuxi.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.NewCommunity;
import org.zhuxi.place.NewDivision;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Register;

/**
 * A country of the size of the whole nation: the shipped provinces, and below each up to ten cities of eight counties of five
 * streets that nobody lives in, with ten communities each.
 */
@Component
class MadeUpCountry {

    static final String SOURCE = "演示数据：全国规模试验";

    private static final int CITIES = 10;
    private static final int FIRST_CITY = 81;
    private static final int COUNTIES = 8;
    private static final int FIRST_COUNTY = 81;
    private static final int STREETS = 5;
    private static final int FIRST_STREET = 901;
    private static final int PER_STREET = 10;
    private static final int BATCH = 5_000;
    private static final int RESIDENTS = 3_000;
    private static final int HOUSEHOLDS = 1_000;
    private static final LocalDate SINCE = LocalDate.of(2000, 1, 1);
    private static final List<String> PROVINCES = List.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65");

    private final Register register;

    MadeUpCountry(Register register) {
        this.register = register;
    }

    /** Enters so many urban communities, and what lies above them; what is there stays. */
    void enter(Actor actor, int communities) {
        var streets = IntStream.range(0, (communities + PER_STREET - 1) / PER_STREET)
                .mapToObj(MadeUpCountry::street)
                .toList();
        register.addDivisions(
                actor,
                streets.stream()
                        .flatMap(street -> Stream.of(
                                unit(street.substring(0, 4), PlaceKind.CITY, "第%s试验市", "Trial city %s"),
                                unit(street.substring(0, 6), PlaceKind.COUNTY, "第%s试验区", "Trial district %s"),
                                unit(street, PlaceKind.STREET, "第%s试验街道", "Trial street %s")))
                        .distinct()
                        .toList());
        for (var from = 0; from < communities; from += BATCH) {
            register.addCommunities(
                    actor,
                    IntStream.range(from, Math.min(from + BATCH, communities))
                            .mapToObj(number -> community(streets, number))
                            .toList());
        }
    }

    /** Most communities it has codes for. */
    static int most() {
        return PROVINCES.size() * CITIES * COUNTIES * STREETS * PER_STREET;
    }

    /** Nine digits; the next street lies in the next province. */
    private static String street(int number) {
        var within = number / PROVINCES.size();
        return "%s%02d%02d%03d"
                .formatted(
                        PROVINCES.get(number % PROVINCES.size()),
                        FIRST_CITY + within % CITIES,
                        FIRST_COUNTY + within / CITIES % COUNTIES,
                        FIRST_STREET + within / CITIES / COUNTIES);
    }

    private static NewDivision unit(String code, PlaceKind kind, String zh, String en) {
        var parent = kind == PlaceKind.STREET ? 6 : code.length() - 2;
        return new NewDivision(
                whole(code),
                kind,
                whole(code.substring(0, parent)),
                new Names(zh.formatted(code), en.formatted(code)),
                SINCE,
                Origin.SYNTHETIC,
                SOURCE);
    }

    private static String whole(String code) {
        return code + "0".repeat(12 - code.length());
    }

    private static NewCommunity community(List<String> streets, int number) {
        var of = number / streets.size() + 1;
        return new NewCommunity(
                "%s%03d".formatted(streets.get(number % streets.size()), of),
                new Names("第%d试验社区".formatted(of), "Trial community " + of),
                SINCE,
                true,
                null,
                null,
                null,
                RESIDENTS + number % RESIDENTS,
                HOUSEHOLDS + number % HOUSEHOLDS,
                null,
                Origin.SYNTHETIC,
                SOURCE,
                List.of());
    }
}
