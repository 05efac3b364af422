package org.zhuxi.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.sensing.meter.Meter;
import org.zhuxi.sensing.meter.MeterEntries;
import org.zhuxi.sensing.meter.MeterEntry;
import org.zhuxi.sensing.meter.MeterKind;
import org.zhuxi.sensing.meter.MeterReading;
import org.zhuxi.sensing.meter.Meters;
import org.zhuxi.sensing.meter.NewMeter;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Readings that phones send later: each id counts once, whoever sends it how often. */
@ZhuxiTest
@Import(World.class)
class MeterEntryTests {

    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    private final Meters meters;
    private final MeterEntries entries;
    private final World.Made made;
    private final Actor head;
    private final Actor resident;
    private final Meter meter;

    MeterEntryTests(Meters meters, MeterEntries entries, World worlds, Accounts accounts) {
        this.meters = meters;
        this.entries = entries;
        this.made = worlds.make(2);
        this.head = accounts.actorOf(made.username("head"));
        this.resident = accounts.actorOf(made.username("resident"));
        this.meter = meters.add(head, water(made.dwellings().getFirst(), SINCE));
    }

    @Test
    void theSameAgainIsASuccessAndCountsOnce() {
        var typed = own(Ids.next(), "2025-03-01", "12.5");

        assertThat(entries.enter(resident, typed)).isFalse();
        assertThat(entries.enter(resident, own(typed.id(), "2025-03-01", "12.500")))
                .isTrue();

        assertThat(values()).containsExactly("12.500");
    }

    @Test
    void otherContentUnderTheSameIdIsRefusedAndTheFirstStands() {
        var id = Ids.next();
        entries.enter(resident, own(id, "2025-03-01", "12.5"));

        assertThatThrownBy(() -> entries.enter(resident, own(id, "2025-03-01", "13")))
                .isInstanceOf(SensingRefused.OtherReading.class);
        assertThatThrownBy(() -> entries.enter(resident, own(id, "2025-03-02", "12.5")))
                .isInstanceOf(SensingRefused.OtherReading.class);
        assertThat(values()).containsExactly("12.500");
    }

    @Test
    void anotherValueOfTheSameDayIsRefusedAndTheSameOnePassedOver() {
        entries.enter(resident, own(Ids.next(), "2025-03-01", "12.5"));

        assertThat(entries.enter(head, behind(Ids.next(), "2025-03-01", "12.5")))
                .isTrue();
        assertThatThrownBy(() -> entries.enter(head, behind(Ids.next(), "2025-03-01", "13")))
                .isInstanceOf(SensingRefused.DayRead.class);
        assertThat(values()).containsExactly("12.500");
    }

    @Test
    void aReadingTakenBackStaysSoWhenThePhoneSendsItOnceMore() {
        var typed = own(Ids.next(), "2025-03-01", "12.5");
        entries.enter(resident, typed);
        meters.takeBack(head, meter.id(), typed.id());

        assertThat(entries.enter(resident, typed)).isTrue();
        assertThat(values()).isEmpty();
    }

    @Test
    void aReadingBehindADoorStaysWithTheMeterThatHungThere() {
        var typed = behind(Ids.next(), "2025-03-01", "12.5");
        entries.enter(head, typed);
        var young = meters.replace(head, meter.id(), water(made.dwellings().getFirst(), LocalDate.of(2025, 3, 2)));

        assertThat(entries.enter(head, typed)).isTrue();
        entries.enter(head, behind(Ids.next(), "2025-04-01", "3"));

        assertThat(values()).containsExactly("12.500");
        assertThat(meters.readings(head, young.id(), 10)).hasSize(1);
    }

    @Test
    void nobodyReadsForHomesThatAreNotHisOrUnderAnotherName() {
        var next = made.dwellings().getLast();
        var its = meters.add(head, water(next, SINCE));

        assertThatThrownBy(() -> entries.enter(resident, entry(resident, its.id(), "", null)))
                .isInstanceOf(Refused.NotFound.class);
        assertThatThrownBy(() -> entries.enter(resident, entry(resident, null, next, MeterKind.WATER)))
                .isInstanceOf(SensingRefused.NoMeter.class);
        assertThatThrownBy(() -> entries.enter(resident, entry(head, meter.id(), "", null)))
                .isInstanceOf(SensingRefused.OtherAccount.class);
        assertThatThrownBy(() -> entries.enter(head, entry(head, null, next, MeterKind.ELECTRICITY)))
                .isInstanceOf(SensingRefused.NoMeter.class);
        assertThatThrownBy(() -> entries.enter(head, entry(head, null, " ", MeterKind.WATER)))
                .isInstanceOf(Mistyped.Missing.class);
        assertThat(meters.readings(head, its.id(), 10)).isEmpty();
    }

    private List<String> values() {
        return meters.readings(head, meter.id(), 10).stream()
                .map(MeterReading::value)
                .map(BigDecimal::toPlainString)
                .toList();
    }

    private MeterEntry own(UUID id, String day, String value) {
        return new MeterEntry(
                id, resident.account(), meter.id(), "", null, LocalDate.parse(day), new BigDecimal(value), false);
    }

    private MeterEntry behind(UUID id, String day, String value) {
        return new MeterEntry(
                id,
                head.account(),
                null,
                made.dwellings().getFirst(),
                MeterKind.WATER,
                LocalDate.parse(day),
                new BigDecimal(value),
                false);
    }

    private static MeterEntry entry(Actor by, @Nullable UUID meter, String door, @Nullable MeterKind kind) {
        return new MeterEntry(
                Ids.next(), by.account(), meter, door, kind, LocalDate.of(2025, 3, 1), BigDecimal.ONE, false);
    }

    private static NewMeter water(String dwelling, LocalDate since) {
        return new NewMeter(Ids.next(), MeterKind.WATER, dwelling, true, "水表", null, since, Origin.SYNTHETIC);
    }
}
