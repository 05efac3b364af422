package org.zhuxi.waste;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.NewAccount;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Household;
import org.zhuxi.place.NewCommunity;
import org.zhuxi.place.NewHousehold;
import org.zhuxi.place.NewPlace;
import org.zhuxi.place.Register;

/**
 * A community of its own for one test: a big building B01, a small one B02, a station that is always open, and the people who
 * work there.
 */
record Neighbourhood(
        CommunityId community,
        String code,
        PlacePath path,
        List<Household> big,
        List<Household> small,
        StationRef station,
        Actor steward,
        Actor clerk,
        Actor head) {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Actor OPERATOR =
            new Actor(Ids.next(), "operator", Set.of(new Grant(Role.OPERATOR, PlacePath.NATION)), Set.of(), null);

    private static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);
    private static final AtomicInteger COUNTER = new AtomicInteger(700);

    PlacePath bigBuilding() {
        return path.child("Q1").child("B01");
    }

    PlacePath smallBuilding() {
        return path.child("Q1").child("B02");
    }

    NewDrop drop(Household household, WasteClass wasteClass, String kg, Grade grade) {
        return new NewDrop(
                Ids.next(),
                station,
                household.ref(),
                wasteClass,
                new Amount.Weighed(new BigDecimal(kg)),
                grade,
                Instant.now().minusSeconds(60),
                "",
                null);
    }

    NewInspection inspection(Household household, int checked, int correct) {
        return new NewInspection(
                Ids.next(),
                station,
                household.ref(),
                checked,
                correct,
                Instant.now().minusSeconds(60),
                "",
                List.of());
    }

    /** Makes neighbourhoods through the facades that people use. */
    static final class Builder {

        private final Register register;
        private final Accounts accounts;
        private final Stations stations;

        Builder(Register register, Accounts accounts, Stations stations) {
            this.register = register;
            this.accounts = accounts;
            this.stations = stations;
        }

        Neighbourhood build(int inBig, int inSmall) {
            var code = "321003010" + COUNTER.getAndIncrement();
            var path = new PlacePath("/32/3210/321003/321003010/" + code);
            var name = new Names("试验社区" + code, "Trial " + code);
            var community =
                    register.addCommunity(OPERATOR, NewCommunity.named(code, name, FOUNDED, Origin.SYNTHETIC, "test"));
            register.addPlaces(
                    OPERATOR,
                    community,
                    List.of(NewPlace.quarter(code + "-Q1", new Names("一区", "Quarter 1"), Origin.SYNTHETIC)));
            var big = building(community, code + "-Q1-B01", "1栋", inBig);
            var small = building(community, code + "-Q1-B02", "2栋", inSmall);
            var steward = person("steward", code, path, Role.STEWARD);
            var clerk = person("clerk", code, path, Role.COMMUNITY_CLERK);
            var head = person("head", code, path, Role.COMMUNITY_HEAD);
            var station = station(head, code);
            return new Neighbourhood(community, code, path, big, small, station, steward, clerk, head);
        }

        private StationRef station(Actor head, String code) {
            var station = stations.add(
                    head,
                    new NewStation(
                            code,
                            new Names("东门投放点", "East gate"),
                            null,
                            EnumSet.allOf(WasteClass.class),
                            true,
                            "",
                            Origin.SYNTHETIC));
            var always = List.of(OpeningWindow.of(OpeningWindow.everyDay(), "00:00", "24:00"));
            stations.setWindows(head, station, FOUNDED, always);
            return station;
        }

        private List<Household> building(CommunityId community, String building, String name, int households) {
            var places = new ArrayList<NewPlace>();
            places.add(NewPlace.building(building, new Names(name, name), Origin.SYNTHETIC));
            var entered = new ArrayList<NewHousehold>();
            for (int i = 1; i <= households; i++) {
                var door = "%04d".formatted(100 + i);
                places.add(NewPlace.dwelling(building + "-" + door, new Names(door, door), Origin.SYNTHETIC));
                entered.add(new NewHousehold(Ids.next(), building + "-" + door, 3, FOUNDED, Origin.SYNTHETIC));
            }
            register.addPlaces(OPERATOR, community, places);
            return register.addHouseholds(OPERATOR, community, entered);
        }

        Actor person(String who, String code, PlacePath path, Role role) {
            var username = who + "-" + code;
            accounts.open(
                    OPERATOR,
                    List.of(new NewAccount(
                            username,
                            null,
                            who,
                            "green-" + code + "-bamboo",
                            Set.of(new Grant(role, path)),
                            Set.of(),
                            Origin.SYNTHETIC)));
            return accounts.actorOf(username);
        }
    }

    static Instant at(LocalDate day, String time) {
        return LocalDateTime.parse(day + "T" + time).atZone(ZONE).toInstant();
    }
}
