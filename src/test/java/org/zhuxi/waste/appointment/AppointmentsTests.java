package org.zhuxi.waste.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.NewAccount;
import org.zhuxi.activity.Activities;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
@Import(World.class)
class AppointmentsTests {

    private final LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);

    private final Appointments appointments;
    private final PickupCalendar calendar;
    private final Activities activities;
    private final World.Made here;
    private final Actor resident;
    private final Actor clerk;
    private final Actor hauler;

    AppointmentsTests(
            Appointments appointments,
            PickupCalendar calendar,
            Activities activities,
            World worlds,
            Accounts accounts) {
        this.appointments = appointments;
        this.calendar = calendar;
        this.activities = activities;
        here = worlds.make(10);
        resident = accounts.actorOf(here.username("resident"));
        clerk = accounts.actorOf(here.username("clerk"));
        accounts.open(
                World.founder(),
                List.of(new NewAccount(
                        here.username("recycler"),
                        null,
                        "回收员",
                        World.PASSWORD,
                        Set.of(new Grant(Role.RECYCLER, here.path())),
                        Set.of(),
                        Origin.SYNTHETIC)));
        hauler = accounts.actorOf(here.username("recycler"));
    }

    @Test
    void goesFromTheRequestToTheRecord() {
        var asked = ask(resident, slot(3), here.households().getFirst());
        assertThat(appointments.get(resident, asked.id()).state()).isEqualTo(Appointment.State.REQUESTED);
        appointments.confirm(hauler, asked.id());
        appointments.confirm(hauler, asked.id());
        assertThat(appointments.get(resident, asked.id()).state()).isEqualTo(Appointment.State.CONFIRMED);

        var done = appointments.collect(hauler, asked.id(), new BigDecimal("35.5"), "");
        assertThat(done.state()).isEqualTo(Appointment.State.COLLECTED);
        var record = activities.get(resident, asked.id());
        assertThat(record.kind()).isEqualTo("waste.pickup.bulky");
        assertThat(record.quantities().get("mass")).isEqualByComparingTo("35.5");
        assertThat(appointments
                        .collect(hauler, asked.id(), new BigDecimal("35.5"), "")
                        .state())
                .isEqualTo(Appointment.State.COLLECTED);
        assertThatThrownBy(() -> appointments.collect(hauler, asked.id(), new BigDecimal("40"), ""))
                .isInstanceOf(AppointmentRefused.Ended.class);
        assertThatThrownBy(() -> appointments.cancel(resident, asked.id(), "不要了"))
                .isInstanceOf(AppointmentRefused.Ended.class);
    }

    @Test
    void aTokenThatOnlyReadsNeitherBooksNorCancels() {
        var household = here.households().getFirst();
        var reading = token("activities:read");
        var slot = slot(3);
        assertThatThrownBy(() -> ask(reading, slot, household)).isInstanceOf(Refused.Forbidden.class);
        var asked = ask(token("activities:write"), slot, household);
        assertThat(appointments.get(reading, asked.id()).state()).isEqualTo(Appointment.State.REQUESTED);
        assertThatThrownBy(() -> appointments.cancel(reading, asked.id(), "不要了"))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> appointments.get(token("points:read"), asked.id()))
                .isInstanceOf(Refused.NotFound.class);
        assertThatThrownBy(() -> appointments.mine(token("points:read"), 10, null))
                .isInstanceOf(Refused.Forbidden.class);
    }

    private Actor token(String scope) {
        return new Actor(resident.accountId(), "", resident.grants(), resident.households(), Set.of(scope));
    }

    @Test
    void leavesTheAppointmentOpenWhenTheRecordIsRefused() {
        var asked = ask(resident, slot(3), here.households().getFirst());

        assertThatThrownBy(() -> appointments.collect(hauler, asked.id(), new BigDecimal("99999"), ""))
                .isInstanceOf(AppointmentRefused.RecordRefused.class);
        assertThat(appointments.get(resident, asked.id()).isOpen()).isTrue();
    }

    @Test
    void neverOverbooksASlotHoweverManyAskAtOnce() throws Exception {
        var slot = slot(4);
        var booked = new AtomicInteger();
        var full = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(10)) {
            var asking = IntStream.range(0, 10)
                    .mapToObj(i -> (Callable<Void>) () -> {
                        try {
                            ask(clerk, slot, here.households().get(i));
                            booked.incrementAndGet();
                        } catch (AppointmentRefused.SlotFull e) {
                            full.incrementAndGet();
                        }
                        return null;
                    })
                    .toList();
            for (var future : pool.invokeAll(asking)) {
                future.get();
            }
        }
        assertThat(booked).hasValue(4);
        assertThat(full).hasValue(6);
        assertThat(found(slot).free()).isZero();
    }

    @Test
    void givesACancelledPlaceToTheNext() {
        var slot = slot(1);
        var first = ask(resident, slot, here.households().getFirst());
        assertThatThrownBy(() -> ask(clerk, slot, here.households().get(1)))
                .isInstanceOf(AppointmentRefused.SlotFull.class);
        appointments.cancel(resident, first.id(), "改天");

        ask(clerk, slot, here.households().get(1));
        var ended = java.util.Objects.requireNonNull(
                appointments.get(resident, first.id()).ended());
        assertThat(ended.byHousehold()).isTrue();
    }

    @Test
    void countsABookingSentTwiceOnce() {
        var slot = slot(2);
        var asked = ask(resident, slot, here.households().getFirst());
        assertThat(appointments.book(resident, asked)).isTrue();
        assertThat(found(slot).booked()).isEqualTo(1);
        var other = new NewAppointment(asked.id(), asked.household(), slot, "冰箱", 1, "楼下", null);
        assertThatThrownBy(() -> appointments.book(resident, other)).isInstanceOf(AppointmentRefused.Conflict.class);
    }

    @Test
    void letsNobodyBookOrSeeForAnotherHousehold() {
        var slot = slot(2);
        assertThatThrownBy(() -> ask(resident, slot, here.households().get(1))).isInstanceOf(Refused.Forbidden.class);
        var others = ask(clerk, slot, here.households().get(1));
        assertThatThrownBy(() -> appointments.get(resident, others.id())).isInstanceOf(Refused.NotFound.class);
        assertThatThrownBy(() -> appointments.list(resident, here.path(), tomorrow, tomorrow.plusDays(1), 10, null))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> appointments.confirm(resident, others.id())).isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void keepsARoundOnTheCalendarWhileSomebodyIsBooked() {
        var slot = slot(2);
        var asked = ask(resident, slot, here.households().getFirst());
        assertThatThrownBy(() -> calendar.withdraw(clerk, here.path(), slot))
                .isInstanceOf(AppointmentRefused.SlotBooked.class);
        appointments.cancel(hauler, asked.id(), "车坏了");
        calendar.withdraw(clerk, here.path(), slot);
        assertThatThrownBy(() -> ask(resident, slot, here.households().getFirst()))
                .isInstanceOf(AppointmentRefused.SlotGone.class);
    }

    @Test
    void plansRoundsOnce() {
        var plan = plan(PickupService.HAZARDOUS, 5, LocalTime.of(14, 0));
        assertThat(calendar.add(clerk, here.path(), plan)).isEqualTo(1);
        assertThat(calendar.add(clerk, here.path(), plan)).isZero();
        assertThatThrownBy(() -> calendar.add(hauler, here.path(), plan)).isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> calendar.add(
                        clerk,
                        here.path(),
                        new SlotPlan(
                                PickupService.BULKY,
                                tomorrow.minusDays(5),
                                tomorrow,
                                EnumSet.allOf(DayOfWeek.class),
                                LocalTime.of(9, 0),
                                LocalTime.of(10, 0),
                                1)))
                .isInstanceOf(AppointmentRefused.Unreadable.class);
    }

    @Test
    void listsTheRoundByKey() {
        var slot = slot(5);
        for (var i = 0; i < 5; i++) {
            ask(clerk, slot, here.households().get(i));
        }
        var first = appointments.list(hauler, here.path(), tomorrow, tomorrow.plusDays(1), 3, null);
        var rest = appointments.list(hauler, here.path(), tomorrow, tomorrow.plusDays(1), 3, first.next());
        assertThat(first.items()).hasSize(3);
        assertThat(rest.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(first.items().getFirst().door()).isNotEmpty();
    }

    private java.util.UUID slot(int capacity) {
        calendar.add(clerk, here.path(), plan(PickupService.BULKY, capacity, LocalTime.of(9, 0)));
        return calendar.list(here.path(), tomorrow, tomorrow.plusDays(1)).stream()
                .filter(it -> it.service() == PickupService.BULKY)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private PickupSlot found(java.util.UUID slot) {
        return calendar.list(here.path(), tomorrow, tomorrow.plusDays(1)).stream()
                .filter(it -> it.id().equals(slot))
                .findFirst()
                .orElseThrow();
    }

    private SlotPlan plan(PickupService service, int capacity, LocalTime from) {
        return new SlotPlan(
                service, tomorrow, tomorrow, EnumSet.allOf(DayOfWeek.class), from, from.plusHours(2), capacity);
    }

    private NewAppointment ask(Actor actor, java.util.UUID slot, HouseholdRef household) {
        var asked = new NewAppointment(Ids.next(), household, slot, "旧沙发", 2, "1栋楼下", null);
        appointments.book(actor, asked);
        return asked;
    }
}
