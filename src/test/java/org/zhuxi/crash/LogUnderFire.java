package org.zhuxi.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The transparency log as somebody outside sees it: remembers every checkpoint that was published between the kills, and at
 * the end grows the whole tree again, leaf by leaf, by code of its own.
 */
final class LogUnderFire {

    private static final int ENTRY = 21;
    private static final int POSTING = 2;
    private static final int ACTIVITY = 3;

    private final ProgramUnderFire program;
    private final Fleet fleet;
    private final Map<Long, String> published = new HashMap<>();

    LogUnderFire(ProgramUnderFire program, Fleet fleet) {
        this.program = program;
        this.fleet = fleet;
    }

    /** Keeps what is published now; two roots of one size would be a lie. */
    void look() {
        try {
            var lines = fleet.get("/log/checkpoint").split("\n", -1);
            if (lines.length > 4) {
                var before = published.put(Long.parseLong(lines[1]), lines[2]);
                assertThat(before).as("root of %s leaves", lines[1]).isIn(null, lines[2]);
            }
        } catch (Exception e) {
            assertThat(e).as("the program is just being killed").isInstanceOf(java.io.IOException.class);
        }
    }

    /** Every acknowledged record and every posting stands in the log once, and every checkpoint seen is one of its trees. */
    void assertWhole(Set<UUID> acknowledged) throws Exception {
        awaitEverythingPlaced();
        look();
        var entered = new HashMap<Integer, List<UUID>>();
        var tree = new ArrayList<byte[]>();
        long size = 0;
        try (var connection = DriverManager.getConnection(program.jdbcUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select first_leaf, entries, leaves from transparency.batch order by first_leaf")) {
            while (rows.next()) {
                assertThat(rows.getLong(1)).as("place of a batch").isEqualTo(size);
                var entries = ByteBuffer.wrap(rows.getBytes(2));
                var leaves = rows.getBytes(3);
                for (var at = 0; at < leaves.length; at += 32) {
                    int format = entries.get();
                    entries.getInt();
                    entered.computeIfAbsent(format, any -> new ArrayList<>())
                            .add(new UUID(entries.getLong(), entries.getLong()));
                    size = append(tree, size, Arrays.copyOfRange(leaves, at, at + 32));
                    if (published.containsKey(size)) {
                        assertThat(root(tree)).as("root of %d leaves", size).isEqualTo(published.remove(size));
                    }
                }
                assertThat(entries.remaining() % ENTRY).isZero();
            }
        }
        published.remove(0L);
        assertThat(published).as("checkpoints of trees that never were").isEmpty();
        assertOnce(entered.getOrDefault(ACTIVITY, List.of()), acknowledged, "select count(*) from activity.activity");
        assertOnce(entered.getOrDefault(POSTING, List.of()), Set.of(), "select count(*) from points.posting");
    }

    private void assertOnce(List<UUID> entered, Set<UUID> acknowledged, String count) throws Exception {
        var ids = new HashSet<>(entered);
        assertThat(entered).as("entries of one kind").hasSameSizeAs(ids);
        assertThat(ids).containsAll(acknowledged);
        assertThat((long) ids.size()).as(count).isEqualTo(number(count));
    }

    private void awaitEverythingPlaced() throws Exception {
        for (var attempt = 0;
                attempt < 300 && number("select count(*) from transparency.batch where first_leaf is null") > 0;
                attempt++) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(number("select count(*) from transparency.batch where first_leaf is null"))
                .as("records without a place")
                .isZero();
    }

    private long number(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(program.jdbcUrl());
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long append(List<byte[]> tree, long size, byte[] leaf) throws Exception {
        var hash = leaf;
        for (var rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = node(tree.removeLast(), hash);
        }
        tree.add(hash);
        return size + 1;
    }

    private static String root(List<byte[]> tree) throws Exception {
        var root = tree.getLast();
        for (var i = tree.size() - 2; i >= 0; i--) {
            root = node(tree.get(i), root);
        }
        return Base64.getEncoder().encodeToString(root);
    }

    private static byte[] node(byte[] left, byte[] right) throws Exception {
        var sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }
}
