package org.zhuxi.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.zhuxi.activity.World;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.NewCommunity;
import org.zhuxi.place.NewPlace;
import org.zhuxi.place.Register;
import org.zhuxi.testing.ZhuxiTest;

/** Sites are counted when a register is frozen, and are terms of expressions as it keeps them. */
@ZhuxiTest
class RegisterSiteTests {

    private static final ReportPeriod YEAR = ReportPeriod.parse("2024").orElseThrow();
    private static final String INDICATOR = "waste.stations.per-thousand";
    private static final Actor OFFICER = World.person("officer", Role.NATION_OFFICER, PlacePath.NATION);
    private static final Actor OPERATOR = World.person("operator", Role.OPERATOR, PlacePath.NATION);

    private final Register register;
    private final Registers registers;
    private final Rollups rollups;
    private final Indicators indicators;
    private final PublishedFigures figures;
    private final MockMvcTester http;

    RegisterSiteTests(
            Register register,
            Registers registers,
            Rollups rollups,
            Indicators indicators,
            PublishedFigures figures,
            MockMvcTester http) {
        this.register = register;
        this.registers = registers;
        this.rollups = rollups;
        this.indicators = indicators;
        this.figures = figures;
        this.http = http;
    }

    private CommunityId add(String code, int households, String... sites) {
        var id = register.addCommunity(
                OPERATOR,
                new NewCommunity(
                        code,
                        new Names("试验" + code, "Trial " + code),
                        LocalDate.of(2020, 1, 1),
                        true,
                        null,
                        null,
                        null,
                        null,
                        households,
                        null,
                        Origin.SYNTHETIC,
                        "test",
                        List.of()));
        for (var site : sites) {
            site(id, code, site);
        }
        return id;
    }

    private void site(CommunityId id, String code, String site) {
        var type = site.startsWith("X") ? "exchange-shop" : "drop-off-station";
        register.addPlaces(
                OPERATOR,
                id,
                List.of(NewPlace.site(code + "-S-" + site, type, new Names(site, site), null, Origin.SYNTHETIC)));
    }

    @Test
    void stationsOfTheFrozenRegisterAreDividedByItsHouseholds() {
        var world = World.create(register, 0);
        var street = world.code().substring(0, 6) + "901";
        register.addDivisions(OPERATOR, List.of(ofStreet(street, world.code().substring(0, 6))));
        var path = new PlacePath(world.path().andAbove().get(2) + "/" + street);
        var some = add(street + "001", 1_500, "T1", "T2", "T3", "X1");
        add(street + "002", 500);
        var snapshot = registers.freezeToday(OFFICER, Ids.next(), YEAR.code(), street + "000", "名册");
        rollups.refreshAll();

        var opened = indicators.open(INDICATOR, path.value(), YEAR);

        assertThat(opened.value()).isInstanceOfSatisfying(Reckoned.Known.class, known -> {
            assertThat(known.value()).isEqualByComparingTo("1.50");
            assertThat(known.numerator()).isEqualByComparingTo("3");
            assertThat(known.denominator()).isEqualByComparingTo("2000");
        });
        assertThat(opened.addsUp()).isTrue();
        assertThat(indicators
                        .value(INDICATOR, new PlacePath(path + "/" + street + "002"), YEAR)
                        .orNull())
                .isEqualByComparingTo("0");
        assertThat(registers.items(snapshot.id()))
                .extracting(item -> item.count(List.of("drop-off-station")))
                .containsExactly(3L, 0L);
        var figure = figures.publish(
                OFFICER, Ids.next(), new NewFigure(INDICATOR, street + "000", "2024"), Origin.SYNTHETIC);

        site(some, street + "001", "T4");
        rollups.refreshAll();

        assertThat(indicators.value(INDICATOR, path, YEAR).orNull()).isEqualByComparingTo("1.50");
        assertThat(figures.isTrue(figure)).isTrue();
        assertThat(figure.snapshot()).isEqualTo(snapshot.id());
        assertThat(rollups.differences(List.of(some))).isZero();
        assertThat(http.get().uri("/indicators/registers/{id}", snapshot.id()))
                .hasStatusOk()
                .bodyText()
                .contains("登记的投放点");
        assertThat(http.get().uri("/api/v1/registers/{id}", snapshot.id()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[0].sites.exchange-shop")
                .isEqualTo(1);
    }

    private static org.zhuxi.place.NewDivision ofStreet(String street, String county) {
        return new org.zhuxi.place.NewDivision(
                street + "000",
                org.zhuxi.place.PlaceKind.STREET,
                county + "000000",
                new Names("试验街道", "Trial street"),
                LocalDate.of(2020, 1, 1),
                Origin.SYNTHETIC,
                "test");
    }

    @Test
    void aRegisterTakenFromADocumentDoesNotTellAboutSites() {
        var world = World.create(register, 0);
        var line =
                new RegisterItem(world.community().value(), world.code(), new Names("试", "Trial"), true, 1, 900L, 300L);
        registers.freeze(
                OFFICER,
                Ids.next(),
                YEAR.code(),
                world.code(),
                LocalDate.of(2024, 1, 1),
                "公告",
                List.of(line),
                Origin.SYNTHETIC);
        rollups.refreshAll();

        assertThat(indicators.value(INDICATOR, world.path(), YEAR))
                .isEqualTo(new Reckoned.None(Reckoned.Reason.MISSING, "register.stations"));
    }
}
