package org.zhuxi.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.kernel.Slice;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
class PlacesTests {

    private final Places places;
    private final Register register;

    PlacesTests(Places places, Register register) {
        this.places = places;
        this.register = register;
    }

    @Test
    void shipsTheChainFromTheNationToZhuxiStreet() {
        assertThat(places.findByPath(new PlacePath("/32/3210/321003/321003010")))
                .get()
                .extracting(Place::code, Place::kind, place -> place.name().zh())
                .containsExactly("321003010000", PlaceKind.STREET, "竹西街道");
        assertThat(places.childrenOf(PlacePath.NATION))
                .extracting(Place::code)
                .contains("110000000000", "310000000000", "320000000000", "650000000000");
        assertThat(places.findByPath(PlacePath.NATION))
                .get()
                .extracting(Place::kind)
                .isEqualTo(PlaceKind.NATION);
    }

    @Test
    void findsEveryLevelByCodeAndByPath() {
        var demesne = new Demesne(register, "层级街道");
        var community = demesne.community(1, "层级社区");
        demesne.build(community, 1, 1);
        register.addPlaces(Demesne.OPERATOR, community, List.of(station(demesne.code(1) + "-S-01")));

        var codes = List.of(
                demesne.street(),
                demesne.code(1),
                demesne.code(1) + "-Q1",
                demesne.code(1) + "-Q1-B01",
                demesne.code(1) + "-Q1-B01-0102",
                demesne.code(1) + "-S-01");
        var found = places.findByCodes(codes);

        assertThat(found).containsOnlyKeys(codes);
        assertThat(found.values())
                .allSatisfy(place -> assertThat(places.findByPath(place.path())).contains(place));
        assertThat(found.get(demesne.code(1) + "-Q1-B01-0102"))
                .extracting(place -> place.path().value())
                .isEqualTo(demesne.streetPath() + "/" + demesne.code(1) + "/Q1/B01/0102");
        assertThat(places.findByCodes(List.of("999999999999", demesne.code(1) + "-Q9", "rubbish")))
                .isEmpty();
    }

    @Test
    void keepsTheOldNameForTheDaysBeforeARename() {
        var demesne = new Demesne(register, "旧名街道");
        var on = Demesne.SINCE.plusYears(1);

        register.renameDivision(Demesne.OPERATOR, demesne.street(), new Names("新名街道", "New Street"), on);

        assertThat(nameOn(demesne.street(), on.minusDays(1))).isEqualTo("旧名街道");
        assertThat(nameOn(demesne.street(), on)).isEqualTo("新名街道");
        assertThat(places.findByCode(demesne.street(), Demesne.SINCE.minusDays(1)))
                .isEmpty();
        assertThat(places.findByCode(demesne.street()).orElseThrow().name().zh())
                .isEqualTo("新名街道");
    }

    @Test
    void refusesARenameBeforeTheNameBegan() {
        var demesne = new Demesne(register, "早名街道");

        assertThatThrownBy(() -> register.renameDivision(
                        Demesne.OPERATOR, demesne.street(), new Names("晚名街道", "Late"), Demesne.SINCE))
                .isInstanceOf(PlaceRefused.WrongDate.class);
    }

    @Test
    void carriesCommunitiesOverWhenStreetsMerge() {
        var ending = new Demesne(register, "并出街道");
        var heir = new Demesne(register, "并入街道");
        var community = ending.community(1, "随迁社区");
        var on = Demesne.SINCE.plusYears(1);

        register.mergeDivisions(Demesne.OPERATOR, List.of(ending.street()), heir.street(), on);

        assertThat(places.findByCode(ending.street())).isEmpty();
        assertThat(places.findByCode(ending.street(), on.minusDays(1))).isPresent();
        assertThat(places.getCommunity(community).path())
                .isEqualTo(heir.streetPath().child(ending.code(1)));
        assertThat(places.childrenOf(heir.streetPath())).extracting(Place::code).contains(ending.code(1));
        assertThat(places.childrenOf(ending.street(), on.minusDays(1)))
                .extracting(Place::code)
                .containsExactly(ending.code(1));
    }

    @Test
    void refusesASplitThatForgetsAPart() {
        var ending = new Demesne(register, "拆分街道");
        var heir = new Demesne(register, "承接街道");
        ending.community(1, "甲社区");
        ending.community(2, "乙社区");

        assertThatThrownBy(() -> register.splitDivision(
                        Demesne.OPERATOR,
                        ending.street(),
                        java.util.Map.of(ending.code(1), heir.street()),
                        Demesne.SINCE.plusYears(1)))
                .isInstanceOf(PlaceRefused.PartsLeft.class);
        assertThat(places.findByCode(ending.street())).isPresent();
    }

    @Test
    void findsACommunityByNamePinyinInitialsCodeAndAlias() {
        var demesne = new Demesne(register, "寻梅街道");
        demesne.community(1, "寻梅坞社区", "老虎灶居民区");

        for (var query : List.of("寻梅坞", "xunmeiwu", "Xun Mei Wu", "xmwsq", demesne.code(1), "老虎灶", "laohuzao", "lhz")) {
            assertThat(places.search(query, 5, null).items())
                    .as(query)
                    .extracting(Place::code)
                    .contains(demesne.code(1));
        }
        assertThat(places.search("寻梅", 5, null).items())
                .extracting(Place::code)
                .startsWith(demesne.street(), demesne.code(1));
        assertThat(places.search("  ", 5, null).items()).isEmpty();
        assertThat(places.search("%", 5, null).items()).isEmpty();
    }

    @Test
    void pagesThroughSearchResultsWithoutLosingOne() {
        var demesne = new Demesne(register, "连山街道");
        for (var number = 1; number <= 7; number++) {
            demesne.community(number, "翠屏连山第" + number + "社区");
        }

        Slice<Place> page = places.search("翠屏连山", 3, null);
        var seen = new java.util.ArrayList<>(page.items());
        while (page.next() != null) {
            page = places.search("翠屏连山", 3, page.next());
            seen.addAll(page.items());
        }

        assertThat(seen).extracting(Place::code).doesNotHaveDuplicates().hasSize(7);
    }

    @Test
    void addsTheSameBatchTwiceOnlyOnce() {
        var demesne = new Demesne(register, "重复街道");
        var first = demesne.community(1, "重复社区");
        var second = demesne.community(1, "重复社区");
        demesne.build(first, 1, 2);
        demesne.build(first, 1, 2);
        var household =
                new NewHousehold(Ids.next(), demesne.code(1) + "-Q1-B01-0101", 2, Demesne.SINCE, Origin.SYNTHETIC);

        var once = register.addHouseholds(Demesne.OPERATOR, first, List.of(household));
        var again = register.addHouseholds(Demesne.OPERATOR, first, List.of(household));

        assertThat(second).isEqualTo(first);
        assertThat(places.premisesOf(places.findByCode(demesne.code(1) + "-Q1").orElseThrow()))
                .hasSize(2);
        assertThat(again).isEqualTo(once);
    }

    @Test
    void findsAHouseholdByItsCardTypedByHandAndByItsDoorPlate() {
        var demesne = new Demesne(register, "刷卡街道");
        var community = demesne.community(1, "刷卡社区");
        demesne.build(community, 1, 1);
        var household = demesne.household(community, demesne.code(1) + "-Q1-B01-0101");

        var typed = household
                .cardCode()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('-', ' ')
                .replace('0', 'o');

        assertThat(household.label()).isEqualTo("一区1栋0101");
        assertThat(places.findHouseholdByCard(household.cardCode())).contains(household);
        assertThat(places.findHouseholdByCard(typed)).contains(household);
        assertThat(places.findHouseholdByCard(" " + household.dwelling())).contains(household);
        assertThat(places.findHouseholdByCard(demesne.code(1) + "-Q1-B01-0102")).isEmpty();
        assertThat(places.findHouseholdByCard("ZX-000-000-001")).isEmpty();
    }

    @Test
    void tellsTheCommunitiesOfManyHouseholds() {
        var demesne = new Demesne(register, "归属街道");
        var one = demesne.community(1, "归属一社区");
        var two = demesne.community(2, "归属二社区");
        demesne.build(one, 1, 1);
        demesne.build(two, 2, 1);
        var here = demesne.household(one, demesne.code(1) + "-Q1-B01-0101").ref();
        var there = demesne.household(two, demesne.code(2) + "-Q1-B01-0101").ref();

        assertThat(places.communitiesOfHouseholds(List.of(here.id(), there.id(), UUID.randomUUID())))
                .hasSize(2)
                .containsEntry(here.id(), one)
                .containsEntry(there.id(), two);
        assertThat(places.findHouseholds(List.of(here, there))).containsOnlyKeys(here.id(), there.id());
    }

    @Test
    void listsHouseholdsUnderABuildingPageByPage() {
        var demesne = new Demesne(register, "名册街道");
        var community = demesne.community(1, "名册社区");
        demesne.build(community, 1, 2);
        for (var door : List.of("B01-0101", "B01-0102", "B02-0101")) {
            demesne.household(community, demesne.code(1) + "-Q1-" + door);
        }
        var at = places.getCommunity(community).path();
        var clerk = Demesne.actor(Role.COMMUNITY_CLERK, at);

        var first = places.listHouseholds(clerk, at, null, 2, null);
        var rest = places.listHouseholds(clerk, at, null, 2, first.next());
        var building = places.listHouseholds(clerk, at.child("Q1").child("B02"), null, 9, null);
        var byLabel = places.listHouseholds(clerk, at, "1栋0102", 9, null);
        var card = rest.items().getFirst().cardCode();
        var byCard = places.listHouseholdsByCard(clerk, at, card);

        assertThat(first.items()).hasSize(2);
        assertThat(rest.items()).extracting(Household::label).containsExactly("一区2栋0101");
        assertThat(rest.next()).isNull();
        assertThat(building.items()).isEqualTo(rest.items());
        assertThat(byLabel.items()).extracting(Household::label).containsExactly("一区1栋0102");
        assertThat(byCard.items()).isEqualTo(rest.items());
        assertThat(places.listHouseholds(clerk, at, card, 9, null).items()).isEmpty();
        for (var none : List.of("", "1栋0102", card + "0")) {
            assertThat(places.listHouseholdsByCard(clerk, at, none).items()).isEmpty();
        }
    }

    @Test
    void doesNotShowAStewardTheHouseholdsOfAnotherCommunity() {
        var demesne = new Demesne(register, "隔壁街道");
        demesne.community(1, "本社区");
        demesne.community(2, "邻社区");
        var steward = Demesne.actor(Role.STEWARD, demesne.streetPath().child(demesne.code(1)));

        assertThatThrownBy(() ->
                        places.listHouseholds(steward, demesne.streetPath().child(demesne.code(2)), null, 10, null))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> places.listHouseholds(steward, demesne.streetPath(), null, 10, null))
                .isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void refusesASecondHouseholdInADwellingUntilTheFirstMovesOut() {
        var demesne = new Demesne(register, "搬家街道");
        var community = demesne.community(1, "搬家社区");
        demesne.build(community, 1, 1);
        var dwelling = demesne.code(1) + "-Q1-B01-0101";
        var first = demesne.household(community, dwelling);

        assertThatThrownBy(() -> demesne.household(community, dwelling)).isInstanceOf(PlaceRefused.DwellingTaken.class);
        register.moveHouseholdOut(Demesne.OPERATOR, first.ref(), Demesne.SINCE.plusMonths(6));
        var second = demesne.household(community, dwelling);

        assertThat(second.cardCode()).isNotEqualTo(first.cardCode());
        assertThat(places.findHouseholdByCard(dwelling)).contains(second);
        assertThat(places.findHouseholds(List.of(first.ref())))
                .containsKey(first.ref().id());
    }

    @Test
    void refusesCodesThatDoNotFitAndPlacesWithoutAParent() {
        var demesne = new Demesne(register, "规矩街道");
        var community = demesne.community(1, "规矩社区");
        var orphan = NewPlace.dwelling(demesne.code(1) + "-Q7-B01-0101", new Names("0101", "0101"), Origin.SYNTHETIC);
        var elsewhere = NewPlace.quarter(demesne.code(2) + "-Q1", new Names("一区", "Q1"), Origin.SYNTHETIC);

        assertThatThrownBy(() -> register.addPlaces(Demesne.OPERATOR, community, List.of(orphan)))
                .isInstanceOf(PlaceRefused.NoParent.class);
        assertThatThrownBy(() -> register.addPlaces(Demesne.OPERATOR, community, List.of(elsewhere)))
                .isInstanceOf(PlaceRefused.WrongCode.class);
        assertThatThrownBy(() -> register.addDivisions(Demesne.OPERATOR, List.of(Demesne.street("330681799001", "错码"))))
                .isInstanceOf(PlaceRefused.WrongCode.class);
    }

    @Test
    void letsOnlyThoseWhoManageAPlaceChangeIt() {
        var demesne = new Demesne(register, "权限街道");
        var community = demesne.community(1, "权限社区");
        var at = demesne.streetPath().child(demesne.code(1));
        var station = List.of(station(demesne.code(1) + "-S-01"));

        assertThatThrownBy(() -> register.addPlaces(Demesne.actor(Role.COMMUNITY_CLERK, at), community, station))
                .isInstanceOf(Refused.Forbidden.class);
        assertThat(register.addPlaces(Demesne.actor(Role.COMMUNITY_HEAD, at), community, station))
                .isEqualTo(1);
        assertThat(places.sitesAt(demesne.streetPath(), "drop-off-station"))
                .extracting(Site::code)
                .containsExactly(demesne.code(1) + "-S-01");
    }

    private static NewPlace station(String code) {
        return NewPlace.site(code, "drop-off-station", new Names("南门投放点", "South gate"), null, Origin.SYNTHETIC);
    }

    private String nameOn(String code, java.time.LocalDate day) {
        return places.findByCode(code, day).orElseThrow().name().zh();
    }
}
