package org.zhuxi.waste.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Ids;
import org.zhuxi.waste.Amount;
import org.zhuxi.waste.Grade;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.WasteRefused;

/**
 * What a steward has typed so far, carried from step to step in the form itself, so that nothing is lost when the program
 * restarts in between.
 *
 * @param id of the drop, made when the form was first shown
 * @param station site of the station
 * @param step the step that was sent: WHO, CLASS or AMOUNT
 * @param card as scanned or typed
 * @param household id, once the card is known
 * @param since moment at which the household was identified: when the drop happened, unless {@code at} says otherwise
 * @param kg as typed
 * @param bags as typed
 * @param at local date and time of a drop filed later; empty for now
 * @param corrects id of the drop that this one replaces
 */
public record DropForm(
        @Nullable UUID id,
        @Nullable UUID station,
        @Nullable Step step,
        @Nullable String card,
        @Nullable UUID household,
        @Nullable Instant since,
        @Nullable String wasteClass,
        @Nullable String kg,
        @Nullable String bags,
        @Nullable String grade,
        @Nullable String note,
        @Nullable String at,
        @Nullable UUID corrects) {

    /** The three questions. */
    public enum Step {
        WHO,
        CLASS,
        AMOUNT
    }

    static DropForm fresh(@Nullable UUID station, @Nullable UUID corrects) {
        return new DropForm(Ids.next(), station, Step.WHO, "", null, null, null, "", "", null, "", "", corrects);
    }

    DropForm at(Step shown) {
        return new DropForm(
                id, station, shown, card, household, since, wasteClass, kg, bags, grade, note, at, corrects);
    }

    DropForm identified(UUID found, Instant now) {
        return new DropForm(id, station, Step.CLASS, card, found, now, wasteClass, kg, bags, grade, note, at, corrects);
    }

    DropForm withFreshId() {
        return new DropForm(
                Ids.next(), station, step, card, household, since, wasteClass, kg, bags, grade, note, at, corrects);
    }

    /** A text field as it was typed. */
    public static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    public @Nullable WasteClass chosenClass() {
        return WasteClass.find(text(wasteClass)).orElse(null);
    }

    WasteClass requireClass() {
        return WasteClass.find(text(wasteClass))
                .orElseThrow(() -> new WasteRefused.Unreadable("wasteClass", "class-missing"));
    }

    Grade requireGrade() {
        return Grade.find(text(grade)).orElseThrow(() -> new WasteRefused.Unreadable("grade", "grade-missing"));
    }

    /** Kilograms when they are given, otherwise bags. */
    Amount requireAmount() {
        return text(kg).isBlank() && !text(bags).isBlank()
                ? new Amount.Bags(Weight.bags(text(bags)))
                : new Amount.Weighed(Weight.kilograms(text(kg)));
    }

    Instant occurredAt(ZoneId zone, Instant now) {
        if (text(at).isBlank()) {
            return Objects.requireNonNullElse(since, now);
        }
        try {
            return LocalDateTime.parse(text(at)).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new WasteRefused.Unreadable("at", "waste-time-unreadable", text(at));
        }
    }
}
