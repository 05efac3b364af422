package org.zhuxi.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.Household;
import org.zhuxi.place.NewCommunity;
import org.zhuxi.place.NewDivision;
import org.zhuxi.place.NewHousehold;
import org.zhuxi.place.NewPlace;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Register;

/**
 * Zhuyuan in Shenzhen: fifty households saved 754 kWh, 62 t of water and 134 kg of food in eight months, as printed. Households
 * and months are made up and add up to that; the district and street carry codes of their own, for the source names none.
 */
@Component
class ZhuyuanSavings {

    static final String ZHUYUAN = "440399001001";
    static final int YEAR = 2024;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final int HOUSEHOLDS = 50;
    private static final int MONTHS = 8;
    private static final int MORE_ELECTRICITY = 340;
    private static final int MORE_FOOD = 140;
    private static final String SOURCE = "《2024 CEGA 案例精选》案例十五";
    private static final String MADE_UP = "演示用代码，文献未给出区和街道";

    private final Register register;
    private final Activities activities;

    ZhuyuanSavings(Register register, Activities activities) {
        this.register = register;
        this.activities = activities;
    }

    void tell() {
        register.addDivisions(
                Founder.ACTOR,
                List.of(
                        division("440300000000", PlaceKind.CITY, "440000000000", new Names("深圳市", "Shenzhen")),
                        division("440399000000", PlaceKind.COUNTY, "440300000000", new Names("演示区", "Demo District")),
                        division(
                                "440399001000",
                                PlaceKind.STREET,
                                "440399000000",
                                new Names("演示街道", "Demo Subdistrict"))));
        var community = register.addCommunity(Founder.ACTOR, profile());
        var homes = settle(community);
        for (var month = 0; month < MONTHS; month++) {
            var outcomes = activities.takeOver(Founder.ACTOR, month(homes, month), Origin.SYNTHETIC);
            SeasonChapter.requireTaken(outcomes);
        }
    }

    private static NewDivision division(String code, PlaceKind kind, String parent, Names name) {
        return new NewDivision(code, kind, parent, name, SINCE, Origin.SYNTHETIC, MADE_UP);
    }

    private static NewCommunity profile() {
        return new NewCommunity(
                ZHUYUAN,
                new Names("竹园社区", "Zhuyuan Community"),
                SINCE,
                true,
                new Names("老旧小区", "Old estate"),
                null,
                null,
                null,
                null,
                null,
                Origin.SEED,
                SOURCE,
                List.of());
    }

    private List<HouseholdRef> settle(CommunityId community) {
        var places = new ArrayList<NewPlace>();
        places.add(NewPlace.quarter(ZHUYUAN + "-Q1", new Names("一区", "Quarter 1"), Origin.SYNTHETIC));
        places.add(NewPlace.building(ZHUYUAN + "-Q1-B01", new Names("1栋", "Building 1"), Origin.SYNTHETIC));
        var doors = IntStream.range(0, HOUSEHOLDS)
                .mapToObj(i -> "%d%02d".formatted(i / 5 + 1, i % 5 + 1))
                .toList();
        doors.forEach(door ->
                places.add(NewPlace.dwelling(ZHUYUAN + "-Q1-B01-" + door, new Names(door, door), Origin.SYNTHETIC)));
        register.addPlaces(Founder.ACTOR, community, places);
        // ids that follow from the door, so that telling it twice meets the same households
        var base = Ids.derived(Founder.ACTOR.account(), ZHUYUAN);
        var families = doors.stream()
                .map(door -> new NewHousehold(
                        Ids.derived(base, door), ZHUYUAN + "-Q1-B01-" + door, 3, SINCE, Origin.SYNTHETIC))
                .toList();
        return register.addHouseholds(Founder.ACTOR, community, families).stream()
                .map(Household::ref)
                .toList();
    }

    private static List<Submission> month(List<HouseholdRef> homes, int month) {
        return IntStream.range(0, homes.size())
                .mapToObj(i -> saving(homes.get(i), month, month * HOUSEHOLDS + i))
                .toList();
    }

    /** @param cell number of the household and month, 0 to 399 */
    private static Submission saving(HouseholdRef home, int month, int cell) {
        var day = YearMonth.of(YEAR, month + 1).atEndOfMonth();
        return new Submission(
                Ids.derived(home.id(), "saving/" + month),
                "household.saving",
                ZHUYUAN,
                home.id(),
                null,
                day.atTime(LocalTime.of(20, 0)).atZone(ZONE).toInstant(),
                Map.of(
                        "energy", new Measured(new BigDecimal(cell < MORE_ELECTRICITY ? "1.9" : "1.8"), "kWh"),
                        "volume", new Measured(new BigDecimal("0.155"), "m3"),
                        "mass", new Measured(new BigDecimal(cell < MORE_FOOD ? "0.4" : "0.3"), "kg")),
                null,
                null,
                List.of(),
                null);
    }
}
