package org.zhuxi.transparency.internal;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives committed batches their places in the tree and signs the result, all in one transaction that holds the log's lock:
 * a sequencer that dies leaves nothing behind, and a second one finds the lock taken. A batch waits until it is taken, so a
 * transaction that commits late is only placed later and can never be overlooked.
 *
 * <p>Before it signs, it proves from the tiles as they are stored that the new tree begins with the one signed last.
 */
@EnableConfigurationProperties(LogSettings.class)
@Component
public class Sequencer {

    private static final int BATCHES_READ = 100;
    /** A round that appended so many may have left others waiting. */
    static final int MOST_LEAVES = 50_000;

    private final LogStore store;
    private final Tiles tiles;
    private final LogKeys keys;
    private final MonthKeys months;
    private final LogSettings settings;
    private final TransactionOperations transactions;
    private final Clock clock;
    private volatile String verified = "";

    Sequencer(
            LogStore store,
            Tiles tiles,
            LogKeys keys,
            MonthKeys months,
            LogSettings settings,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.tiles = tiles;
        this.keys = keys;
        this.months = months;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Thrown when signing would be wrong: nothing is signed until somebody has looked into it. */
    static final class Stopped extends RuntimeException {
        private final String why;

        Stopped(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }

    /**
     * Appends what waits.
     *
     * @return how many leaves were appended; 0 when nothing waits or another program is at it
     * @throws Stopped when what is stored does not agree with what was signed
     */
    public long round() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        months.prepare(now);
        var grown = transactions.execute(status -> store.tryLock() ? grow(now) : Optional.<Grown>empty());
        grown.ifPresent(growth -> keys.remember(growth.note));
        return grown.map(Grown::leaves).orElse(0L);
    }

    private record Grown(long leaves, SignedNote note) {}

    private Optional<Grown> grow(Instant now) {
        var head = store.find().orElseGet(() -> begin(now));
        var own = keysOf(head);
        requireMemory(head, own.signing().verifier());
        var growth = new Growth(head);
        growth.takeWaiting();
        if (growth.isEmpty()) {
            return head.size() == 0 ? Optional.of(new Grown(0, SignedNote.parse(head.checkpoint()))) : Optional.empty();
        }
        var tree = growth.keep();
        requireConsistent(head.tree(), tree);
        var note = own.sign(tree, now);
        verified = own.signing().verifier() + "\n" + note;
        var edge = growth.frontier.edge();
        if (!store.grow(
                head.size(),
                new LogStore.Head(
                        head.origin(), head.verifierKey(), tree.size(), tree.root(), edge, note.toString(), now))) {
            throw new Stopped("The log grew under another hand");
        }
        if (settings.witnesses().isEmpty()) {
            store.publish(tree, note.toString(), now);
        }
        return Optional.of(new Grown(tree.size() - head.size(), note));
    }

    private final class Growth {

        private final LogStore.Head head;
        private final Map<Tile, ByteArrayOutputStream> completed = new TreeMap<>();
        private final Frontier frontier;

        private record Tile(int level, long number) implements Comparable<Tile> {
            @Override
            public int compareTo(Tile other) {
                return level != other.level ? Integer.compare(level, other.level) : Long.compare(number, other.number);
            }
        }

        private Growth(LogStore.Head head) {
            this.head = head;
            this.frontier = Frontier.of(
                    head.size(),
                    head.edge(),
                    (level, index, root) -> completed
                            .computeIfAbsent(new Tile(level, index / Tiles.WIDTH), tile -> new ByteArrayOutputStream())
                            .writeBytes(root));
        }

        private void takeWaiting() {
            int read;
            do {
                var places = new LinkedHashMap<Long, Long>();
                var batches = store.waiting(BATCHES_READ);
                for (var batch : batches) {
                    places.put(batch.number(), frontier.size());
                    append(batch.leaves());
                }
                store.place(places);
                read = batches.size();
            } while (read == BATCHES_READ && frontier.size() - head.size() < MOST_LEAVES);
        }

        private void append(byte[] leaves) {
            for (var from = 0; from < leaves.length; from += TreeHasher.LENGTH) {
                frontier.append(Arrays.copyOfRange(leaves, from, from + TreeHasher.LENGTH));
            }
        }

        private boolean isEmpty() {
            return frontier.size() == head.size();
        }

        private Checkpoint keep() {
            completed.forEach((tile, hashes) -> store.extendTile(tile.level, tile.number, hashes.toByteArray()));
            return new Checkpoint(head.origin(), frontier.size(), frontier.root());
        }
    }

    /** The empty log, signed like any other. */
    private LogStore.Head begin(Instant now) {
        var origin = settings.origin();
        var own = keys.find()
                .orElseGet(() -> keys.make(origin == null || origin.isBlank() ? LogName.random() : origin.strip()));
        var name = own.signing().verifier().name();
        var tree = new Checkpoint(name, 0, new TreeHasher().empty());
        var note = own.sign(tree, now).toString();
        var head = new LogStore.Head(name, own.signing().verifier().toString(), 0, tree.root(), new byte[0], note, now);
        store.begin(head);
        store.publish(tree, note, now);
        return head;
    }

    private LogKeys.Keys keysOf(LogStore.Head head) {
        var own = keys.find()
                .orElseThrow(() -> new Stopped("The keys of the log are not in the folder of keys; bring them back"));
        if (!own.signing().verifier().toString().equals(head.verifierKey())) {
            throw new Stopped("The key in the folder of keys is not the key of this log");
        }
        return own;
    }

    /** The database must not have been set back behind what was signed, nor changed. */
    private void requireMemory(LogStore.Head head, VerifierKey key) {
        var signed = SignedNote.parse(head.checkpoint());
        if (!isSigned(signed, key) || !Checkpoint.parse(signed.text()).isSameTree(head.tree())) {
            throw new Stopped("The tree in the database is not the one that was signed last");
        }
        var remembered = keys.lastSigned();
        if (remembered.isEmpty() || remembered.get().isSameTree(head.tree())) {
            return;
        }
        if (remembered.get().size() > head.size()) {
            throw new Stopped("A tree of %d leaves has been signed, the database knows only %d; was it restored?"
                    .formatted(remembered.get().size(), head.size()));
        }
        requireConsistent(remembered.get(), head.tree());
    }

    /** What this program signed or verified last, to the letter, needs no second look each round. */
    private boolean isSigned(SignedNote note, VerifierKey key) {
        var known = key + "\n" + note;
        if (known.equals(verified)) {
            return true;
        }
        if (note.signedBy(key).isEmpty()) {
            return false;
        }
        verified = known;
        return true;
    }

    private void requireConsistent(Checkpoint older, Checkpoint newer) {
        if (older.size() == 0) {
            return;
        }
        var path = tiles.tree(newer.size()).consistency(older.size(), newer.size());
        if (!Proofs.areConsistent(older.size(), newer.size(), path, older.root(), newer.root())) {
            throw new Stopped("The tree of %d leaves does not begin with the signed tree of %d"
                    .formatted(newer.size(), older.size()));
        }
    }
}
