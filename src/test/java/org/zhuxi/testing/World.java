package org.zhuxi.testing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.NewAccount;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.NewCommunity;
import org.zhuxi.place.NewDivision;
import org.zhuxi.place.NewHousehold;
import org.zhuxi.place.NewPlace;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Register;
import org.zhuxi.waste.NewStation;
import org.zhuxi.waste.OpeningWindow;
import org.zhuxi.waste.StationRef;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.WasteClass;

/** Makes small communities for tests, each with a code of its own, through the facades people use. */
public class World {

    public static final String PASSWORD = "bamboo-by-the-canal-9";

    /** A street numbers its communities with three digits, so a new one begins after every 900. */
    private static final int IN_A_STREET = 900;

    private static final PlacePath COUNTY = new PlacePath("/32/3210/321003");
    private static final AtomicInteger COMMUNITIES = new AtomicInteger();
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final Set<String> STEWARD_SCOPES = Set.of("activities:write", "activities:read", "points:read");

    private final Register register;
    private final Accounts accounts;

    World(Register register, Accounts accounts) {
        this.register = register;
        this.accounts = accounts;
    }

    /** Somebody who may set up places and people anywhere. */
    public static Actor founder() {
        return new Actor(
                Ids.next(),
                "founder",
                Set.of(new Grant(Role.OPERATOR, PlacePath.NATION), new Grant(Role.DATA_STEWARD, PlacePath.NATION)),
                Set.of(),
                null);
    }

    /**
     * @param stewardToken bearer token of the account {@code steward-<code>}; {@code verifier-<code>} and
     *     {@code clerk-}, {@code head-}, {@code operator-} and {@code resident-<code>} (in the first household) exist as well,
     *     all with {@link #PASSWORD}
     */
    public record Made(
            CommunityId community,
            String communityCode,
            PlacePath path,
            List<HouseholdRef> households,
            List<String> dwellings,
            String stewardToken) {

        public String username(String who) {
            return who + "-" + communityCode;
        }

        /** The street that the community lies in. */
        public PlacePath street() {
            return path.andAbove().get(1);
        }

        /** Twelve digits of the street. */
        public String streetCode() {
            return communityCode.substring(0, 9) + "000";
        }
    }

    /** A drop-off station that never closes. */
    public StationRef station(Made made, Stations stations) {
        var head = accounts.actorOf(made.username("head"));
        var station = stations.add(
                head,
                new NewStation(
                        made.communityCode(),
                        new Names("东门投放点", "East Gate Station"),
                        null,
                        EnumSet.allOf(WasteClass.class),
                        true,
                        "",
                        Origin.SYNTHETIC));
        var always = List.of(OpeningWindow.of(OpeningWindow.everyDay(), "00:00", "24:00"));
        stations.setWindows(head, station, SINCE, always);
        return station;
    }

    /** A community with one building and so many households. */
    public Made make(int households) {
        var founder = founder();
        var number = COMMUNITIES.getAndIncrement();
        var street = "321003%d".formatted(100 + number / IN_A_STREET);
        register.addDivisions(founder, List.of(street(street + "000")));
        var code = "%s%d".formatted(street, 100 + number % IN_A_STREET);
        var community = register.addCommunity(
                founder,
                NewCommunity.named(code, new Names("试验社区" + code, "Trial " + code), SINCE, Origin.SYNTHETIC, "test"));
        var dwellings = dwellings(code, households);
        register.addPlaces(founder, community, places(code, dwellings));
        var entered = dwellings.stream()
                .map(dwelling -> new NewHousehold(Ids.next(), dwelling, 3, SINCE, Origin.SYNTHETIC))
                .toList();
        register.addHouseholds(founder, community, entered);
        var refs = entered.stream()
                .map(household -> new HouseholdRef(community, household.id()))
                .toList();
        var path = COUNTY.child(street).child(code);
        accounts.open(
                founder,
                List.of(
                        account("steward-" + code, "督导员", path, Role.STEWARD, Set.of()),
                        account("verifier-" + code, "审核员", path, Role.VERIFIER, Set.of()),
                        account("clerk-" + code, "社工", path, Role.COMMUNITY_CLERK, Set.of()),
                        account("head-" + code, "主任", path, Role.COMMUNITY_HEAD, Set.of()),
                        account("operator-" + code, "管理员", PlacePath.NATION, Role.OPERATOR, Set.of()),
                        account("resident-" + code, "居民", path, Role.RESIDENT, Set.of(refs.getFirst()))));
        var token = accounts.issueToken(founder, "steward-" + code, "test", STEWARD_SCOPES, Duration.ofDays(1));
        return new Made(community, code, path, refs, dwellings, token);
    }

    private static NewDivision street(String code) {
        var name = new Names("试验街道" + code, "Trial Street " + code);
        return new NewDivision(code, PlaceKind.STREET, "321003000000", name, SINCE, Origin.SYNTHETIC, "test");
    }

    private static NewAccount account(
            String username, String name, PlacePath path, Role role, Set<HouseholdRef> households) {
        return new NewAccount(
                username, null, name, PASSWORD, Set.of(new Grant(role, path)), households, Origin.SYNTHETIC);
    }

    private static List<String> dwellings(String code, int households) {
        return IntStream.range(0, households)
                .mapToObj(i -> "%s-Q1-B01-%04d".formatted(code, 101 + i))
                .toList();
    }

    private static List<NewPlace> places(String code, List<String> dwellings) {
        var places = new ArrayList<NewPlace>();
        places.add(NewPlace.quarter(code + "-Q1", new Names("一区", "Quarter 1"), Origin.SYNTHETIC));
        places.add(NewPlace.building(code + "-Q1-B01", new Names("1栋", "Building 1"), Origin.SYNTHETIC));
        dwellings.forEach(dwelling -> {
            var door = dwelling.substring(dwelling.lastIndexOf('-') + 1);
            places.add(NewPlace.dwelling(dwelling, new Names(door, door), Origin.SYNTHETIC));
        });
        return places;
    }
}
