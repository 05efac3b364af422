package org.zhuxi.transparency.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log in memory, grown leaf by leaf like the real one, with its tiles. */
final class MemoryLog {

    private final List<byte[]> leaves = new ArrayList<>();
    private final Map<Integer, List<byte[]>> levels = new HashMap<>();
    private final Frontier frontier = new Frontier((level, index, root) -> {
        var hashes = levels.computeIfAbsent(level, any -> new ArrayList<>());
        if (hashes.size() != index) {
            throw new AssertionError("Subtree %d of level %d came out of turn".formatted(index, level));
        }
        hashes.add(root);
    });

    static MemoryLog of(List<byte[]> entries) {
        var log = new MemoryLog();
        var hasher = new TreeHasher();
        entries.forEach(entry -> log.append(hasher.leaf(entry)));
        return log;
    }

    void append(byte[] leaf) {
        leaves.add(leaf);
        frontier.append(leaf);
    }

    byte[] leaf(int index) {
        return leaves.get(index);
    }

    byte[] root() {
        return frontier.root();
    }

    List<byte[]> hashes(int level) {
        return level == 0 ? leaves : levels.getOrDefault(level, List.of());
    }

    HashTree tree() {
        return new HashTree((level, index) -> hashes(level).get((int) index));
    }
}
