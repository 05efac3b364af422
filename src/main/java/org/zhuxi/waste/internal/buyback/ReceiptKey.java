package org.zhuxi.waste.internal.buyback;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Refused;
import org.zhuxi.waste.buyback.Receipt;

/** Where a list of receipts goes on, written {@code <moment>~<id>}. */
public record ReceiptKey(Instant at, UUID id) {

    /** Null before all receipts; refuses what is not a key. */
    public static @Nullable ReceiptKey parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var tilde = text.lastIndexOf('~');
        try {
            return new ReceiptKey(Instant.parse(text.substring(0, tilde)), UUID.fromString(text.substring(tilde + 1)));
        } catch (DateTimeException | IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new Refused.NotFound(text);
        }
    }

    public static String of(Receipt receipt) {
        return receipt.at() + "~" + receipt.id();
    }
}
