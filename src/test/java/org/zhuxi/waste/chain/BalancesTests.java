package org.zhuxi.waste.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.activity.Activities;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Period;
import org.zhuxi.platform.manifest.Manifests;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.WasteClass;

@ZhuxiTest
@Import(World.class)
class BalancesTests {

    private final YearMonth month = YearMonth.now(Yard.ZONE).minusMonths(1);

    private final Balances balances;
    private final Collections collections;
    private final Treatments treatments;
    private final Activities activities;
    private final Manifests manifests;
    private final Yard here;

    BalancesTests(
            Balances balances,
            Collections collections,
            Treatments treatments,
            Activities activities,
            Manifests manifests,
            World worlds,
            Accounts accounts,
            Stations stations,
            Facilities facilities,
            Vehicles vehicles) {
        this.balances = balances;
        this.collections = collections;
        this.treatments = treatments;
        this.activities = activities;
        this.manifests = manifests;
        here = Yard.build(worlds, accounts, stations, facilities, vehicles);
    }

    @Test
    void balancesARandomHistoryWithReversalsExactly() {
        var seed = ThreadLocalRandom.current().nextLong();
        System.out.println("balance history seed " + seed);
        var random = new SplittableRandom(seed);
        var model = new Model();
        for (var step = 0; step < 60; step++) {
            model.act(random);
            if (step % 10 == 9) {
                model.compare();
            }
        }
    }

    @Test
    void callsAMissingEndUnknownAndNotZero() {
        Yard.history(activities, List.of(here.drop(WasteClass.KITCHEN, "10", Yard.at(month.atDay(3)))));

        var line = line();
        assertThat(line.isKnown(Leg.COLLECTION)).isFalse();
        assertThat(line.isBalanced(Leg.COLLECTION)).isFalse();
        assertThat(line.collected().isMissing()).isTrue();
    }

    @Test
    void keepsAClosedMonthFromChangesAndTellsWhenRecordsOutranIt() {
        var id = takeOver("500", month.atDay(9));
        explain("40", "moisture");
        assertThatThrownBy(() -> balances.close(here.clerk(), here.made().path(), month, ""))
                .isInstanceOf(org.zhuxi.kernel.Refused.Forbidden.class);
        balances.close(here.verifier(), here.made().path(), month, "核对过");

        assertThatThrownBy(() -> explain("1", "moisture")).isInstanceOf(ChainRefused.MonthClosed.class);
        assertThatThrownBy(() -> balances.close(here.verifier(), here.made().path(), month, ""))
                .isInstanceOf(ChainRefused.MonthClosed.class);
        assertThat(read().isOutrun()).isFalse();
        activities.reverse(here.clerk(), id, "重复");
        assertThat(read().isOutrun()).isTrue();
        balances.reopen(here.head(), here.made().path(), month, "清运撤销了一车");
        explain("1", "moisture");
        assertThat(read().closing()).isNull();
    }

    @Test
    void letsNobodyCloseAMonthOfHisOwnWork() {
        balances.explain(
                here.head(),
                here.made().path(),
                new Balances.NewExplanation(Ids.next(), month, WasteClass.KITCHEN, "stock", new BigDecimal("5"), ""));
        assertThatThrownBy(() -> balances.close(here.head(), here.made().path(), month, ""))
                .isInstanceOf(ChainRefused.OwnMonth.class);
        assertThatThrownBy(() -> balances.close(here.verifier(), here.made().path(), month.plusMonths(1), ""))
                .isInstanceOf(ChainRefused.MonthNotOver.class);
    }

    @Test
    void countsAnExplanationSentTwiceOnce() {
        var said =
                new Balances.NewExplanation(Ids.next(), month, WasteClass.KITCHEN, "stock", new BigDecimal("12.5"), "");
        assertThat(balances.explain(here.clerk(), here.made().path(), said)).isFalse();
        assertThat(balances.explain(here.clerk(), here.made().path(), said)).isTrue();
        var other = new Balances.NewExplanation(said.id(), month, WasteClass.KITCHEN, "stock", BigDecimal.ONE, "");
        assertThatThrownBy(() -> balances.explain(here.clerk(), here.made().path(), other))
                .isInstanceOf(ChainRefused.Conflict.class);
        assertThat(line().explainedCollectionKg()).isEqualByComparingTo("12.5");
    }

    /** Zhuji booklet, line 235: 垃圾负增长 −14 %; its base period is not printed, so the masses here are made up to fit. */
    @Test
    void tellsADecreaseOfFourteenPercentAsZhujiDoes() {
        var day = month.atDay(10);
        takeOver("1000", day.minusYears(1));
        takeOver("860", day);

        var change = manifests.findFigure("waste.collected.change").orElseThrow();
        var period = new Period(month.atDay(1), month.plusMonths(1).atDay(1));
        var value = change.value(here.made().path(), period);
        assertThat(value.verified()).isEqualByComparingTo("-14");
        assertThat(value.suppressed()).isFalse();
        var before = new Period(period.from().minusYears(1), period.to().minusYears(1));
        assertThat(change.value(here.made().path(), before).suppressed()).isTrue();
    }

    @Test
    void dividesSumsAndNeverAveragesRatios() {
        takeOver("900", month.atDay(10));
        var residual = new NewCollection(
                Ids.next(),
                here.made().communityCode(),
                WasteClass.RESIDUAL,
                List.of(here.station().site()),
                here.residualTruck(),
                "老李",
                here.burner(),
                new Load.Weighed(
                        Weighing.DESTINATION, new BigDecimal("9100"), new BigDecimal("9000"), new BigDecimal("100")),
                null,
                Yard.at(month.atDay(11)),
                "",
                List.of(),
                null);
        assertThat(collections
                        .takeOver(World.founder(), List.of(residual), Origin.SYNTHETIC)
                        .getFirst()
                        .isKept())
                .isTrue();
        treatments.takeOver(
                World.founder(),
                List.of(here.treatment("800", "240", "300", Yard.at(month.atDay(12)))),
                Origin.SYNTHETIC);

        var period = new Period(month.atDay(1), month.plusMonths(1).atDay(1));
        assertThat(value("waste.diversion.rate", period)).isEqualByComparingTo("90");
        assertThat(value("waste.recycling.rate", period)).isEqualByComparingTo("50");
        var trail = manifests
                .findFigure("waste.diversion.rate")
                .orElseThrow()
                .trail(here.made().path(), new Period(month.atDay(10), month.atDay(11)), null);
        assertThat(trail.records())
                .singleElement()
                .satisfies(it -> assertThat(it.amount()).isEqualByComparingTo("100"));
        var person = manifests.findFigure("waste.collected.per-person").orElseThrow();
        assertThat(person.value(here.made().path(), period).suppressed())
                .as("nobody counted the residents, which is not zero")
                .isTrue();
    }

    private BigDecimal value(String figure, Period period) {
        return manifests
                .findFigure(figure)
                .orElseThrow()
                .value(here.made().path(), period)
                .verified();
    }

    private UUID takeOver(String kg, LocalDate day) {
        var item = here.kitchen(Ids.next(), kg, null, Yard.at(day), null);
        var filed = collections
                .takeOver(World.founder(), List.of(item), Origin.SYNTHETIC)
                .getFirst();
        assertThat(filed.problem()).isNull();
        return item.id();
    }

    private UUID explain(String kg, String reason) {
        var id = Ids.next();
        balances.explain(
                here.clerk(),
                here.made().path(),
                new Balances.NewExplanation(id, month, WasteClass.KITCHEN, reason, new BigDecimal(kg), ""));
        return id;
    }

    private MonthBalance read() {
        return balances.read(here.clerk(), here.made().path(), month);
    }

    private BalanceLine line() {
        return read().lines().stream()
                .filter(it -> it.wasteClass() == WasteClass.KITCHEN)
                .findFirst()
                .orElseThrow();
    }

    /** The same history kept in plain numbers. */
    private final class Model {

        private final List<Entry> drops = new ArrayList<>();
        private final List<Entry> collected = new ArrayList<>();
        private final List<Entry> explained = new ArrayList<>();

        private record Entry(UUID id, BigDecimal kg) {}

        private void act(SplittableRandom random) {
            var kg = BigDecimal.valueOf(random.nextInt(1, 900), 1);
            var day = month.atDay(random.nextInt(1, 28));
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    var drop = here.drop(WasteClass.KITCHEN, kg.movePointLeft(1).toPlainString(), Yard.at(day));
                    Yard.history(activities, List.of(drop));
                    drops.add(new Entry(drop.id(), kg.movePointLeft(1)));
                }
                case 2 -> collected.add(new Entry(takeOver(kg.toPlainString(), day), kg));
                case 3 -> {
                    var signed = random.nextBoolean() ? kg : kg.negate();
                    explained.add(new Entry(explain(signed.toPlainString(), "moisture"), signed));
                }
                case 4 -> reverse(random.nextBoolean() ? drops : collected, random);
                default -> {
                    if (!explained.isEmpty()) {
                        var old = explained.remove(random.nextInt(explained.size()));
                        balances.takeBack(here.clerk(), here.made().path(), month, old.id());
                    }
                }
            }
        }

        private void reverse(List<Entry> entries, SplittableRandom random) {
            if (!entries.isEmpty()) {
                activities.reverse(
                        here.clerk(),
                        entries.remove(random.nextInt(entries.size())).id(),
                        "记错");
            }
        }

        private void compare() {
            var line = line();
            var unexplained = sum(drops).subtract(sum(collected)).subtract(sum(explained));
            assertThat(line.dropped().verifiedKg()).isEqualByComparingTo(sum(drops));
            assertThat(line.collected().verifiedKg()).isEqualByComparingTo(sum(collected));
            assertThat(line.explainedKg(Leg.COLLECTION)).isEqualByComparingTo(sum(explained));
            assertThat(line.unexplainedKg(Leg.COLLECTION)).isEqualByComparingTo(unexplained);
        }

        private static BigDecimal sum(List<Entry> entries) {
            return entries.stream().map(Entry::kg).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
