package org.zhuxi.waste.internal.appointment;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Ids;
import org.zhuxi.waste.appointment.AppointmentRefused;
import org.zhuxi.waste.appointment.PickupService;
import org.zhuxi.waste.appointment.SlotPlan;

/** What people type about appointments. */
public final class AppointmentForms {

    private AppointmentForms() {}

    /** An appointment as it has been typed so far. */
    public record Booking(
            @Nullable UUID id,
            @Nullable UUID household,
            @Nullable UUID slot,
            @Nullable String items,
            @Nullable String pieces,
            @Nullable String meetingPlace) {

        static Booking fresh(@Nullable UUID household) {
            return new Booking(Ids.next(), household, null, "", "1", "");
        }

        Booking withFreshId() {
            return new Booking(Ids.next(), household, slot, items, pieces, meetingPlace);
        }
    }

    /** Rounds as somebody plans them. */
    public record Plan(
            @Nullable PickupService service,
            @Nullable String first,
            @Nullable String last,
            @Nullable List<Integer> days,
            @Nullable String from,
            @Nullable String to,
            @Nullable String capacity) {

        static Plan fresh(LocalDate today) {
            return new Plan(
                    PickupService.BULKY,
                    today.plusDays(1).toString(),
                    today.plusMonths(1).toString(),
                    List.of(6),
                    "09:00",
                    "11:00",
                    "8");
        }

        public boolean has(DayOfWeek day) {
            return days != null && days.contains(day.getValue());
        }

        SlotPlan command() {
            return new SlotPlan(
                    Objects.requireNonNullElse(service, PickupService.BULKY),
                    day("first", text(first)),
                    day("last", text(last)),
                    weekdays(),
                    time("from", text(from)),
                    time("to", text(to)),
                    whole("capacity", text(capacity)));
        }

        private Set<DayOfWeek> weekdays() {
            var chosen = EnumSet.noneOf(DayOfWeek.class);
            for (var day : Objects.requireNonNullElse(days, List.<Integer>of())) {
                if (day == null || day < 1 || day > 7) {
                    throw new AppointmentRefused.Unreadable("days", "slot-weekdays");
                }
                chosen.add(DayOfWeek.of(day));
            }
            return chosen;
        }
    }

    /** A field as it was typed. */
    public static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    static LocalDate day(String field, String typed) {
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.getYear() >= 1900 && day.getYear() <= 9998) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new AppointmentRefused.Unreadable(field, "day-unreadable", typed);
    }

    static LocalTime time(String field, String typed) {
        try {
            return LocalTime.parse(typed.strip());
        } catch (DateTimeException e) {
            throw new AppointmentRefused.Unreadable(field, "slot-times");
        }
    }

    static int whole(String field, String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (!plain.matches("\\d{1,6}")) {
            throw new AppointmentRefused.Unreadable(field, "whole-typed", typed);
        }
        return Integer.parseInt(plain);
    }

    static BigDecimal kilograms(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().replaceAll("(?i)\\s*(kg|公斤|千克)$", "");
        if (!plain.matches("\\d{1,6}([.,]\\d{1,3})?")) {
            throw new AppointmentRefused.Unreadable("massKg", "appointment-kg");
        }
        return new BigDecimal(plain.replace(',', '.'));
    }
}
