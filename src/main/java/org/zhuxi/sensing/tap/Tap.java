package org.zhuxi.sensing.tap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A rule by which readings of a device become records.
 *
 * @param id also whom the records name as their recorder, so that a person can verify them
 * @param quantity of the device's template
 * @param unit of the quantity, by UCUM
 * @param kind code of the kind of record
 * @param amount code of the kind's quantity that is filled
 * @param since the first day that counts, in the time of the community
 * @param pausedAt since when nothing that is measured counts; null while it runs
 * @param endedAt what is measured later counts no more
 */
public record Tap(
        UUID id,
        CommunityId community,
        String place,
        PlacePath path,
        UUID device,
        String deviceCode,
        String deviceName,
        String template,
        String quantity,
        String unit,
        long stream,
        String kind,
        String amount,
        Reckoning reckoning,
        LocalDate since,
        Instant addedAt,
        @Nullable Instant pausedAt,
        @Nullable Instant endedAt,
        Origin origin) {

    /** Whether it records. */
    public enum State {
        RUNNING,
        PAUSED,
        ENDED;

        /** Message key of its name. */
        public String label() {
            return "sensing.tap.state." + name().toLowerCase(Locale.ROOT);
        }
    }

    public State state() {
        return endedAt != null ? State.ENDED : pausedAt != null ? State.PAUSED : State.RUNNING;
    }
}
