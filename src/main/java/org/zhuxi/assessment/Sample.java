package org.zhuxi.assessment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draw for inspection. First the hash of a seed is published, then, when it is known who can be drawn, the seed; whoever has
 * both repeats the draw.
 *
 * @param size how many are drawn
 * @param commitment SHA-256 of the seed, in hex
 * @param seed 64 hexadecimal digits; null until it is drawn
 * @param items all that could be drawn, in the order of SHA-256(seed + ":" + code of the community); empty until it is drawn
 */
public record Sample(
        UUID id,
        UUID cycle,
        int size,
        String commitment,
        @Nullable String seed,
        Instant committedAt,
        @Nullable Instant drawnAt,
        List<Item> items) {

    public Sample {
        items = List.copyOf(items);
    }

    /** One that could be drawn. @param order from 1 @param hash by which it stands there */
    public record Item(UUID assessment, String place, int order, String hash, boolean drawn) {}
}
