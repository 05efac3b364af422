package org.zhuxi.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.Refused;
import org.zhuxi.sensing.meter.Meter;
import org.zhuxi.sensing.meter.MeterKind;
import org.zhuxi.sensing.meter.MeterReading;
import org.zhuxi.sensing.meter.Meters;
import org.zhuxi.sensing.meter.Neighbours;
import org.zhuxi.sensing.meter.NewMeter;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Meters of homes: what is read, used, saved and told of neighbours. */
@ZhuxiTest
@Import(World.class)
class MeterTests {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final Period MARCH = new Period(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 4, 1));

    private final Meters meters;
    private final World worlds;
    private final Accounts accounts;

    MeterTests(Meters meters, World worlds, Accounts accounts) {
        this.meters = meters;
        this.worlds = worlds;
        this.accounts = accounts;
    }

    @Test
    void whatAHomeSavedIsTheDifferenceToTheSameDaysAYearBefore() {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var meter = add(head, made, 0, null);
        read(head, meter, "2024-03-01", "100", false);
        read(head, meter, "2024-04-01", "131.5", false);
        read(head, meter, "2025-03-01", "400", false);
        read(head, meter, "2025-04-01", "429.6", false);

        var use = meters.use(head, made.households().getFirst(), MeterKind.ELECTRICITY, MARCH);

        assertThat(use.used()).isEqualByComparingTo("29.6");
        assertThat(use.saved()).isEqualByComparingTo("1.9");
        // three people on 31 days
        assertThat(use.perPersonDay()).isEqualByComparingTo("0.318280");
    }

    @Test
    void aTokenOfAMemberReadsAndEntersWithTheScopeOfMetersAlone() {
        var made = worlds.make(1);
        var home = made.households().getFirst();
        var meter = add(accounts.actorOf(made.username("head")), made, 0, null);
        var elsewhere = token(made, "places:read");
        assertThatThrownBy(() -> meters.get(elsewhere, meter.id())).isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> meters.use(elsewhere, home, MeterKind.ELECTRICITY, MARCH))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> read(elsewhere, meter, "2025-03-01", "10", false))
                .isInstanceOf(Refused.class);
        assertThat(meters.ofHouseholds(elsewhere, List.of(home))).isEmpty();

        var own = token(made, "sensing:meters");
        read(own, meter, "2025-03-01", "10", false);
        assertThat(meters.ofHouseholds(own, List.of(home))).hasSize(1);
    }

    private Actor token(World.Made made, String scope) {
        var member = accounts.actorOf(made.username("resident"));
        return new Actor(member.accountId(), member.name(), Set.of(), member.households(), Set.of(scope));
    }

    @Test
    void aMeterThatPassedZeroAndOneThatWasReplacedAreCountedOn() {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var old = add(head, made, 0, new BigDecimal("10000"));
        read(head, old, "2025-03-01", "9990", false);
        assertThatThrownBy(() -> read(head, old, "2025-03-11", "15", false))
                .isInstanceOf(SensingRefused.MeterBackwards.class);
        read(head, old, "2025-03-11", "15", true);
        var young = meters.replace(head, old.id(), meter(made.dwellings().getFirst(), null, LocalDate.of(2025, 3, 11)));
        read(head, young, "2025-03-11", "0", false);
        read(head, young, "2025-04-01", "40", false);

        var use = meters.use(head, made.households().getFirst(), MeterKind.ELECTRICITY, MARCH);

        assertThat(use.used()).isEqualByComparingTo("65");
        assertThat(use.isWhole()).isTrue();
        assertThatThrownBy(() -> read(head, old, "2025-04-01", "30", false))
                .isInstanceOf(SensingRefused.MeterClosed.class);
    }

    @Test
    void neighboursAreToldOfFromFiveHomesOnAndNeverOne() {
        var made = worlds.make(7);
        var head = accounts.actorOf(made.username("head"));
        var resident = accounts.actorOf(made.username("resident"));
        for (var home = 0; home < 5; home++) {
            monthOf(head, add(head, made, home, null), 93L * (home + 1));
        }
        var own = made.households().getFirst();
        assertThat(meters.neighbours(resident, own, MeterKind.ELECTRICITY, MARCH))
                .isEqualTo(new Neighbours(4, null));
        monthOf(head, add(head, made, 5, null), 93L * 6);

        var five = meters.neighbours(resident, own, MeterKind.ELECTRICITY, MARCH);

        assertThat(five.homes()).isEqualTo(5);
        assertThat(five.median()).isEqualByComparingTo("4");
        var together = meters.community(head, made.community(), made.path(), MeterKind.ELECTRICITY, MARCH);
        assertThat(together.used()).isEqualByComparingTo(String.valueOf(93 * 21));
        assertThat(together.isTooFewCompared()).isTrue();
    }

    @Test
    void aHouseholdEntersItsOwnAndNobodyElseDoes() {
        var made = worlds.make(2);
        var head = accounts.actorOf(made.username("head"));
        var resident = accounts.actorOf(made.username("resident"));
        var own = add(head, made, 0, null);
        var next = add(head, made, 1, null);

        read(resident, own, "2025-03-01", "1", false);

        assertThatThrownBy(() -> read(resident, next, "2025-03-01", "1", false)).isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> meters.use(resident, made.households().get(1), MeterKind.ELECTRICITY, MARCH))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> add(head, made, 0, null)).isInstanceOf(SensingRefused.MeterKnown.class);
    }

    @Test
    void aReadingTakenBackCountsNoLongerAndTheDayIsFreeAgain() {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var meter = add(head, made, 0, null);
        read(head, meter, "2025-03-01", "10", false);
        var wrong = reading(meter, "2025-04-01", "990", false);
        meters.read(head, meter.id(), List.of(wrong));
        meters.takeBack(head, meter.id(), wrong.id());
        read(head, meter, "2025-04-01", "99", false);

        assertThat(meters.use(head, made.households().getFirst(), MeterKind.ELECTRICITY, MARCH)
                        .used())
                .isEqualByComparingTo("89");
        assertThat(meters.readings(head, meter.id(), 10)).hasSize(2);
    }

    private void monthOf(Actor head, Meter meter, long used) {
        var readings = new ArrayList<MeterReading>();
        readings.add(reading(meter, "2025-03-01", "50", false));
        readings.add(reading(meter, "2025-04-01", String.valueOf(50 + used), false));
        meters.read(head, meter.id(), readings);
    }

    private Meter add(Actor head, World.Made made, int home, @Nullable BigDecimal capacity) {
        return meters.add(head, meter(made.dwellings().get(home), capacity, FIRST));
    }

    private static NewMeter meter(String dwelling, @Nullable BigDecimal capacity, LocalDate since) {
        return new NewMeter(Ids.next(), MeterKind.ELECTRICITY, dwelling, true, "电表", capacity, since, Origin.SYNTHETIC);
    }

    private void read(Actor actor, Meter meter, String day, String value, boolean isRolledOver) {
        meters.read(actor, meter.id(), List.of(reading(meter, day, value, isRolledOver)));
    }

    private static MeterReading reading(Meter meter, String day, String value, boolean isRolledOver) {
        return new MeterReading(
                Ids.next(), meter.id(), LocalDate.parse(day), new BigDecimal(value), isRolledOver, Origin.SYNTHETIC);
    }
}
