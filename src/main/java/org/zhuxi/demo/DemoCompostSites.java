package org.zhuxi.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhuxi.compost.NewSite;
import org.zhuxi.compost.Scene;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.NewCommunity;
import org.zhuxi.place.NewDivision;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Register;

/**
 * The programme of 108 compost sites in 41 cities of 20 provinces, as counted by its platform (end of 2024). The source names neither
 * cities nor communities: they are made up, with codes of their own, and say so. Only Lishui, where the programme was started, is real.
 */
final class DemoCompostSites {

    static final int SITES = 108;
    static final int CITIES = 41;
    static final int PROVINCES = 20;

    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final LocalDate STARTED = LocalDate.of(2022, 5, 1);
    private static final String SOURCE = "社区厨余堆肥平台：108 个社区、41 个城市、20 个省（2024 年底）；地点为演示数据";
    /** The programme as its sites name it. */
    static final String PROGRAMME = "社区厨余堆肥平台";

    /** Prefix of Jiangsu, whose first city is Nanjing with Lishui. */
    private static final String JIANGSU = "32";

    /** Roughly where the capital of each province lies: latitude and longitude in degrees. */
    private static final Map<String, double[]> CAPITALS = Map.ofEntries(
            Map.entry("11", new double[] {39.90, 116.41}),
            Map.entry("12", new double[] {39.08, 117.20}),
            Map.entry("13", new double[] {38.04, 114.51}),
            Map.entry("14", new double[] {37.87, 112.55}),
            Map.entry("21", new double[] {41.80, 123.43}),
            Map.entry("22", new double[] {43.82, 125.32}),
            Map.entry("23", new double[] {45.80, 126.53}),
            Map.entry("31", new double[] {31.23, 121.47}),
            Map.entry("32", new double[] {31.65, 119.03}),
            Map.entry("33", new double[] {30.27, 120.15}),
            Map.entry("34", new double[] {31.82, 117.23}),
            Map.entry("35", new double[] {26.07, 119.30}),
            Map.entry("36", new double[] {28.68, 115.86}),
            Map.entry("37", new double[] {36.65, 117.12}),
            Map.entry("41", new double[] {34.75, 113.62}),
            Map.entry("42", new double[] {30.59, 114.31}),
            Map.entry("43", new double[] {28.23, 112.94}),
            Map.entry("44", new double[] {23.13, 113.26}),
            Map.entry("51", new double[] {30.57, 104.07}),
            Map.entry("53", new double[] {25.04, 102.71}));

    private static final List<String> PREFIXES = List.of(
            "11", "12", "13", "14", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44",
            "51", "53");

    private DemoCompostSites() {}

    /** Settles the cities and communities, and gives the sites to be added. */
    static List<NewSite> settle(Register register) {
        var divisions = new ArrayList<NewDivision>();
        var communities = new ArrayList<String>();
        for (var city = 0; city < CITIES; city++) {
            var code = PREFIXES.get(city % PROVINCES) + (91 + city / PROVINCES);
            var isNanjing = isNanjing(city);
            var county = isNanjing ? "320117" : code + "01";
            var above = isNanjing ? "320100000000" : code + "00000000";
            divisions.add(division(
                    above,
                    PlaceKind.CITY,
                    province(city),
                    isNanjing ? new Names("南京市", "Nanjing") : named("演示市", "Demo City", city)));
            divisions.add(division(
                    county + "000000",
                    PlaceKind.COUNTY,
                    above,
                    isNanjing ? new Names("溧水区", "Lishui") : new Names("演示区", "Demo District")));
            divisions.add(division(
                    county + "991000", PlaceKind.STREET, county + "000000", new Names("演示街道", "Demo Subdistrict")));
            for (var number = 1; number <= sitesOf(city); number++) {
                communities.add(county + "9910" + "%02d".formatted(number));
            }
        }
        register.addDivisions(Founder.ACTOR, divisions);
        var sites = new ArrayList<NewSite>();
        for (var i = 0; i < communities.size(); i++) {
            var community = communities.get(i);
            register.addCommunity(
                    Founder.ACTOR,
                    NewCommunity.named(community, named("演示社区", "Demo Community", i), SINCE, Origin.SYNTHETIC, SOURCE));
            sites.add(site(community, i));
        }
        return sites;
    }

    /** 26 cities with three sites and 15 with two make 108. */
    private static int sitesOf(int city) {
        return city < SITES - 2 * CITIES ? 3 : 2;
    }

    private static boolean isNanjing(int city) {
        return city < PROVINCES && PREFIXES.get(city).equals(JIANGSU);
    }

    private static String province(int city) {
        return PREFIXES.get(city % PROVINCES) + "0000000000";
    }

    private static NewDivision division(String code, PlaceKind kind, String parent, Names name) {
        return new NewDivision(code, kind, parent, name, SINCE, Origin.SYNTHETIC, SOURCE);
    }

    private static Names named(String zh, String en, int number) {
        return new Names(zh + (number + 1), en + " " + (number + 1));
    }

    /** Whether a community is the one of the pilot in Lishui. */
    static boolean isLishui(String community) {
        return community.equals("320117991001");
    }

    /** Near the capital of its province, each community a little aside. */
    private static GeoPoint location(String community) {
        var capital = java.util.Objects.requireNonNull(CAPITALS.get(community.substring(0, 2)));
        var city = Integer.parseInt(community.substring(2, 4)) % 10;
        var number = Integer.parseInt(community.substring(10));
        return new GeoPoint(capital[0] + 0.35 * city - 0.03 * number, capital[1] - 0.25 * city + 0.05 * number);
    }

    private static NewSite site(String community, int number) {
        var scenes = Scene.values();
        return new NewSite(
                community,
                isLishui(community) ? new Names("溧水试点", "Lishui pilot") : named("堆肥点", "Compost site", number),
                location(community),
                isLishui(community) ? Scene.RESIDENTIAL : scenes[number % scenes.length],
                isLishui(community) ? "南京大学（溧水）生态环境研究院" : "",
                PROGRAMME,
                STARTED,
                BigDecimal.valueOf(20),
                "",
                Origin.SYNTHETIC);
    }
}
