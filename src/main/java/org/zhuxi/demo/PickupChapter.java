package org.zhuxi.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Places;
import org.zhuxi.waste.appointment.Appointments;
import org.zhuxi.waste.appointment.NewAppointment;
import org.zhuxi.waste.appointment.PickupCalendar;
import org.zhuxi.waste.appointment.PickupService;
import org.zhuxi.waste.appointment.SlotPlan;

/** Pick-up rounds of Zhuxi for a month ahead, and the first households that have booked. */
@Component
class PickupChapter {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int CAPACITY = 8;
    private static final List<String> ITEMS = List.of("旧沙发", "床垫", "旧衣柜", "木书桌", "旧餐桌", "旧鞋柜");

    private final Places places;
    private final DemoHouseholds households;
    private final PickupCalendar calendar;
    private final Appointments appointments;
    private final Clock clock;

    PickupChapter(
            Places places, DemoHouseholds households, PickupCalendar calendar, Appointments appointments, Clock clock) {
        this.places = places;
        this.households = households;
        this.calendar = calendar;
        this.appointments = appointments;
        this.clock = clock;
    }

    void tell(LocalDate lastDay) {
        var first = lastDay.plusDays(2);
        if (first.isBefore(LocalDate.now(clock.withZone(ZONE)))) {
            return;
        }
        var zhuxi = places.findByCode(DemoCommunities.ZHUXI)
                .orElseThrow(() -> new Refused.NotFound(DemoCommunities.ZHUXI))
                .path();
        var clerk = new Actor(
                Founder.ACTOR.account(),
                Founder.ACTOR.name(),
                Set.of(new Grant(Role.COMMUNITY_CLERK, zhuxi)),
                Set.of(),
                null);
        for (var service : PickupService.values()) {
            calendar.add(clerk, zhuxi, plan(service, first));
        }
        book(clerk, zhuxi, first);
    }

    private static SlotPlan plan(PickupService service, LocalDate first) {
        var begin = LocalTime.of(9 + 2 * service.ordinal(), 0);
        return new SlotPlan(
                service,
                first,
                first.plusWeeks(4),
                EnumSet.of(first.getDayOfWeek(), DayOfWeek.SATURDAY),
                begin,
                begin.plusHours(2),
                CAPACITY);
    }

    private void book(Actor clerk, PlacePath zhuxi, LocalDate first) {
        var slot = calendar.list(zhuxi, first, first.plusDays(1)).stream()
                .filter(it -> it.service() == PickupService.BULKY)
                .findFirst()
                .orElseThrow();
        var homes = households.of(DemoCommunities.ZHUXI);
        for (var i = 0; i < ITEMS.size(); i++) {
            var id = Ids.derived(new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0002L), first + " " + i);
            appointments.book(clerk, new NewAppointment(id, homes.get(i), slot.id(), ITEMS.get(i), 1, "楼下", null));
            follow(clerk, id, i);
        }
    }

    private void follow(Actor clerk, UUID id, int number) {
        if (!appointments.get(clerk, id).isOpen()) {
            return;
        }
        switch (number) {
            case 0, 1 -> appointments.confirm(clerk, id);
            case 2 -> appointments.collect(clerk, id, new BigDecimal("36.5"), "住户提前送到");
            case 3 -> appointments.cancel(clerk, id, "住户留用");
            default -> {}
        }
    }
}
