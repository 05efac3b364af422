package org.zhuxi.activity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Household;
import org.zhuxi.place.NewCommunity;
import org.zhuxi.place.NewDivision;
import org.zhuxi.place.NewHousehold;
import org.zhuxi.place.NewPlace;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Register;

/** A community of its own for one test, with households and the people who work there. */
public final class World {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final LocalDate FOUNDED = LocalDate.of(2000, 1, 1);

    private final CommunityId community;
    private final String code;
    private final PlacePath path;
    private final List<Household> households;

    private World(CommunityId community, String code, PlacePath path, List<Household> households) {
        this.community = community;
        this.code = code;
        this.path = path;
        this.households = households;
    }

    /** A new community in a street of its own. */
    public static World create(Register register, int households) {
        var number = COUNTER.getAndIncrement();
        return createIn(register, "9701%02d%03d".formatted(10 + number % 90, 1 + number / 90), 1, households);
    }

    /** A new community in the street with these nine digits. */
    public static World createIn(Register register, String street, int number, int households) {
        var operator = person("operator", Role.OPERATOR, PlacePath.NATION);
        register.addDivisions(
                operator,
                List.of(
                        division("970000000000", PlaceKind.PROVINCE, "000000000000"),
                        division("970100000000", PlaceKind.CITY, "970000000000"),
                        division(street.substring(0, 6) + "000000", PlaceKind.COUNTY, "970100000000"),
                        division(street + "000", PlaceKind.STREET, street.substring(0, 6) + "000000")));
        var code = street + "%03d".formatted(number);
        var name = new Names("试验社区" + number, "Trial community " + number);
        var id = register.addCommunity(operator, NewCommunity.named(code, name, FOUNDED, Origin.SYNTHETIC, "test"));
        var path = new PlacePath("/97/9701/%s/%s/%s".formatted(street.substring(0, 6), street, code));
        return new World(id, code, path, settle(register, operator, id, code, households));
    }

    private static List<Household> settle(
            Register register, Actor operator, CommunityId id, String code, int households) {
        var building = code + "-Q1-B01";
        register.addPlaces(
                operator,
                id,
                List.of(
                        NewPlace.quarter(code + "-Q1", new Names("一区", "Quarter 1"), Origin.SYNTHETIC),
                        NewPlace.building(building, new Names("1栋", "Building 1"), Origin.SYNTHETIC)));
        var doors =
                IntStream.rangeClosed(1, households).mapToObj("%04d"::formatted).toList();
        register.addPlaces(
                operator,
                id,
                doors.stream()
                        .map(door -> NewPlace.dwelling(building + "-" + door, new Names(door, door), Origin.SYNTHETIC))
                        .toList());
        return register.addHouseholds(
                operator,
                id,
                doors.stream()
                        .map(door -> new NewHousehold(Ids.next(), building + "-" + door, 3, FOUNDED, Origin.SYNTHETIC))
                        .toList());
    }

    private static NewDivision division(String code, PlaceKind kind, String parent) {
        return new NewDivision(code, kind, parent, new Names(code, code), FOUNDED, Origin.SYNTHETIC, "test");
    }

    public static Actor person(String name, Role role, PlacePath place) {
        return new Actor(UUID.randomUUID(), name, Set.of(new Grant(role, place)), Set.of(), null);
    }

    public Actor person(Role role) {
        return person(role.name().toLowerCase(java.util.Locale.ROOT), role, path);
    }

    public Actor member(int household) {
        var ref = new HouseholdRef(community, household(household));
        return new Actor(UUID.randomUUID(), "member", Set.of(), Set.of(ref), null);
    }

    public CommunityId community() {
        return community;
    }

    public String code() {
        return code;
    }

    public PlacePath path() {
        return path;
    }

    public UUID household(int number) {
        return households.get(number).ref().id();
    }

    public String label(int number) {
        return households.get(number).label();
    }

    /** A drop that is verified at once. */
    public Submission residual(int household, String kilograms) {
        return drop("waste.drop.residual", household(household), kilograms, Instant.now());
    }

    public Submission drop(String kind, @Nullable UUID household, String kilograms, Instant at) {
        return new Submission(Ids.next(), kind, code, household, null, at, kg(kilograms), "A", null, List.of(), null);
    }

    public static Map<String, Measured> kg(String kilograms) {
        return Map.of("mass", new Measured(new BigDecimal(kilograms), "kg"));
    }

    /** The same submission as the correction of another. */
    public static Submission correcting(UUID old, Submission correction) {
        return new Submission(
                correction.id(),
                correction.kind(),
                correction.place(),
                correction.household(),
                correction.site(),
                correction.occurredAt(),
                correction.quantities(),
                correction.grade(),
                correction.note(),
                correction.evidence(),
                old);
    }

    /** The same submission at another place of the community. */
    public static Submission at(String place, Submission other) {
        return new Submission(
                other.id(),
                other.kind(),
                place,
                other.household(),
                other.site(),
                other.occurredAt(),
                other.quantities(),
                other.grade(),
                other.note(),
                other.evidence(),
                other.supersedes());
    }

    public static Submission withId(UUID id, Submission other) {
        return new Submission(
                id,
                other.kind(),
                other.place(),
                other.household(),
                other.site(),
                other.occurredAt(),
                other.quantities(),
                other.grade(),
                other.note(),
                other.evidence(),
                other.supersedes());
    }
}
