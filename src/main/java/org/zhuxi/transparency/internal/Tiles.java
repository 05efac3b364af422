package org.zhuxi.transparency.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hash tiles after c2sp.org/tlog-tiles: 256 hashes of one level, or fewer at the right edge. */
@Component
class Tiles {

    static final int WIDTH = 256;

    private static final int LEVELS = 8;

    private final LogStore store;

    Tiles(LogStore store) {
        this.store = store;
    }

    /**
     * The first hashes of a tile.
     *
     * @param width 1 to 256
     * @param size of the log that is published; what lies beyond it is not told
     */
    Optional<byte[]> read(int level, long number, int width, long size) {
        if (level < 0 || level >= LEVELS || number < 0 || width < 1 || width > WIDTH) {
            return Optional.empty();
        }
        var known = size >> (8 * level);
        if (number > known / WIDTH || number * WIDTH + width > known) {
            return Optional.empty();
        }
        var hashes = level == 0 ? leaves(number * WIDTH, width) : store.findTile(level, number);
        return hashes.filter(found -> found.length >= width * TreeHasher.LENGTH)
                .map(found -> Arrays.copyOf(found, width * TreeHasher.LENGTH));
    }

    /** Reads proofs' hashes for a tree of this size; each tile once. */
    HashTree tree(long size) {
        var read = new HashMap<Map.Entry<Integer, Long>, byte[]>();
        return new HashTree((level, index) -> {
            var number = index / WIDTH;
            var tile = read.computeIfAbsent(Map.entry(level, number), key -> {
                var width = (int) Math.min(WIDTH, (size >> (8 * level)) - number * WIDTH);
                return read(level, number, width, size)
                        .orElseThrow(() -> new IllegalStateException("Tile %d/%d is missing".formatted(level, number)));
            });
            var from = (int) (index % WIDTH) * TreeHasher.LENGTH;
            return Arrays.copyOfRange(tile, from, from + TreeHasher.LENGTH);
        });
    }

    private Optional<byte[]> leaves(long from, int width) {
        var tile = ByteBuffer.allocate(width * TreeHasher.LENGTH);
        for (var batch : store.placed(from, from + width)) {
            var first = batch.firstLeaf() == null ? 0 : batch.firstLeaf();
            var skipped = (int) Math.max(0, from - first) * TreeHasher.LENGTH;
            var length = Math.min(batch.leaves().length - skipped, tile.remaining());
            if (length > 0) {
                tile.put(batch.leaves(), skipped, length);
            }
        }
        return tile.hasRemaining() ? Optional.empty() : Optional.of(tile.array());
    }
}
