package org.zhuxi.waste.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.activity.Outcome;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.WasteClass;

@ZhuxiTest
@Import(World.class)
class CollectionsTests {

    private final Collections collections;
    private final Treatments treatments;
    private final Facilities facilities;
    private final Vehicles vehicles;
    private final Activities activities;
    private final Yard here;

    CollectionsTests(
            Collections collections,
            Treatments treatments,
            Facilities facilities,
            Vehicles vehicles,
            Activities activities,
            World worlds,
            Accounts accounts,
            Stations stations) {
        this.collections = collections;
        this.treatments = treatments;
        this.facilities = facilities;
        this.vehicles = vehicles;
        this.activities = activities;
        here = Yard.build(worlds, accounts, stations, facilities, vehicles);
    }

    @Test
    void recordsACollectionAsAVerifiedRecord() {
        var id = file(here.kitchen("812.5"));

        var kept = collections.get(here.clerk(), id);
        assertThat(kept.netKg()).isEqualByComparingTo("812.5");
        assertThat(kept.state()).isEqualTo(ActivityState.VERIFIED);
        assertThat(kept.receivedKg()).isNull();
        assertThat(kept.differenceKg()).isEmpty();
        assertThat(activities.get(here.clerk(), id).kind()).isEqualTo("waste.collection.kitchen");
    }

    @Test
    void countsACollectionThatIsSentTwiceOnceAndKeepsTheFirstOfTwoUnderOneId() {
        var first = here.kitchen("100");
        file(first);

        assertThat(outcome(first).status()).isEqualTo(Outcome.Status.DUPLICATE);
        var other = here.kitchen(first.id(), "900", null, first.at(), null);
        assertThat(outcome(other).status()).isEqualTo(Outcome.Status.CONFLICT);
        assertThat(collections.get(here.clerk(), first.id()).netKg()).isEqualByComparingTo("100");
    }

    @Test
    void acceptsARepetitionAfterTheVehicleWasRetired() {
        var first = here.kitchen("100");
        file(first);
        vehicles.retire(here.head(), here.kitchenTruck());

        assertThat(outcome(first).status()).isEqualTo(Outcome.Status.DUPLICATE);
        assertThat(slug(here.kitchen("100"))).isEqualTo("vehicle-unknown");
    }

    @Test
    void refusesMixedCollectionAndSpoilsNothingElse() {
        var good = here.kitchen("10");
        var mixed = new NewCollection(
                Ids.next(),
                good.place(),
                WasteClass.KITCHEN,
                good.stations(),
                here.residualTruck(),
                "老王",
                here.compost(),
                good.load(),
                null,
                good.at(),
                "",
                List.of(),
                null);

        var filed = collections.file(here.hauler(), List.of(mixed, good));
        assertThat(slugOf(filed.getFirst())).isEqualTo("mixed-collection");
        assertThat(filed.getLast().isKept()).isTrue();
        assertThat(collections
                        .list(here.clerk(), here.made().path(), CollectionFilter.ALL, 10, null)
                        .items())
                .extracting(Collection::id)
                .contains(good.id())
                .doesNotContain(mixed.id());
    }

    @Test
    void refusesAFacilityThatDoesNotTakeTheClassAndStationsElsewhere() {
        var good = here.kitchen("10");
        var residual = with(good, WasteClass.RESIDUAL, here.residualTruck(), here.compost(), good.stations());
        assertThat(slug(residual)).isEqualTo("facility-class");
        var nowhere = with(good, WasteClass.KITCHEN, here.kitchenTruck(), here.compost(), List.of(UUID.randomUUID()));
        assertThat(slug(nowhere)).isEqualTo("collection-station-unknown");
        var none = with(good, WasteClass.KITCHEN, here.kitchenTruck(), here.compost(), List.of());
        assertThat(slug(none)).isEqualTo("collection-station-unknown");
    }

    @Test
    void estimatesFullBinsAndMarksThem() {
        var good = here.kitchen("10");
        var bins = new NewCollection(
                Ids.next(),
                good.place(),
                good.wasteClass(),
                good.stations(),
                good.plate(),
                good.driver(),
                good.facility(),
                new Load.Bins(3, 240),
                null,
                good.at(),
                "",
                List.of(),
                null);

        var kept = collections.get(here.clerk(), file(bins));
        assertThat(kept.weighing()).isEqualTo(Weighing.ESTIMATED);
        assertThat(kept.netKg()).isEqualByComparingTo("396.0");
        assertThat(kept.bins()).isEqualTo(3);
    }

    @Test
    void needsAnExplanationWhereBothSidesDifferByMoreThanTheTolerance() {
        var id = file(here.kitchen("1000"));

        assertThatThrownBy(() -> collections.receive(here.clerk(), id, receipt("940", "")))
                .isInstanceOf(ChainRefused.DifferenceUnexplained.class);
        assertThat(collections.receive(here.clerk(), id, receipt("940", "沥水"))).isFalse();
        assertThat(collections.receive(here.clerk(), id, receipt("940", "沥水"))).isTrue();
        assertThatThrownBy(() -> collections.receive(here.clerk(), id, receipt("950", "沥水")))
                .isInstanceOf(ChainRefused.AlreadyReceived.class);

        var kept = collections.get(here.clerk(), id);
        assertThat(kept.needsReview()).isTrue();
        assertThat(kept.differencePercent())
                .hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("-6.0"));
        var waiting = new CollectionFilter(null, null, null, null, null, CollectionFilter.Only.TO_REVIEW);
        assertThat(collections
                        .list(here.clerk(), here.made().path(), waiting, 10, null)
                        .items())
                .extracting(Collection::id)
                .contains(id);
    }

    @Test
    void letsSomebodyWhoStatedNeitherWeightAcceptTheDifference() {
        var id = file(here.kitchen("1000"));
        collections.receive(here.clerk(), id, receipt("940", "沥水"));

        assertThatThrownBy(() -> collections.settle(here.hauler(), id, "好")).isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> collections.settle(here.clerk(), id, "好"))
                .isInstanceOf(ChainRefused.OwnDifference.class);
        collections.settle(here.head(), id, "雨天，滤水多");
        assertThat(collections.get(here.clerk(), id).needsReview()).isFalse();
        assertThatThrownBy(() -> collections.settle(here.head(), id, "再来"))
                .isInstanceOf(ChainRefused.NothingToSettle.class);
    }

    @Test
    void takesASmallDifferenceWithoutAWord() {
        var id = file(
                here.kitchen(Ids.next(), "100", receipt("96", ""), Instant.now().minusSeconds(60), null));

        assertThat(collections.get(here.clerk(), id).receivedKg()).isEqualByComparingTo("96");
        assertThat(collections.get(here.clerk(), id).needsReview()).isFalse();
    }

    @Test
    void correctsByReplacingAndReversesByADecision() {
        var wrong = file(here.kitchen("1000"));
        var right = file(here.kitchen(Ids.next(), "100", null, Instant.now().minusSeconds(60), wrong));

        assertThat(collections.get(here.clerk(), wrong).state()).isEqualTo(ActivityState.REVERSED);
        assertThat(collections.get(here.clerk(), right).supersedes()).isEqualTo(wrong);
        activities.reverse(here.clerk(), right, "没有这一车");
        assertThat(collections.get(here.clerk(), right).counts()).isFalse();
    }

    @Test
    void keepsNothingOfAnAttemptWhoseRecordWasRefused() {
        var late = here.kitchen(Ids.next(), "100", null, Instant.now().minus(Duration.ofDays(90)), null);
        assertThat(slug(late)).isEqualTo("occurred-too-long-ago");
        assertThatThrownBy(() -> collections.get(here.clerk(), late.id())).isInstanceOf(Refused.NotFound.class);

        assertThat(outcome(here.kitchen(late.id(), "100", null, Instant.now().minusSeconds(60), null))
                        .status())
                .isEqualTo(Outcome.Status.CREATED);
    }

    @Test
    void staysWithinTheCommunity() {
        var outsider = World.founder();
        assertThat(collections
                        .file(outsider, List.of(here.kitchen("1")))
                        .getFirst()
                        .problem())
                .isNotNull();
        var id = file(here.kitchen("10"));
        assertThatThrownBy(() -> collections.get(
                        new org.zhuxi.kernel.Actor(Ids.next(), "x", java.util.Set.of(), java.util.Set.of(), null), id))
                .isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void pagesByKeyWithoutGapOrRepetition() {
        for (var i = 1; i <= 5; i++) {
            file(here.kitchen("1" + i));
        }
        var seen = new java.util.ArrayList<UUID>();
        String after = null;
        do {
            var slice = collections.list(here.clerk(), here.made().path(), CollectionFilter.ALL, 2, after);
            slice.items().forEach(it -> seen.add(it.id()));
            after = slice.next();
        } while (after != null);
        assertThat(seen).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
    }

    @Test
    void filesAReceiptOfTreatmentAndRefusesMoreOutThanIn() {
        var good = here.treatment("1000", "300", "50", Instant.now().minusSeconds(60));
        assertThat(treatments.file(here.clerk(), List.of(good)).getFirst().status())
                .isEqualTo(Outcome.Status.CREATED);
        assertThat(treatments.file(here.clerk(), List.of(good)).getFirst().status())
                .isEqualTo(Outcome.Status.DUPLICATE);
        assertThat(treatments
                        .list(here.clerk(), here.made().path(), null, 10, null)
                        .items()
                        .getFirst()
                        .lostKg())
                .isEqualByComparingTo("650");
        assertThat(activities.get(here.clerk(), good.id()).quantities().get("recovered"))
                .isEqualByComparingTo("950");

        var magic = here.treatment("100", "90", "20", Instant.now().minusSeconds(60));
        assertThat(slugOf(treatments.file(here.clerk(), List.of(magic)).getFirst()))
                .isEqualTo("more-out-than-in");
    }

    @Test
    void registersAPlateOnce() {
        assertThatThrownBy(() -> vehicles.add(
                        here.head(),
                        new Vehicles.New(
                                here.kitchenTruck().replace("K", "k ·"),
                                "别家",
                                java.util.Set.of(WasteClass.KITCHEN),
                                null,
                                here.made().path(),
                                org.zhuxi.kernel.Origin.SYNTHETIC)))
                .isInstanceOf(ChainRefused.Exists.class);
        assertThatThrownBy(() -> facilities.retire(here.hauler(), here.compost()))
                .isInstanceOf(Refused.Forbidden.class);
    }

    private static NewCollection with(
            NewCollection it, WasteClass wasteClass, String plate, String facility, List<UUID> stations) {
        return new NewCollection(
                Ids.next(),
                it.place(),
                wasteClass,
                stations,
                plate,
                it.driver(),
                facility,
                it.load(),
                null,
                it.at(),
                "",
                List.of(),
                null);
    }

    private static NewReceipt receipt(String kg, String explanation) {
        return new NewReceipt(new BigDecimal(kg), explanation);
    }

    private UUID file(NewCollection collection) {
        var filed = outcome(collection);
        assertThat(filed.problem()).isNull();
        return filed.id();
    }

    private Filed outcome(NewCollection collection) {
        return collections.file(here.hauler(), List.of(collection)).getFirst();
    }

    private String slug(NewCollection collection) {
        return slugOf(outcome(collection));
    }

    private static String slugOf(Filed filed) {
        var problem = filed.problem();
        return problem == null ? "" : problem.slug();
    }
}
