package org.zhuxi.waste.internal.chain;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Ids;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.chain.ChainRefused;
import org.zhuxi.waste.chain.Load;
import org.zhuxi.waste.chain.NewCollection;
import org.zhuxi.waste.chain.NewReceipt;
import org.zhuxi.waste.chain.Weighing;

/**
 * A collection as a hauler has typed it so far.
 *
 * @param id of the collection, made when the form was first shown
 * @param place code of the community
 * @param how SOURCE, DESTINATION or ESTIMATED
 * @param at local date and time; empty for now
 * @param since when the form was first shown
 */
public record ChainForm(
        @Nullable UUID id,
        @Nullable String place,
        @Nullable String wasteClass,
        @Nullable List<UUID> stations,
        @Nullable String plate,
        @Nullable String driver,
        @Nullable String facility,
        @Nullable Weighing how,
        @Nullable String grossKg,
        @Nullable String tareKg,
        @Nullable String netKg,
        @Nullable String bins,
        @Nullable String binLitres,
        @Nullable String receivedKg,
        @Nullable String explanation,
        @Nullable String note,
        @Nullable String at,
        @Nullable Instant since,
        @Nullable UUID supersedes) {

    static ChainForm fresh(String place, String driver, Instant now, @Nullable UUID supersedes) {
        return new ChainForm(
                Ids.next(),
                place,
                null,
                List.of(),
                "",
                driver,
                "",
                Weighing.SOURCE,
                "",
                "",
                "",
                "",
                "240",
                "",
                "",
                "",
                "",
                now,
                supersedes);
    }

    ChainForm withFreshId() {
        return new ChainForm(
                Ids.next(),
                place,
                wasteClass,
                stations,
                plate,
                driver,
                facility,
                how,
                grossKg,
                tareKg,
                netKg,
                bins,
                binLitres,
                receivedKg,
                explanation,
                note,
                at,
                since,
                supersedes);
    }

    public boolean isFrom(UUID station) {
        return stations != null && stations.contains(station);
    }

    public boolean isClass(WasteClass other) {
        return other.code().equals(wasteClass);
    }

    /** A field as it was typed. */
    public static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    NewCollection command(ZoneId zone, Instant now) {
        var received = number("receivedKg", receivedKg);
        return new NewCollection(
                Objects.requireNonNullElseGet(id, Ids::next),
                text(place),
                WasteClass.find(text(wasteClass))
                        .orElseThrow(() -> new ChainRefused.Unreadable("wasteClass", "class-missing")),
                Objects.requireNonNullElse(stations, List.of()),
                text(plate),
                text(driver),
                text(facility),
                load(),
                received == null ? null : new NewReceipt(received, text(explanation)),
                moment(zone, now),
                text(note),
                List.of(),
                supersedes);
    }

    private Load load() {
        if (how == Weighing.ESTIMATED) {
            return new Load.Bins(whole("bins", bins), whole("binLitres", binLitres));
        }
        var gross = number("grossKg", grossKg);
        var tare = number("tareKg", tareKg);
        var typed = number("netKg", netKg);
        var net = typed == null && gross != null && tare != null ? gross.subtract(tare) : typed;
        if (net == null) {
            throw new ChainRefused.Unreadable("netKg", "net-missing");
        }
        return new Load.Weighed(Objects.requireNonNullElse(how, Weighing.SOURCE), gross, tare, net);
    }

    private Instant moment(ZoneId zone, Instant now) {
        if (text(at).isBlank()) {
            return Objects.requireNonNullElse(since, now);
        }
        try {
            return LocalDateTime.parse(text(at)).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new ChainRefused.Unreadable("at", "waste-time-unreadable", text(at));
        }
    }

    /** A number of kilograms or cubic metres; null when the field is empty. */
    static @Nullable BigDecimal number(String field, @Nullable String typed) {
        var plain = Normalizer.normalize(text(typed), Normalizer.Form.NFKC)
                .strip()
                .replaceAll("(?i)\\s*(kg|公斤|千克)$", "")
                .replace('。', '.');
        if (plain.isEmpty()) {
            return null;
        }
        if (!plain.matches("-?\\d{1,9}([.,]\\d{1,6})?")) {
            throw new ChainRefused.Unreadable(field, "number-typed", text(typed));
        }
        return new BigDecimal(plain.replace(',', '.'));
    }

    static int whole(String field, @Nullable String typed) {
        var plain = Normalizer.normalize(text(typed), Normalizer.Form.NFKC).strip();
        if (!plain.matches("\\d{1,6}")) {
            throw new ChainRefused.Unreadable(field, "whole-typed", text(typed));
        }
        return Integer.parseInt(plain);
    }
}
