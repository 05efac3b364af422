package org.zhuxi.compost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.Places;
import org.zhuxi.points.Points;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Compost that a household takes home earns it points, once, and taken back it earns none. */
@ZhuxiTest
@Import(World.class)
class HouseholdHandoutTests {

    private final World worlds;
    private final Accounts accounts;
    private final CompostSites sites;
    private final CompostLog log;
    private final CompostBatches batches;
    private final HouseholdHandouts handouts;
    private final Activities activities;
    private final Places places;
    private final Points points;
    private Yard yard;
    private UUID batch;
    private String card;

    HouseholdHandoutTests(
            World worlds,
            Accounts accounts,
            CompostSites sites,
            CompostLog log,
            CompostBatches batches,
            HouseholdHandouts handouts,
            Activities activities,
            Places places,
            Points points) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.sites = sites;
        this.log = log;
        this.batches = batches;
        this.handouts = handouts;
        this.activities = activities;
        this.places = places;
        this.points = points;
    }

    @BeforeEach
    void make() {
        yard = Yard.make(worlds, accounts, sites);
        var first = yard.fed("100", 1);
        yard.log(log, first);
        yard.log(log, NewEntry.mass(Ids.next(), yard.unit(), EntryKind.OUTPUT, new BigDecimal("30"), Yard.on(20)));
        batch = Ids.derived(first.id(), "batch");
        card = yard.made().dwellings().getFirst();
    }

    private Handout handout(Handout.Recipient recipient, String kg) {
        return new Handout(Ids.next(), batch, recipient, new BigDecimal(kg), "", LocalDate.now(Yard.ZONE), null);
    }

    private long balance() {
        var household = places.findHouseholdByCard(card).orElseThrow().ref();
        return points.account(yard.clerk(), household.id()).balance();
    }

    @Test
    void earnsOnceAndIsTakenBackWithItsPoints() {
        var taken = handout(Handout.Recipient.RESIDENT, "3.5");
        handouts.give(yard.clerk(), taken, card, Origin.RECORDED);
        handouts.give(yard.clerk(), taken, card, Origin.RECORDED);

        assertThat(batches.view(batch).leftKg()).isEqualByComparingTo("26.5");
        assertThat(balance()).isEqualTo(3);

        handouts.takeBack(yard.clerk(), batch, taken.id(), "typing mistake");
        assertThat(batches.view(batch).leftKg()).isEqualByComparingTo("30");
        assertThat(balance()).isZero();
        assertThat(activities
                        .get(yard.clerk(), HouseholdHandouts.record(taken.id()))
                        .state())
                .isEqualTo(ActivityState.REVERSED);
    }

    @Test
    void handsNothingOutWhenTheCardOrItsRecordIsRefused() {
        var resident = handout(Handout.Recipient.RESIDENT, "2");
        assertThatThrownBy(() -> handouts.give(yard.clerk(), resident, "ZX-NOT-A-CARD", Origin.RECORDED))
                .isInstanceOf(CompostRefused.Unreadable.class);
        assertThatThrownBy(() ->
                        handouts.give(yard.clerk(), handout(Handout.Recipient.GARDEN, "2"), card, Origin.RECORDED))
                .isInstanceOf(CompostRefused.Unreadable.class);
        var old = new Handout(
                Ids.next(),
                batch,
                Handout.Recipient.RESIDENT,
                BigDecimal.ONE,
                "",
                LocalDate.now(Yard.ZONE).minusDays(90),
                null);
        assertThatThrownBy(() -> handouts.give(yard.clerk(), old, card, Origin.RECORDED))
                .isInstanceOf(CompostRefused.NotRecorded.class);
        assertThat(batches.view(batch).leftKg()).isEqualByComparingTo("30");
        assertThat(balance()).isZero();
    }

    @Test
    void goesOutWithoutACardAndWithoutPoints() {
        var resident = handout(Handout.Recipient.RESIDENT, "2");
        handouts.give(yard.clerk(), resident, " ", Origin.RECORDED);
        handouts.takeBack(yard.clerk(), batch, resident.id(), "typing mistake");
        assertThat(batches.view(batch).leftKg()).isEqualByComparingTo("30");
        assertThat(balance()).isZero();
    }
}
