package org.zhuxi.transparency.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhuxi.platform.database.DatabaseSettings;
import org.zhuxi.transparency.TransparencyRefused;
import org.zhuxi.transparency.VerifyReceipt;

/** How the log grows, and when it refuses to. */
class SequencerTests {

    @TempDir
    Path data;

    @Test
    void everyEnteredRecordGetsAReceiptThatHolds() {
        try (var log = TestLog.fresh(data)) {
            var entered = new ArrayList<TestLog.Entered>();
            for (var records : new int[] {1, 2, 300, 1, 256, 40}) {
                entered.addAll(log.enter(records));
                log.sequencer.round();
            }
            assertThat(log.published().size()).isEqualTo(600);
            for (var one : entered) {
                var receipt = log.receipts.of(one.batch(), one.id(), one.row());
                assertThat(VerifyReceipt.check(java.util.Objects.requireNonNull(receipt.proof()), List.of(log.vkey()))
                                .isSound())
                        .isTrue();
            }
            assertThat(log.tiles.tree(600).root(600)).isEqualTo(log.published().root());
        }
    }

    @Test
    void aRecordIsOnlyPromisedBeforeTheRoundAndNeverKeptWhenItsTransactionIsRolledBack() {
        try (var log = TestLog.fresh(data)) {
            log.sequencer.round();
            var entered = log.enter(1).getFirst();
            assertThat(log.receipts
                            .of(entered.batch(), entered.id(), entered.row())
                            .isProven())
                    .isFalse();
            log.transactions.executeWithoutResult(status -> {
                log.journal.enter(TestLog.COMMUNITY, UUID.randomUUID(), () -> new byte[] {1});
                status.setRollbackOnly();
            });
            assertThat(log.sequencer.round()).isEqualTo(1);
            assertThat(log.receipts
                            .of(entered.batch(), entered.id(), entered.row())
                            .isProven())
                    .isTrue();
            assertThat(log.sequencer.round()).isZero();
        }
    }

    @Test
    void aRowThatWasChangedOrNeverEnteredGetsNoReceipt() {
        try (var log = TestLog.fresh(data)) {
            var entered = log.enter(1).getFirst();
            log.sequencer.round();
            var changed = entered.row().clone();
            changed[changed.length - 1] ^= 1;
            assertThatExceptionOfType(TransparencyRefused.Altered.class)
                    .isThrownBy(() -> log.receipts.of(entered.batch(), entered.id(), changed));
            assertThatExceptionOfType(TransparencyRefused.NotEntered.class)
                    .isThrownBy(() -> log.receipts.of(entered.batch(), UUID.randomUUID(), changed));
            assertThatExceptionOfType(TransparencyRefused.NotEntered.class)
                    .isThrownBy(() -> log.receipts.of(null, entered.id(), entered.row()));
        }
    }

    /** A transaction with an earlier number that commits after a later one was placed is placed as well, behind it. */
    @Test
    void aTransactionThatCommitsLateIsNotOverlooked() {
        try (var log = TestLog.fresh(data);
                var other = log.again(data)) {
            var late = new ArrayList<TestLog.Entered>();
            log.transactions.executeWithoutResult(status -> {
                late.addAll(log.enter(1));
                other.enter(3);
                assertThat(other.sequencer.round()).isEqualTo(3);
            });
            assertThat(other.sequencer.round()).isEqualTo(1);
            var one = late.getFirst();
            assertThat(log.receipts.of(one.batch(), one.id(), one.row()).index())
                    .isEqualTo(3);
        }
    }

    @Test
    void twoSequencersAtOncePlaceEveryRecordOnceAndOnlyEverExtendTheTree() throws Exception {
        try (var one = TestLog.fresh(data);
                var two = one.again(data)) {
            var open = new AtomicBoolean(true);
            var seen = java.util.Collections.synchronizedList(new ArrayList<Checkpoint>());
            var threads = Stream.of(one, two)
                    .map(log -> Thread.ofPlatform().start(() -> {
                        while (open.get()) {
                            if (log.sequencer.round() > 0) {
                                seen.add(log.published());
                            }
                        }
                    }))
                    .toList();
            var entered = new HashSet<UUID>();
            for (var i = 0; i < 120; i++) {
                (i % 2 == 0 ? one : two).enter(i % 7 + 1).forEach(record -> entered.add(record.id()));
            }
            open.set(false);
            for (var thread : threads) {
                thread.join();
            }
            one.sequencer.round();
            assertThat(idsInOrder(one)).hasSize(entered.size()).containsExactlyInAnyOrderElementsOf(entered);
            var last = one.published();
            var tree = one.tiles.tree(last.size());
            for (var checkpoint : seen) {
                var path = tree.consistency(checkpoint.size(), last.size());
                assertThat(Proofs.areConsistent(checkpoint.size(), last.size(), path, checkpoint.root(), last.root()))
                        .isTrue();
            }
        }
    }

    @Test
    void signsNothingMoreWhenALeafWasChangedBehindItsBack() {
        try (var log = TestLog.fresh(data)) {
            log.enter(5);
            log.sequencer.round();
            log.jdbc
                    .sql("update transparency.batch set leaves = set_byte(leaves, 40, get_byte(leaves, 40) # 1)")
                    .update();
            assertRefuses(log, "does not begin with");
        }
    }

    @Test
    void signsNothingMoreWhenTheHeadOrTheEdgeWasChanged() {
        try (var log = TestLog.fresh(data)) {
            log.enter(5);
            log.sequencer.round();
            log.jdbc
                    .sql("update transparency.log set edge = set_byte(edge, 3, get_byte(edge, 3) # 1)")
                    .update();
            assertRefuses(log, "does not begin with");
            log.jdbc
                    .sql("update transparency.log set root = set_byte(root, 3, get_byte(root, 3) # 1)")
                    .update();
            assertRefuses(log, "not the one that was signed");
        }
    }

    @Test
    void signsNothingWhenTheDatabaseWasSetBackBehindWhatWasSigned() {
        try (var log = TestLog.fresh(data)) {
            log.enter(5);
            log.sequencer.round();
            var older = log.jdbc
                    .sql("select size, root, edge, checkpoint from transparency.log")
                    .query()
                    .singleRow();
            log.enter(2);
            log.sequencer.round();
            log.jdbc
                    .sql(
                            "update transparency.log set size = :size, root = :root, edge = :edge, checkpoint = :checkpoint")
                    .params(older)
                    .update();
            log.jdbc
                    .sql("update transparency.batch set first_leaf = null where first_leaf >= 5")
                    .update();
            assertRefuses(log, "was it restored");
        }
    }

    @Test
    void signsNothingWithAnotherKeyThanTheLogsOwn(@TempDir Path elsewhere) {
        try (var log = TestLog.fresh(data);
                var stranger = log.again(elsewhere)) {
            log.enter(1);
            log.sequencer.round();
            assertRefuses(stranger, "not in the folder of keys");
            stranger.keys.make("zhuxi.example/log");
            assertRefuses(stranger, "not the key of this log");
        }
    }

    @Test
    void keepsItsSecretKeysToItself() throws Exception {
        try (var log = TestLog.fresh(data)) {
            log.sequencer.round();
            for (var name : List.of("log.key", "log-mldsa44.key")) {
                assertThat(Files.getPosixFilePermissions(data.resolve("keys").resolve(name)))
                        .isEqualTo(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            }
            assertThat(Files.readString(data.resolve("keys/log.vkey")).strip()).isEqualTo(log.vkey());
        }
    }

    @Test
    void usesKeysThatSomebodyElseKeeps(@TempDir Path vault) throws Exception {
        var made = new LogKeys(new DatabaseSettings(data, null, null)).make("zhuxi.example/log");
        for (var name : List.of("log.key", "log-mldsa44.key")) {
            Files.move(data.resolve("keys").resolve(name), vault.resolve(name));
        }
        var keys = new LogKeys(new DatabaseSettings(data, vault, null));

        assertThat(keys.find().orElseThrow().signing().text())
                .isEqualTo(made.signing().text());
        assertThat(keys.make("zhuxi.example/log").cosigning().text())
                .isEqualTo(made.cosigning().text());
        assertThat(vault).isDirectoryNotContaining(file -> file.toString().endsWith(".draft"));
    }

    @Test
    void everyCheckpointBearsTheLogsSignatureAndOneThatWithstandsQuantumComputers() {
        try (var log = TestLog.fresh(data)) {
            log.enter(3);
            log.sequencer.round();
            var note = SignedNote.parse(log.store.published().orElseThrow().note());
            assertThat(note.signedBy(VerifierKey.parse(log.vkey()))).isPresent();
            assertThat(note.signedBy(log.keys.find().orElseThrow().cosigning().verifier()))
                    .isPresent();
        }
    }

    private static void assertRefuses(TestLog log, String why) {
        var before = log.store.find().orElseThrow().checkpoint();
        log.enter(1);
        assertThatExceptionOfType(Sequencer.Stopped.class)
                .isThrownBy(log.sequencer::round)
                .withMessageContaining(why);
        assertThat(log.store.find().orElseThrow().checkpoint()).isEqualTo(before);
    }

    private static List<UUID> idsInOrder(TestLog log) {
        return log.store.placed(0, Long.MAX_VALUE).stream()
                .flatMap(batch -> BatchEntry.parse(batch.entries()).stream())
                .map(BatchEntry::id)
                .toList();
    }

    @Test
    void servesEveryTileOfTheTreeAndNothingBeyondIt() {
        try (var log = TestLog.fresh(data)) {
            log.enter(70);
            log.enter(700);
            log.sequencer.round();
            assertThat(IntStream.rangeClosed(0, 2).mapToObj(n -> log.tiles.read(0, n, 256, 770)))
                    .allMatch(tile -> tile.orElseThrow().length == 8_192);
            assertThat(log.tiles.read(0, 3, 2, 770))
                    .hasValueSatisfying(tile -> assertThat(tile).hasSize(64));
            assertThat(log.tiles.read(0, 3, 3, 770)).isEmpty();
            assertThat(log.tiles.read(1, 0, 3, 770)).isPresent();
            assertThat(log.tiles.read(1, 0, 4, 770)).isEmpty();
            assertThat(log.tiles.read(2, 0, 1, 770)).isEmpty();
        }
    }
}
