package org.zhuxi.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhuxi.account.Accounts;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Register;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
class DropsTests {

    private final Drops drops;
    private final Stations stations;
    private final Activities activities;
    private final Neighbourhood.Builder builder;
    private final Neighbourhood here;

    DropsTests(Drops drops, Stations stations, Activities activities, Register register, Accounts accounts) {
        this.drops = drops;
        this.stations = stations;
        this.activities = activities;
        builder = new Neighbourhood.Builder(register, accounts, stations);
        here = builder.build(2, 0);
    }

    @Test
    void recordsADropAndAnswersWithTheDoor() {
        var drop = here.drop(here.big().getFirst(), WasteClass.RESIDUAL, "1.2", Grade.A);
        var receipt = drops.record(here.steward(), drop);

        assertThat(receipt.repeated()).isFalse();
        assertThat(receipt.door()).isEqualTo(here.big().getFirst().label());
        assertThat(receipt.massKg()).isEqualByComparingTo("1.2");
        assertThat(receipt.opening()).isEqualTo(Opening.State.OPEN);
        assertThat(activities.get(here.steward(), drop.id()).kind()).isEqualTo("waste.drop.residual");
    }

    @Test
    void countsADropThatIsSentTwiceOnce() {
        var drop = here.drop(here.big().getFirst(), WasteClass.RESIDUAL, "1.2", Grade.A);
        drops.record(here.steward(), drop);

        assertThat(drops.record(here.steward(), drop).repeated()).isTrue();
        assertThat(drops.today(here.steward(), here.station()).drops()).isEqualTo(1);
    }

    @Test
    void refusesOtherContentUnderTheSameIdAndLetsTheFirstStand() {
        var drop = here.drop(here.big().getFirst(), WasteClass.RESIDUAL, "1.2", Grade.A);
        drops.record(here.steward(), drop);
        var other = new NewDrop(
                drop.id(),
                drop.station(),
                drop.household(),
                drop.wasteClass(),
                new Amount.Weighed(new BigDecimal("9")),
                drop.grade(),
                drop.at(),
                "",
                null);

        assertThatThrownBy(() -> drops.record(here.steward(), other)).isInstanceOf(WasteRefused.RecordRefused.class);
        assertThat(drops.today(here.steward(), here.station()).last())
                .singleElement()
                .satisfies(kept -> assertThat(kept.massKg()).isEqualByComparingTo("1.2"));
    }

    @Test
    void marksADropOutsideTheOpeningHoursAndKeepsIt() {
        stations.close(here.clerk(), here.station(), new Closure(LocalDate.now(Neighbourhood.ZONE), "施工"));
        stations.close(
                here.clerk(),
                here.station(),
                new Closure(LocalDate.now(Neighbourhood.ZONE).plusDays(1), "施工"));
        var drop = here.drop(here.big().getFirst(), WasteClass.RESIDUAL, "1.2", Grade.A);

        assertThat(drops.record(here.steward(), drop).opening()).isEqualTo(Opening.State.CLOSED);
        assertThat(activities.get(here.steward(), drop.id()).note()).contains("非开放时段");
        assertThat(drops.today(here.steward(), here.station()).last())
                .singleElement()
                .satisfies(kept -> assertThat(kept.outsideHours()).isTrue());
    }

    @Test
    void estimatesTheMassOfBagsAndSaysSo() {
        var drop = new NewDrop(
                Ids.next(),
                here.station(),
                here.big().getFirst().ref(),
                WasteClass.KITCHEN,
                new Amount.Bags(2),
                Grade.B,
                java.time.Instant.now(),
                "湿",
                null);
        var receipt = drops.record(here.steward(), drop);

        assertThat(receipt.massKg()).isEqualByComparingTo("3.0");
        var kept = activities.get(here.steward(), drop.id());
        assertThat(kept.quantities().get("bags")).isEqualByComparingTo("2");
        assertThat(kept.note()).contains("2 × 1.5 kg").endsWith("湿");
    }

    @Test
    void correctsADropByReplacingIt() {
        var wrong = here.drop(here.big().getFirst(), WasteClass.RESIDUAL, "12", Grade.A);
        drops.record(here.steward(), wrong);
        var right = here.drop(here.big().getFirst(), WasteClass.RESIDUAL, "1.2", Grade.A);
        drops.record(
                here.steward(),
                new NewDrop(
                        right.id(),
                        right.station(),
                        right.household(),
                        right.wasteClass(),
                        right.amount(),
                        right.grade(),
                        right.at(),
                        "",
                        wrong.id()));

        var shift = drops.today(here.steward(), here.station());
        assertThat(shift.drops()).isEqualTo(1);
        assertThat(shift.totals())
                .hasEntrySatisfying(
                        WasteClass.RESIDUAL, total -> assertThat(total.massKg()).isEqualByComparingTo("1.2"));
        assertThat(activities.get(here.steward(), wrong.id()).state()).isEqualTo(ActivityState.REVERSED);
    }

    @Test
    void findsAHouseholdByCardByPlateAndByTheEndOfThePlate() {
        var household = here.big().getFirst();
        for (var typed : List.of(
                household.cardCode(),
                household.cardCode().toLowerCase(java.util.Locale.ROOT),
                "https://zhuxi.example/c/" + household.cardCode(),
                household.dwelling(),
                " q1-b01-0101 ",
                "Q1－B01－０１０１")) {
            assertThat(drops.identify(here.steward(), here.station(), typed).ref())
                    .as(typed)
                    .isEqualTo(household.ref());
        }
    }

    @Test
    void doesNotShowHouseholdsOfAnotherCommunity() {
        var elsewhere = builder.build(1, 0);
        var card = elsewhere.big().getFirst().cardCode();

        assertThatThrownBy(() -> drops.identify(here.steward(), here.station(), card))
                .isInstanceOf(WasteRefused.HouseholdUnknown.class);
        assertThatThrownBy(() -> drops.identify(here.steward(), elsewhere.station(), card))
                .isInstanceOf(WasteRefused.HouseholdUnknown.class);
        var drop = elsewhere.drop(elsewhere.big().getFirst(), WasteClass.RESIDUAL, "1", Grade.A);
        assertThatThrownBy(() -> drops.record(here.steward(), drop)).isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void refusesAClassTheStationDoesNotTake() {
        var kitchenOnly = stations.add(
                here.head(),
                new NewStation(
                        here.code(),
                        new org.zhuxi.kernel.Names("厨余点", "Kitchen only"),
                        null,
                        java.util.Set.of(WasteClass.KITCHEN),
                        false,
                        "",
                        org.zhuxi.kernel.Origin.SYNTHETIC));
        var drop = here.drop(here.big().getFirst(), WasteClass.HAZARDOUS, "1", Grade.A);
        var misplaced = new NewDrop(
                drop.id(),
                kitchenOnly,
                drop.household(),
                drop.wasteClass(),
                drop.amount(),
                drop.grade(),
                drop.at(),
                "",
                null);
        assertThatThrownBy(() -> drops.record(here.steward(), misplaced))
                .isInstanceOf(WasteRefused.ClassNotAccepted.class);
    }

    @Test
    void passesOnWhyTheRecordWasRefused() {
        var drop = here.drop(here.big().getFirst(), WasteClass.RESIDUAL, "5000", Grade.A);
        assertThatThrownBy(() -> drops.record(here.steward(), drop))
                .isInstanceOfSatisfying(
                        WasteRefused.RecordRefused.class,
                        refused -> assertThat(refused.problem().fields())
                                .anySatisfy(field -> assertThat(field.name()).startsWith("quantities.mass")));
    }
}
