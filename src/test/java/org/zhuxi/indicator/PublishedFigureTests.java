package org.zhuxi.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.zhuxi.activity.World;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.NewCommunity;
import org.zhuxi.place.NewDivision;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Register;
import org.zhuxi.testing.ZhuxiTest;

/** Figures are published with all they are reckoned from, open down to it, and are corrected and never changed. */
@ZhuxiTest
class PublishedFigureTests {

    private static final AtomicInteger CITIES = new AtomicInteger(10);
    private static final ReportPeriod YEAR = ReportPeriod.parse("2022").orElseThrow();
    private static final LocalDate SINCE = LocalDate.of(2000, 1, 1);

    /** Communities of Shanghai and those that meet the standard: totals as printed in 2022, split by the number of cases. */
    private static final int[][] DISTRICTS = {
        {567, 488}, {284, 244}, {284, 244}, {340, 293}, {170, 146}, {284, 244}, {284, 244}, {170, 146},
        {227, 195}, {340, 293}, {170, 146}, {284, 244}, {283, 243}, {340, 293}, {283, 243}, {227, 195}
    };

    private final Register register;
    private final Registers registers;
    private final MeasureEntries entries;
    private final PublishedFigures figures;
    private final Indicators indicators;
    private final Targets targets;
    private final Rollups rollups;

    PublishedFigureTests(
            Register register,
            Registers registers,
            MeasureEntries entries,
            PublishedFigures figures,
            Indicators indicators,
            Targets targets,
            Rollups rollups) {
        this.register = register;
        this.registers = registers;
        this.entries = entries;
        this.figures = figures;
        this.indicators = indicators;
        this.targets = targets;
        this.rollups = rollups;
    }

    private static Actor clerk() {
        return World.person("clerk", Role.NATION_OFFICER, PlacePath.NATION);
    }

    private static final Actor OFFICER = World.person("officer", Role.NATION_OFFICER, PlacePath.NATION);

    /** A city with the districts of Shanghai. */
    private City city() {
        var city = "96%02d".formatted(CITIES.getAndIncrement());
        var added = new ArrayList<NewDivision>();
        added.add(division("960000000000", PlaceKind.PROVINCE, "000000000000"));
        added.add(division(city + "00000000", PlaceKind.CITY, "960000000000"));
        var items = new ArrayList<RegisterItem>();
        for (var i = 0; i < DISTRICTS.length; i++) {
            var code = "%s%02d000000".formatted(city, i + 1);
            added.add(division(code, PlaceKind.COUNTY, city + "00000000"));
            items.add(
                    new RegisterItem(0, code, new Names("区" + i, "District " + i), true, DISTRICTS[i][0], null, null));
        }
        register.addDivisions(World.person("operator", Role.OPERATOR, PlacePath.NATION), added);
        var snapshot = registers.freeze(
                OFFICER,
                Ids.next(),
                "2022",
                city + "00000000",
                LocalDate.of(2022, 12, 31),
                "test",
                items,
                Origin.PUBLIC);
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < DISTRICTS.length; i++) {
            ids.add(attained(items.get(i).place(), DISTRICTS[i][1]));
        }
        return new City(city + "00000000", snapshot, ids);
    }

    private record City(String code, RegisterSnapshot snapshot, List<UUID> entries) {}

    private static NewDivision division(String code, PlaceKind kind, String parent) {
        return new NewDivision(
                code, kind, parent, new Names("试" + code, "Trial " + code), SINCE, Origin.SYNTHETIC, "test");
    }

    private UUID attained(String place, int count) {
        var id = Ids.next();
        entries.enter(
                clerk(),
                id,
                new NewMeasureEntry(place, "assessment.attained", "2022", String.valueOf(count), null, "名单"),
                Origin.SYNTHETIC);
        entries.verify(OFFICER, id);
        return id;
    }

    private PublishedFigure publish(City city) {
        return figures.publish(
                OFFICER, Ids.next(), new NewFigure("assessment.attainment.rate", city.code(), "2022"), Origin.PUBLIC);
    }

    @Test
    void o31_shanghaiOpensToSixteenDistrictsThatAddUp() {
        var city = city();
        targets.set(
                OFFICER,
                Ids.next(),
                new NewTarget(
                        "assessment.attainment.rate",
                        city.code(),
                        Target.Kind.TARGET,
                        YEAR,
                        new BigDecimal("60"),
                        "建城〔2020〕68号"),
                Origin.PUBLIC);

        var figure = publish(city);
        var trace = figures.trace(figure.id(), null, null, 3);

        assertThat(figure.value()).isEqualTo("85.98");
        assertThat(figure.numerator()).isEqualByComparingTo("3901");
        assertThat(figure.denominator()).isEqualByComparingTo("4537");
        assertThat(figure.snapshot()).isEqualTo(city.snapshot().id());
        assertThat(trace.below()).hasSize(2).allSatisfy(measure -> {
            assertThat(measure.below()).hasSize(16);
            assertThat(measure.sumsUp()).isTrue();
            assertThat(measure.below())
                    .allSatisfy(district -> assertThat(district.sumsUp()).isTrue());
        });
        assertThat(trace.below().getFirst().below())
                .flatExtracting(TraceNode::below)
                .allSatisfy(entry -> assertThat(entries.get(OFFICER, UUID.fromString(entry.key()))
                                .state())
                        .isEqualTo(MeasureEntry.State.VERIFIED));
        assertThat(indicators
                        .open("assessment.attainment.rate", city.code(), YEAR)
                        .targets())
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.verdict()).isEqualTo(Verdict.YES);
                    assertThat(held.missing()).isEqualTo(-1_178);
                });
    }

    @Test
    void o32_aChangeAfterPublicationIsSeenAndThePublishedFigureStays() {
        var city = city();
        var figure = publish(city);
        assertThat(figures.isTrue(figure)).isTrue();
        assertThatThrownBy(() -> figures.correct(OFFICER, Ids.next(), figure.id(), new Names("试", "")))
                .isInstanceOf(IndicatorRefused.StillTrue.class);

        entries.reverse(OFFICER, city.entries().getFirst(), "数错了");
        attained(city.code().substring(0, 4) + "01000000", 480);
        rollups.refreshAll();

        assertThat(figures.isTrue(figure)).isFalse();
        assertThat(figures.get(figure.id()).value()).isEqualTo("85.98");
        assertThatThrownBy(() -> publish(city)).isInstanceOf(IndicatorRefused.Published.class);
        var correction = figures.correct(OFFICER, Ids.next(), figure.id(), new Names("浦东多报 8 个", "Eight too many"));
        assertThat(correction.numerator()).isEqualByComparingTo("3893");
        assertThat(correction.corrects()).isEqualTo(figure.id());
        assertThat(figures.get(figure.id()).correctedBy()).isEqualTo(correction.id());
        assertThat(figures.history(correction.id())).hasSize(2);
    }

    @Test
    void o39_aMergerLeavesTheFiguresOfEarlierYearsAsTheyWere() {
        var city = city();
        var figure = publish(city);
        var prefix = city.code().substring(0, 4);

        register.mergeDivisions(
                World.person("operator", Role.OPERATOR, PlacePath.NATION),
                List.of(prefix + "02000000"),
                prefix + "03000000",
                LocalDate.of(2024, 1, 1));
        rollups.refreshAll();

        assertThat(figures.isTrue(figure)).isTrue();
        assertThat(indicators
                        .open("assessment.attainment.rate", city.code(), YEAR)
                        .parts())
                .hasSize(16);
    }

    @Test
    void o38_aVillageIsInTheRegisterAndNotInTheDenominator() {
        var world = World.create(register, 0);
        var operator = World.person("operator", Role.OPERATOR, PlacePath.NATION);
        var street = world.code().substring(0, 9);
        register.addCommunity(
                operator,
                new NewCommunity(
                        street + "201",
                        new Names("箭岭村", "Jianling Village"),
                        SINCE,
                        false,
                        null,
                        null,
                        null,
                        300,
                        100,
                        null,
                        Origin.SEED,
                        "test",
                        List.of()));

        var snapshot = registers.freezeToday(OFFICER, Ids.next(), "2023", street + "000", "test");

        assertThat(registers.items(snapshot.id())).hasSize(2);
        assertThat(snapshot.communities()).isEqualTo(1);
        assertThatThrownBy(() -> registers.freezeToday(OFFICER, Ids.next(), "2023", world.code(), "test"))
                .isInstanceOf(IndicatorRefused.Overlaps.class);
    }

    @Test
    void nobodyVerifiesWhatHeEnteredNorEntersItTwice() {
        var city = city();
        var own = Ids.next();
        var lifts = new NewMeasureEntry(city.code(), "facility.lifts", "2022-03", "78", null, "清单");
        entries.enter(OFFICER, own, lifts, Origin.SYNTHETIC);

        assertThatThrownBy(() -> entries.verify(OFFICER, own)).isInstanceOf(IndicatorRefused.OwnEntry.class);
        var district = city.code().substring(0, 4) + "01000000";
        assertThatThrownBy(() -> entries.enter(
                        clerk(),
                        Ids.next(),
                        new NewMeasureEntry(district, "facility.lifts", "2022-03", "5", null, "清单"),
                        Origin.SYNTHETIC))
                .isInstanceOf(IndicatorRefused.CountedTwice.class);
        assertThatThrownBy(() -> entries.enter(
                        clerk(),
                        Ids.next(),
                        new NewMeasureEntry(city.code(), "facility.lifts", "2022", "5", null, "清单"),
                        Origin.SYNTHETIC))
                .isInstanceOf(IndicatorRefused.CountedTwice.class);
        entries.reverse(OFFICER, own, "试");
        assertThatThrownBy(() -> entries.verify(clerk(), own)).isInstanceOf(IndicatorRefused.Decided.class);
    }

    @Test
    void refusesWhatIsNoNumberNoPeriodAndNoPlace() {
        var city = city();
        refused(city.code(), "facility.lifts", "2022-13", "5", IndicatorRefused.NoPeriod.class);
        refused(city.code(), "facility.lifts", "2099", "5", IndicatorRefused.InTheFuture.class);
        refused(city.code(), "assessment.named", "2022-03", "5", IndicatorRefused.YearlyOnly.class);
        refused(city.code(), "facility.lifts", "2022", "很多", IndicatorRefused.NoNumber.class);
        refused(city.code(), "waste.kitchen.mass", "2022", "5", IndicatorRefused.NotEntered.class);
        refused("999999999999", "facility.lifts", "2022", "5", IndicatorRefused.NoPlace.class);
        assertThatThrownBy(() -> figures.publish(
                        World.person("steward", Role.STEWARD, PlacePath.NATION),
                        Ids.next(),
                        new NewFigure("assessment.attainment.rate", city.code(), "2022"),
                        Origin.RECORDED))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> figures.publish(
                        OFFICER, Ids.next(), new NewFigure("waste.sorting.rate", city.code(), "2022"), Origin.RECORDED))
                .isInstanceOf(IndicatorRefused.NoValue.class);
    }

    private void refused(
            String place, String measure, String period, String value, Class<? extends IndicatorRefused> why) {
        assertThatThrownBy(() -> entries.enter(
                        clerk(),
                        Ids.next(),
                        new NewMeasureEntry(place, measure, period, value, null, "清单"),
                        Origin.RECORDED))
                .isInstanceOf(why);
    }
}
