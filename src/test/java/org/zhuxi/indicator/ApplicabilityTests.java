package org.zhuxi.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.zhuxi.activity.World;
import org.zhuxi.assessment.CriterionResult.Outcome;
import org.zhuxi.assessment.Filling;
import org.zhuxi.assessment.Finding;
import org.zhuxi.assessment.Proof;
import org.zhuxi.assessment.Scoring;
import org.zhuxi.assessment.Standards;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.NewCommunity;
import org.zhuxi.place.Register;
import org.zhuxi.testing.ZhuxiTest;

/** An indicator has no value where it does not apply, and what was given there all the same is in no sum above. */
@ZhuxiTest
class ApplicabilityTests {

    private static final String RATE = "estate.property.rate";
    private static final Reckoned NOT_APPLICABLE = new Reckoned.None(Reckoned.Reason.NOT_APPLICABLE, "");
    private static final ReportPeriod YEAR = ReportPeriod.parse("2024").orElseThrow();
    private static final Actor OFFICER = World.person("officer", Role.NATION_OFFICER, PlacePath.NATION);

    private final Register register;
    private final MeasureEntries entries;
    private final Rollups rollups;
    private final Indicators indicators;
    private final PublishedFigures figures;
    private final Standards standards;
    private final Filling filling;
    private final MockMvcTester http;

    ApplicabilityTests(
            Register register,
            MeasureEntries entries,
            Rollups rollups,
            Indicators indicators,
            PublishedFigures figures,
            Standards standards,
            Filling filling,
            MockMvcTester http) {
        this.register = register;
        this.entries = entries;
        this.rollups = rollups;
        this.indicators = indicators;
        this.figures = figures;
        this.standards = standards;
        this.filling = filling;
        this.http = http;
    }

    /** A street in which 3 of 10 quarters of a community and 9 of 10 of a village are managed. */
    private record Street(String code, PlacePath path, World community, String village) {

        PlacePath villagePath() {
            return new PlacePath(path + "/" + village);
        }
    }

    private Street street() {
        var world = World.create(register, 0);
        var street = world.code().substring(0, 9);
        var village = village(street, "801");
        enter(world.code(), "estate.property", "3");
        enter(world.code(), "estate.count", "10");
        enter(village, "estate.property", "9");
        enter(village, "estate.count", "10");
        rollups.refreshAll();
        return new Street(street + "000", world.path().andAbove().get(1), world, village);
    }

    private String village(String street, String number) {
        var code = street + number;
        register.addCommunity(
                World.person("operator", Role.OPERATOR, PlacePath.NATION),
                new NewCommunity(
                        code,
                        new Names("试验村" + number, "Trial village " + number),
                        LocalDate.of(2020, 1, 1),
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Origin.SYNTHETIC,
                        "test",
                        List.of()));
        return code;
    }

    private void enter(String place, String measure, String value) {
        var clerk = World.person("clerk", Role.NATION_OFFICER, PlacePath.NATION);
        var id = Ids.next();
        entries.enter(clerk, id, new NewMeasureEntry(place, measure, "2024", value, null, "清单"), Origin.SYNTHETIC);
        entries.verify(OFFICER, id);
    }

    @Test
    void aVillageHasNoValueAndIsLeftOutAbove() {
        var street = street();

        var opened = indicators.open(RATE, street.code(), YEAR);

        assertThat(opened.value()).isInstanceOfSatisfying(Reckoned.Known.class, known -> {
            assertThat(known.value()).isEqualByComparingTo("30.00");
            assertThat(known.numerator()).isEqualByComparingTo("3");
            assertThat(known.denominator()).isEqualByComparingTo("10");
        });
        assertThat(opened.addsUp()).isTrue();
        assertThat(opened.parts())
                .extracting(IndicatorView.Part::code, part -> part.value().orNull() == null)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(street.community().code(), false),
                        org.assertj.core.groups.Tuple.tuple(street.village(), true));
        assertThat(indicators.value(RATE, street.villagePath(), YEAR)).isEqualTo(NOT_APPLICABLE);
        assertThat(indicators
                        .open(RATE, street.villagePath().value(), YEAR)
                        .trend()
                        .points())
                .allSatisfy(point -> assertThat(point.value()).isEqualTo(NOT_APPLICABLE));
        assertThat(indicators.open("facility.lifts", street.code(), YEAR).value())
                .isEqualTo(new Reckoned.None(Reckoned.Reason.MISSING, "facility.lifts"));
    }

    @Test
    void aPlaceOfVillagesAloneHasNoValueEither() {
        var world = World.create(register, 0);
        var other = world.code().substring(0, 6) + "%03d".formatted(900);
        register.addDivisions(
                World.person("operator", Role.OPERATOR, PlacePath.NATION),
                List.of(new org.zhuxi.place.NewDivision(
                        other + "000",
                        org.zhuxi.place.PlaceKind.STREET,
                        world.code().substring(0, 6) + "000000",
                        new Names("试验乡", "Trial township"),
                        LocalDate.of(2020, 1, 1),
                        Origin.SYNTHETIC,
                        "test")));
        var path = new PlacePath(world.path().andAbove().get(2) + "/" + other);

        assertThat(indicators.value(RATE, path, YEAR))
                .isInstanceOfSatisfying(
                        Reckoned.None.class, none -> assertThat(none.reason()).isEqualTo(Reckoned.Reason.MISSING));
        village(other, "001");
        assertThat(indicators.value(RATE, path, YEAR)).isEqualTo(NOT_APPLICABLE);
    }

    @Test
    void aPublishedFigureRestsOnCommunitiesItSpeaksOfAlone() {
        var street = street();

        var figure = figures.publish(OFFICER, Ids.next(), new NewFigure(RATE, street.code(), "2024"), Origin.SYNTHETIC);

        assertThat(figure.value()).isEqualByComparingTo("30.00");
        assertThat(figures.trace(figure.id(), null, null, 3).below()).hasSize(2).allSatisfy(measure -> {
            assertThat(measure.below()).hasSize(1);
            assertThat(measure.sumsUp()).isTrue();
        });
        assertThat(figures.isTrue(figure)).isTrue();
        assertThatThrownBy(() -> figures.publish(
                        OFFICER, Ids.next(), new NewFigure(RATE, street.village(), "2024"), Origin.SYNTHETIC))
                .isInstanceOf(IndicatorRefused.NoValue.class);
    }

    @Test
    void anAssessmentDoesNotAskWhereTheIndicatorDoesNotApply() {
        var street = street();
        var standard = standards.get("GC2020", 1);
        var criterion = standard.criteria().stream()
                .filter(one -> RATE.equals(one.indicator()))
                .findFirst()
                .orElseThrow();

        var village = Objects.requireNonNull(
                filling.fill(standard, street.villagePath(), YEAR).get(criterion.code()));
        var community = Objects.requireNonNull(
                filling.fill(standard, street.community().path(), YEAR).get(criterion.code()));

        assertThat(outcome(standard, criterion.code(), village.finding())).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(village.provenance())
                .extracting(Filling.Provenance::missing)
                .contains(Reckoned.Reason.NOT_APPLICABLE);
        assertThat(outcome(standard, criterion.code(), community.finding())).isNotEqualTo(Outcome.NOT_APPLICABLE);
    }

    private static @Nullable Outcome outcome(
            org.zhuxi.assessment.StandardVersion standard, String criterion, Finding finding) {
        return new Scoring()
                .score(standard, java.util.Map.of(criterion, finding), LocalDate.of(2024, 12, 31), Proof.CLAIMED)
                .result(criterion)
                .orElseThrow()
                .outcome();
    }

    @Test
    void pagesFilesAndTheInterfaceSaySo() {
        var street = street();

        assertThat(http.get()
                        .uri("/indicators/{code}?place={at}&period=2024", RATE, street.village())
                        .locale(Locale.CHINA))
                .hasStatusOk()
                .bodyText()
                .contains("不适用", "适用于：城市社区");
        assertThat(http.get().uri("/indicators/{code}/csv?place={at}&period=2024", RATE, street.code()))
                .hasStatusOk()
                .bodyText()
                .contains("no_value", "NOT_APPLICABLE");
        assertThat(http.get().uri("/api/v1/indicators/{code}/value?place={at}&period=2024", RATE, street.village()))
                .hasStatusOk()
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.verified.reason").isEqualTo("NOT_APPLICABLE");
                    assertThat(json)
                            .extractingPath("$.indicator.applicability.settlement")
                            .isEqualTo("URBAN");
                });
    }
}
