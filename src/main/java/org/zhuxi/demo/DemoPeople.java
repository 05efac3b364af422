package org.zhuxi.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.zhuxi.account.NewAccount;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;

/** One person for every role, and more at work in Gaohang and above it. */
final class DemoPeople {

    private static final PlacePath STREET = new PlacePath("/32/3210/321003/321003010");
    private static final PlacePath ZHUXI = STREET.child(DemoCommunities.ZHUXI);
    private static final PlacePath SHANGHAI = new PlacePath("/31");
    private static final PlacePath PUDONG = new PlacePath("/31/3101/310115");
    private static final PlacePath GAOHANG = new PlacePath("/31/3101/310115/310115121");

    private DemoPeople() {}

    /** @param place code of the place in which the role holds */
    record Person(String username, String name, Role role, PlacePath place) {

        NewAccount account(String password, Set<HouseholdRef> households) {
            return new NewAccount(
                    username, null, name, password, Set.of(new Grant(role, place)), households, Origin.SYNTHETIC);
        }

        boolean livesInZhuxi() {
            return role == Role.RESIDENT || role == Role.HOUSEHOLD_HEAD || role == Role.VOLUNTEER;
        }
    }

    static List<Person> all() {
        return Stream.concat(
                        Stream.of(Role.values())
                                .map(role ->
                                        new Person(username(role), role.names().zh(), role, placeOf(role))),
                        Stream.of(
                                new Person("zhuxi-recycler", "旧物回收员", Role.RECYCLER, ZHUXI),
                                new Person("gaohang-steward", "高行督导员", Role.STEWARD, GAOHANG),
                                new Person("gaohang-clerk", "高行社工", Role.COMMUNITY_CLERK, GAOHANG),
                                new Person("gaohang-officer", "高行镇干部", Role.STREET_OFFICER, GAOHANG),
                                new Person("pudong-officer", "浦东新区干部", Role.COUNTY_OFFICER, PUDONG),
                                new Person("shanghai-officer", "上海市干部", Role.PROVINCE_OFFICER, SHANGHAI),
                                new Person("assessor-two", "第二评审员", Role.ASSESSOR, PlacePath.NATION)))
                .sorted(Comparator.comparing(Person::role))
                .toList();
    }

    static String username(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static PlacePath placeOf(Role role) {
        return switch (role) {
            case RESIDENT,
                    HOUSEHOLD_HEAD,
                    VOLUNTEER,
                    STEWARD,
                    COMPOSTER,
                    RECYCLER,
                    COMMUNITY_CLERK,
                    COMMUNITY_HEAD,
                    VERIFIER,
                    PROPERTY_MANAGER,
                    MERCHANT -> ZHUXI;
            case BUILDING_LEADER -> ZHUXI.child("Q1").child("B001");
            case STREET_OFFICER -> STREET;
            case COUNTY_OFFICER -> new PlacePath("/32/3210/321003");
            case CITY_OFFICER -> new PlacePath("/32/3210");
            case PROVINCE_OFFICER -> new PlacePath("/32");
            case NATION_OFFICER,
                    ASSESSOR,
                    FUNDER_OFFICER,
                    FINANCE,
                    APPROVER,
                    CERTIFIER,
                    GRANTEE,
                    ADVISOR,
                    SUPERVISOR,
                    PANEL_EXPERT,
                    COMMITTEE_MEMBER,
                    DATA_STEWARD,
                    AUDITOR,
                    OPERATOR -> PlacePath.NATION;
        };
    }
}
