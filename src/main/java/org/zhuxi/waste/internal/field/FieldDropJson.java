package org.zhuxi.waste.internal.field;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.waste.Amount;
import org.zhuxi.waste.FieldDrop;
import org.zhuxi.waste.Grade;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.DropForm;
import org.zhuxi.waste.internal.DropNote;
import org.zhuxi.waste.internal.Typed;
import org.zhuxi.waste.internal.Weight;

/**
 * A drop as it comes from a phone; everything as it was typed, so that one wrong item spoils no other.
 *
 * @param kg mass as typed; when it is left out, the bags count
 * @param at moment with an offset, such as {@code 2026-11-21T08:30:00Z}
 */
record FieldDropJson(
        @Nullable String id,
        @Nullable String station,
        @Nullable String card,
        @Nullable String wasteClass,
        @Nullable String kg,
        @Nullable String bags,
        @Nullable String grade,
        @Nullable String at,
        @Nullable Boolean clockChanged,
        @Nullable String note,
        @Nullable List<String> evidence) {

    private static final int LONGEST_CARD = 200;
    private static final int UUID_LENGTH = 36;

    FieldDrop toDrop() {
        return new FieldDrop(
                uuid("id", id),
                uuid("station", station),
                readCard(),
                WasteClass.find(DropForm.text(wasteClass))
                        .orElseThrow(() -> new WasteRefused.Unreadable("wasteClass", "class-missing")),
                readAmount(),
                Grade.find(DropForm.text(grade))
                        .orElseThrow(() -> new WasteRefused.Unreadable("grade", "grade-missing")),
                moment(),
                Boolean.TRUE.equals(clockChanged),
                readNote(),
                Objects.requireNonNullElse(evidence, List.of()));
    }

    private static UUID uuid(String field, @Nullable String text) {
        try {
            // UUID.fromString also takes shortened forms
            if (Typed.required(field, text).length() == UUID_LENGTH) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new WasteRefused.Unreadable(field, "uuid-unreadable");
    }

    private String readCard() {
        var typed = DropForm.text(card).strip();
        if (typed.isEmpty() || typed.length() > LONGEST_CARD || typed.indexOf('\0') >= 0) {
            throw new WasteRefused.HouseholdUnknown(typed.substring(0, Math.min(LONGEST_CARD, typed.length())));
        }
        return typed;
    }

    private Amount readAmount() {
        return DropForm.text(kg).isBlank() && !DropForm.text(bags).isBlank()
                ? new Amount.Bags(Weight.bags(DropForm.text(bags)))
                : new Amount.Weighed(Weight.kilograms(DropForm.text(kg)));
    }

    private Instant moment() {
        var text = DropForm.text(at);
        try {
            var moment = OffsetDateTime.parse(text);
            if (moment.getYear() >= 1900 && moment.getYear() <= 9999) {
                return moment.toInstant();
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new WasteRefused.Unreadable("at", "waste-time-unreadable", text);
    }

    private String readNote() {
        var words = DropForm.text(note).strip();
        if (words.length() > DropNote.LENGTH || words.indexOf('\0') >= 0) {
            throw new WasteRefused.Unreadable("note", "words-too-long", DropNote.LENGTH);
        }
        return words;
    }
}
