package org.zhuxi.kernel;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes and reads identifiers: UUID version 7 (RFC 9562 §5.7), ordered by time, made before the insert. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A millisecond has 4,096 ticks, which the twelve bits behind it tell apart (RFC 9562 §6.2, method 3). */
    private static final int TICK_BITS = 12;

    private static final long SECOND = 1_000L << TICK_BITS;

    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /** A fresh id of this moment; what one program makes is in order, unless its clock is set back by more than a second. */
    public static UUID next() {
        var now = tick(Instant.now());
        var tick = LAST.updateAndGet(last -> now <= last && last - now < SECOND ? last + 1 : now);
        return compose(tick >>> TICK_BITS, tick, RANDOM.nextLong());
    }

    private static long tick(Instant moment) {
        var millis = moment.toEpochMilli();
        var nanos = moment.getNano() % 1_000_000;
        return (millis << TICK_BITS) | (((long) nanos << TICK_BITS) / 1_000_000);
    }

    /** A fresh id of the given moment, in milliseconds since 1970-01-01T00:00Z; for records made up for an earlier day. */
    public static UUID at(long epochMillis) {
        return compose(epochMillis, RANDOM.nextLong(), RANDOM.nextLong());
    }

    /**
     * The id that follows from another id and a purpose: always the same for the same two, so that a retry meets its
     * first attempt. It keeps the time of the first id and so its place in an index.
     */
    public static UUID derived(UUID from, String purpose) {
        var digest = Sha256.of(from + "/" + purpose);
        var bits = ByteBuffer.wrap(digest);
        return compose(from.getMostSignificantBits() >>> 16, bits.getLong(), bits.getLong());
    }

    /**
     * The id somebody named, in an address or as part of it.
     *
     * @throws Refused.NotFound when the text is no id: what has none is not there
     */
    public static UUID read(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refused.NotFound(text);
        }
    }

    /**
     * The id of the last row of the page before; null for the first page.
     *
     * @throws Refused.NotFound when the text is no id
     */
    public static @Nullable UUID after(@Nullable String text) {
        return text == null || text.isBlank() ? null : read(text);
    }

    private static UUID compose(long epochMillis, long high, long low) {
        var most = (epochMillis << 16) | 0x7000L | (high & 0x0FFFL);
        var least = (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }
}
