package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compost that went out.
 *
 * @param words to which garden or ground; no person's name
 * @param takenBack why it does not count any more, or null
 */
public record Handout(
        UUID id,
        UUID batch,
        Recipient recipient,
        BigDecimal massKg,
        String words,
        LocalDate day,
        @Nullable String takenBack) {

    /** Who took it. */
    public enum Recipient {
        GARDEN,
        RESIDENT,
        GREEN_SPACE,
        FARM;

        /** Key of its name in the messages. */
        public String label() {
            return "compost.recipient." + name();
        }
    }
}
