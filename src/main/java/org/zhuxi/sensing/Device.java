package org.zhuxi.sensing;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A claimed device.
 *
 * @param code as printed on it
 * @param place the code of the place where it is
 * @param thing its id in the SensorThings service
 * @param lastSeenAt when its last message came; null before the first
 */
public record Device(
        UUID id,
        CommunityId community,
        String code,
        String place,
        PlacePath path,
        DeviceTemplate template,
        long thing,
        String name,
        Instant claimedAt,
        @Nullable Instant lastSeenAt,
        @Nullable Instant retiredAt,
        Origin origin) {

    private static final int PATIENCE = 3;

    /** How a device is doing. */
    public enum Health {
        /** No message has come yet. */
        WAITING,
        ONLINE,
        /** Three readings in a row are missing. */
        SILENT,
        RETIRED
    }

    public Health health(Instant now) {
        if (retiredAt != null) {
            return Health.RETIRED;
        }
        if (lastSeenAt == null) {
            return Health.WAITING;
        }
        var limit = Duration.ofMinutes((long) PATIENCE * template.everyMinutes());
        return lastSeenAt.plus(limit).isBefore(now) ? Health.SILENT : Health.ONLINE;
    }
}
