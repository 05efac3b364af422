package org.zhuxi.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;

/** A made-up street with communities of its own, so that tests do not meet each other's places. */
final class Demesne {

    static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    static final Actor OPERATOR = actor(Role.OPERATOR, PlacePath.NATION);

    private static final AtomicInteger STREETS = new AtomicInteger();
    private static final String COUNTY = "330681";

    private final Register register;
    private final String nine = "%s%03d".formatted(COUNTY, 700 + STREETS.incrementAndGet());

    Demesne(Register register, String name) {
        this.register = register;
        register.addDivisions(OPERATOR, List.of(street(street(), name)));
    }

    String street() {
        return nine + "000";
    }

    PlacePath streetPath() {
        return new PlacePath("/33/3306/" + COUNTY + "/" + nine);
    }

    String code(int community) {
        return "%s%03d".formatted(nine, community);
    }

    CommunityId community(int number, String name, String... aliases) {
        return register.addCommunity(
                OPERATOR,
                new NewCommunity(
                        code(number),
                        new Names(name, "Community " + number),
                        SINCE,
                        true,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Origin.SYNTHETIC,
                        "test",
                        List.of(aliases)));
    }

    /** Adds quarter Q1 with buildings of two dwellings each: B01-0101, B01-0102, B02-0101 … */
    void build(CommunityId community, int number, int buildings) {
        var places = new ArrayList<NewPlace>();
        var quarter = code(number) + "-Q1";
        places.add(NewPlace.quarter(quarter, new Names("一区", "Quarter 1"), Origin.SYNTHETIC));
        for (var b = 1; b <= buildings; b++) {
            var building = "%s-B%02d".formatted(quarter, b);
            places.add(NewPlace.building(building, new Names(b + "栋", "Building " + b), Origin.SYNTHETIC));
            for (var door : List.of("0101", "0102")) {
                places.add(NewPlace.dwelling(building + "-" + door, new Names(door, door), Origin.SYNTHETIC));
            }
        }
        register.addPlaces(OPERATOR, community, places);
    }

    Household household(CommunityId community, String dwelling) {
        return register.addHouseholds(
                        OPERATOR,
                        community,
                        List.of(new NewHousehold(Ids.next(), dwelling, 3, SINCE, Origin.SYNTHETIC)))
                .getFirst();
    }

    static NewDivision street(String code, String name) {
        return new NewDivision(
                code,
                PlaceKind.STREET,
                COUNTY + "000000",
                new Names(name, "Street " + code),
                SINCE,
                Origin.SYNTHETIC,
                "test");
    }

    static Actor actor(Role role, PlacePath place) {
        return new Actor(Ids.next(), role.names().zh(), Set.of(new Grant(role, place)), Set.of(), null);
    }
}
