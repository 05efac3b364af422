package org.zhuxi.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Register;
import org.zhuxi.platform.manifest.FigureSource;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
class FigureTests {

    private final Activities activities;
    private final Register register;
    private final FigureSource mass;
    private final FigureSource households;
    private final Period period;

    private World first;
    private World second;
    private PlacePath street;

    FigureTests(Activities activities, ActivityFigures figures, Register register) {
        this.activities = activities;
        this.register = register;
        var name = new Names("试", "Test");
        var declaration = new FigureDeclaration(
                "test.mass", name, name, name, List.of("waste.drop.residual", "waste.drop.hazardous"), "mass", 1);
        this.mass = figures.sum(declaration);
        this.households = figures.households(declaration);
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        this.period = new Period(today.minusDays(10), today.plusDays(1));
    }

    @BeforeEach
    void fill() {
        first = World.create(register, 8);
        street = new PlacePath(
                first.path().value().substring(0, first.path().value().lastIndexOf('/')));
        second = World.createIn(register, first.code().substring(0, 9), 2, 8);
        fill(first, 8);
        fill(second, 6);
    }

    private void fill(World world, int households) {
        var drops = new ArrayList<Submission>();
        for (var household = 0; household < households; household++) {
            for (var day = 0; day < 2; day++) {
                var at = Instant.now().minus(Duration.ofHours(day * 24L + 1));
                drops.add(world.drop("waste.drop.residual", world.household(household), "1." + household, at));
            }
        }
        drops.add(world.residual(0, "50"));
        drops.add(world.drop("waste.drop.hazardous", null, "0.5", Instant.now()));
        assertThat(activities.record(world.person(Role.STEWARD), drops))
                .extracting(Outcome::status)
                .containsOnly(Outcome.Status.CREATED);
    }

    @Test
    void tellsVerifiedAndProvisionalApart() {
        var value = mass.value(first.path(), period);

        assertThat(value.verified()).isEqualByComparingTo(dropped(8));
        assertThat(value.provisional()).isEqualByComparingTo("50");
        assertThat(value.records()).isEqualTo(17);
    }

    @Test
    void sumsUpFromRecordsToTheStreet() {
        var opened = mass.trail(street, period, null);

        assertThat(opened.total().verified()).isEqualByComparingTo(dropped(8).add(dropped(6)));
        assertThat(opened.steps()).hasSize(2);
        assertThat(sumDown(street, period)).isEqualByComparingTo(opened.total().verified());
    }

    /** Opens every step below and adds up what is written on the records themselves. */
    private BigDecimal sumDown(PlacePath place, Period days) {
        var trail = mass.trail(place, days, null);
        if (trail.steps().isEmpty()) {
            var records =
                    trail.records().stream().map(FigureSource.Entry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(records).isEqualByComparingTo(trail.total().verified());
            return records;
        }
        var steps = trail.steps().stream()
                .map(step -> {
                    assertThat(mass.value(step.place(), step.period()).verified())
                            .isEqualByComparingTo(step.value().verified());
                    return sumDown(step.place(), step.period());
                })
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(steps).isEqualByComparingTo(trail.total().verified());
        return steps;
    }

    @Test
    void opensARecordForEverybodyWithoutItsHousehold() {
        var day = new Period(period.to().minusDays(1), period.to());
        var entry = mass.trail(first.path(), day, null).records().getFirst();

        var record = activities.publicRecord(entry.id());

        assertThat(record.day()).isEqualTo(entry.day());
        assertThat(record.place()).isEqualTo(first.path());
        assertThat(record.toString()).doesNotContain(first.household(0).toString(), "1栋");
        assertThat(entry.verifiedBy()).isEqualTo("RULE");
    }

    @Test
    void countsHouseholdsOnceHoweverOftenTheyCome() {
        assertThat(households.additive()).isFalse();
        assertThat(households.value(street, period).verified()).isEqualByComparingTo("14");
        assertThat(households.value(first.path(), period).verified()).isEqualByComparingTo("8");
    }

    @Test
    void withholdsACountBelowFive() {
        var small = World.create(register, 4);
        activities.record(
                small.person(Role.STEWARD),
                IntStream.range(0, 4)
                        .mapToObj(number -> small.residual(number, "1"))
                        .toList());

        var trail = households.trail(small.path(), period, null);

        assertThat(trail.total().suppressed()).isTrue();
        assertThat(trail.total().verified()).isZero();
        assertThat(trail.steps()).isEmpty();
    }

    @Test
    void withholdsTheSmallestNeighbourOfASingleWithheldCount() {
        var third = World.createIn(register, first.code().substring(0, 9), 3, 2);
        activities.record(third.person(Role.STEWARD), List.of(third.residual(0, "1"), third.residual(1, "1")));

        var steps = households.trail(street, period, null).steps();

        assertThat(steps)
                .filteredOn(step -> step.value().suppressed())
                .extracting(FigureSource.Step::place)
                .containsExactlyInAnyOrder(third.path(), second.path());
    }

    @Test
    void isNothingWhereNothingHappened() {
        var empty = World.create(register, 0);

        assertThat(mass.value(empty.path(), period).verified()).isZero();
        assertThat(mass.trail(empty.path(), period, null).steps()).isEmpty();
    }

    private static BigDecimal dropped(int households) {
        return IntStream.range(0, households)
                .mapToObj(number -> new BigDecimal("1." + number).multiply(BigDecimal.TWO))
                .reduce(new BigDecimal("0.5"), BigDecimal::add);
    }
}
