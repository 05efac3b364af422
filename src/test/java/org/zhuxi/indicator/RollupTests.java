package org.zhuxi.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.activity.Outcome;
import org.zhuxi.activity.Submission;
import org.zhuxi.activity.World;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Places;
import org.zhuxi.place.Register;
import org.zhuxi.testing.ZhuxiTest;

/** What changed is added to the sums of all places above; a full count from the records must agree. */
@ZhuxiTest
class RollupTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final ReportPeriod YEAR = ReportPeriod.of(Year.from(TODAY));
    private static final ReportPeriod MONTH = ReportPeriod.of(YearMonth.from(TODAY));

    private final Activities activities;
    private final Register register;
    private final Places places;
    private final Rollups rollups;
    private final Indicators indicators;
    private final MeasureEntries entries;
    private final Registers registers;
    private final TransactionOperations transactions;

    RollupTests(
            Activities activities,
            Register register,
            Places places,
            Rollups rollups,
            Indicators indicators,
            MeasureEntries entries,
            Registers registers,
            TransactionOperations transactions) {
        this.activities = activities;
        this.register = register;
        this.places = places;
        this.rollups = rollups;
        this.indicators = indicators;
        this.entries = entries;
        this.registers = registers;
        this.transactions = transactions;
    }

    @Test
    void addsUpFromTheRecordsOfACommunityToTheNation() {
        var before = residual(PlacePath.NATION);
        var world = World.create(register, 8);
        record(world, 8, "1.5");

        rollups.refreshAll();

        assertThat(residual(world.path())).isEqualTo(12.0);
        assertThat(residual(street(world))).isEqualTo(12.0);
        assertThat(residual(PlacePath.NATION) - before).isEqualTo(12.0);
        assertThat(indicators
                        .open("waste.sorting.rate", street(world).value(), YEAR)
                        .addsUp())
                .isTrue();
    }

    private double residual(PlacePath path) {
        return indicators.open("waste.sorting.rate", path.value(), YEAR).terms().stream()
                .filter(term -> term.measure().code().equals("waste.residual.mass"))
                .map(TermValue::verified)
                .filter(java.util.Objects::nonNull)
                .mapToDouble(java.math.BigDecimal::doubleValue)
                .sum();
    }

    private static PlacePath street(World world) {
        return world.path().andAbove().get(1);
    }

    @Test
    void whatIsRecordedWhileOthersAreRolledUpIsAddedByTheNextRollUp() {
        var world = World.create(register, 8);
        record(world, 8, "1.5");

        transactions.executeWithoutResult(rollingUp -> {
            rollups.refreshAll();
            CompletableFuture.runAsync(() -> record(world, 8, "2.5")).join();
        });

        assertThat(residual(world.path())).isEqualTo(12.0);
        rollups.refreshAll();
        assertThat(residual(world.path())).isEqualTo(32.0);
        assertThat(residual(street(world))).isEqualTo(32.0);
        assertThat(rollups.differences(List.of(id(world)))).isZero();
    }

    @Test
    void aMonthOfACommunityOpensIntoItsBuildings() {
        var many = World.create(register, 6);
        var few = World.create(register, 4);
        record(many, 6, "2");
        record(few, 4, "2");
        rollups.refreshAll();

        var parts = indicators
                .open("waste.sorting.rate", many.path().value(), MONTH)
                .parts();
        var withheld =
                indicators.open("waste.sorting.rate", few.path().value(), MONTH).parts();

        assertThat(parts).singleElement().satisfies(part -> {
            assertThat(part.name().zh()).contains("1栋");
            assertThat(part.opens()).isFalse();
            assertThat(part.terms())
                    .filteredOn(term -> term.measure().code().equals("waste.residual.mass"))
                    .singleElement()
                    .satisfies(term -> assertThat(term.verified()).isEqualByComparingTo("12"));
        });
        assertThat(withheld).singleElement().satisfies(part -> {
            assertThat(part.value()).isEqualTo(new Reckoned.None(Reckoned.Reason.WITHHELD, ""));
            assertThat(part.terms()).isEmpty();
        });
        assertThat(indicators
                        .open("waste.sorting.rate", many.path().value(), YEAR)
                        .parts())
                .isEmpty();
    }

    private List<UUID> record(World world, int households, String kg) {
        var drops = new ArrayList<Submission>();
        for (var i = 0; i < households; i++) {
            drops.add(world.drop("waste.drop.residual", world.household(i), kg, Instant.now()));
        }
        assertThat(activities.record(world.person(Role.STEWARD), drops))
                .extracting(Outcome::status)
                .containsOnly(Outcome.Status.CREATED);
        return drops.stream().map(Submission::id).toList();
    }

    @Test
    void whatIsMissingIsNotZeroAndWhatWaitsIsToldApart() {
        var world = World.create(register, 6);
        rollups.refreshAll();
        assertThat(indicators.value("waste.sorting.rate", world.path(), YEAR))
                .isEqualTo(new Reckoned.None(Reckoned.Reason.MISSING, "waste.kitchen.mass"));

        activities.record(world.person(Role.STEWARD), List.of(world.residual(0, "50")));
        rollups.refreshAll();

        var view = indicators.open("waste.sorting.rate", world.path().value(), YEAR);
        var residual = view.terms().stream()
                .filter(term -> term.measure().code().equals("waste.residual.mass"))
                .findFirst()
                .orElseThrow();
        assertThat(residual.verified()).isNull();
        assertThat(residual.waiting()).isEqualByComparingTo("50");
    }

    @Test
    void aRecordThatIsTakenBackLeavesNothingBehind() {
        var world = World.create(register, 6);
        var ids = record(world, 2, "2");
        rollups.refreshAll();
        ids.forEach(id -> activities.reverse(world.person(Role.VERIFIER), id, "试"));
        rollups.refreshAll();

        assertThat(indicators
                        .open("waste.sorting.rate", world.path().value(), YEAR)
                        .terms())
                .allSatisfy(term -> assertThat(term.verified()).isNull());
        assertThat(indicators.periods("waste.sorting.rate", world.path())).isEmpty();
    }

    @Test
    void o43_threeHouseholdsAreWithheldWithTheirNeighbourAndTheStreetIsNot() {
        var small = World.create(register, 8);
        var street = street(small);
        var code = small.code().substring(0, 9);
        var middle = World.createIn(register, code, 2, 8);
        var large = World.createIn(register, code, 3, 10);
        record(small, 3, "1");
        record(middle, 6, "1");
        record(large, 9, "1");
        rollups.refreshAll();
        registers.freezeToday(officer(), Ids.next(), YEAR.code(), code + "000", "test");
        rollups.refreshAll();

        var view = indicators.open("waste.participation.rate", street.value(), YEAR);

        assertThat(view.terms().getFirst().verified()).isEqualByComparingTo("18");
        assertThat(view.parts())
                .filteredOn(part -> part.value().equals(new Reckoned.None(Reckoned.Reason.WITHHELD, "")))
                .extracting(IndicatorView.Part::path)
                .containsExactlyInAnyOrder(small.path(), middle.path());
        assertThat(indicators.value("waste.participation.rate", small.path(), YEAR))
                .isInstanceOfSatisfying(
                        Reckoned.None.class, none -> assertThat(none.reason()).isEqualTo(Reckoned.Reason.WITHHELD));
    }

    private static org.zhuxi.kernel.Actor officer() {
        return World.person("officer", Role.NATION_OFFICER, PlacePath.NATION);
    }

    /** Whatever happens, in whatever order: what was added bit by bit is what a full count finds. */
    @ParameterizedTest
    @ValueSource(longs = {20_260_901L, 7L, 42L})
    void addingBitByBitAgreesWithAFullCount(long seed) {
        var chance = new Random(seed);
        var one = World.create(register, 7);
        var two = World.create(register, 7);
        var all = List.of(one, two);
        var known = new ArrayList<Recorded>();
        var entered = new ArrayList<UUID>();
        for (var step = 0; step < 24; step++) {
            var world = all.get(chance.nextInt(2));
            switch (chance.nextInt(7)) {
                case 0, 1 -> known.addAll(some(world, chance));
                case 2 -> decide(known, chance);
                case 3 -> takeBack(known, chance);
                case 4 -> entered.add(enter(world, chance));
                case 5 -> decideEntry(entered, chance);
                default -> rollups.refreshAll();
            }
        }
        register.mergeDivisions(
                World.person("operator", Role.OPERATOR, PlacePath.NATION),
                List.of(one.code().substring(0, 9) + "000"),
                two.code().substring(0, 9) + "000",
                TODAY);
        known.addAll(some(one, chance));

        assertThat(rollups.differences(List.of(id(one), id(two))))
                .as("seed %d", seed)
                .isZero();

        var moved = places.findByCode(one.code()).orElseThrow().path();
        assertThat(moved.andAbove()).contains(street(two));
        assertThat(residual(street(two))).isEqualTo(residual(moved) + residual(two.path()));
    }

    private CommunityId id(World world) {
        return java.util.Objects.requireNonNull(
                places.findByCode(world.code()).orElseThrow().community());
    }

    private record Recorded(World world, UUID id) {}

    private List<Recorded> some(World world, Random chance) {
        var drops = new ArrayList<Submission>();
        for (var i = 0; i < 4; i++) {
            var at = Instant.now().minus(Duration.ofHours(24L * chance.nextInt(2) + 1));
            var isHazardous = chance.nextBoolean();
            var kind = isHazardous ? "waste.drop.hazardous" : "waste.drop.residual";
            var kg = !isHazardous && chance.nextInt(4) == 0 ? "50" : "1." + chance.nextInt(10);
            drops.add(world.drop(kind, world.household(chance.nextInt(7)), kg, at));
        }
        var outcomes = activities.record(world.person(Role.STEWARD), drops);
        return java.util.stream.IntStream.range(0, drops.size())
                .filter(i -> outcomes.get(i).status() == Outcome.Status.CREATED)
                .mapToObj(i -> new Recorded(world, drops.get(i).id()))
                .toList();
    }

    private void decide(List<Recorded> known, Random chance) {
        for (var recorded : known) {
            var verifier = recorded.world().person(Role.VERIFIER);
            if (state(recorded) == ActivityState.RECORDED) {
                activities.verify(verifier, recorded.id(), chance.nextBoolean(), "试");
                return;
            }
        }
    }

    private void takeBack(List<Recorded> known, Random chance) {
        if (known.isEmpty()) {
            return;
        }
        var recorded = known.get(chance.nextInt(known.size()));
        if (state(recorded) == ActivityState.VERIFIED) {
            activities.reverse(recorded.world().person(Role.VERIFIER), recorded.id(), "试");
        }
    }

    private ActivityState state(Recorded recorded) {
        Activity activity = activities.get(recorded.world().person(Role.VERIFIER), recorded.id());
        return activity.state();
    }

    private UUID enter(World world, Random chance) {
        var measure = List.of("waste.cleanup.mass", "facility.lifts", "survey.satisfaction")
                .get(chance.nextInt(3));
        var month = "%s-%02d".formatted(TODAY.getYear(), 1 + chance.nextInt(TODAY.getMonthValue()));
        var printed = chance.nextBoolean() ? "超" + chance.nextInt(100) : String.valueOf(chance.nextInt(100));
        return entries.enter(
                        world.person(Role.COMMUNITY_CLERK),
                        Ids.next(),
                        new NewMeasureEntry(world.code(), measure, month, printed, null, "清单"),
                        Origin.SYNTHETIC)
                .id();
    }

    private void decideEntry(List<UUID> entered, Random chance) {
        if (entered.isEmpty()) {
            return;
        }
        var id = entered.get(chance.nextInt(entered.size()));
        switch (entries.get(officer(), id).state()) {
            case RECORDED -> {
                if (chance.nextInt(3) == 0) {
                    entries.reject(officer(), id, "试");
                } else {
                    entries.verify(officer(), id);
                }
            }
            case VERIFIED -> entries.reverse(officer(), id, "试");
            case REJECTED, REVERSED -> rollups.refreshAll();
        }
    }
}
