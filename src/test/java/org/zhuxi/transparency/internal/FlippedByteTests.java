package org.zhuxi.transparency.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhuxi.transparency.VerifyReceipt;

/** Nothing in a receipt can be changed unseen: every bit of leaf, proof and checkpoint is flipped once. */
class FlippedByteTests {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final String ORIGIN = "zhuxi.example/log";

    @Test
    void noBitOfTheWorkedReceiptCanBeFlipped() throws Exception {
        assertNoFlipHolds(WorkedLedgerTests.receipt(), List.of(WorkedLedgerTests.VKEY), 1);
    }

    /** With a witness beside the log; one bit of every byte. */
    @Test
    void noByteOfAReceiptWithAWitnessCanBeChanged() {
        var keys = List.of(
                SigningKey.generate(ORIGIN, VerifierKey.Type.NOTE),
                SigningKey.generate("street-office.example/w1", VerifierKey.Type.COSIGNATURE));
        var rows = IntStream.range(0, 11)
                .mapToObj(i -> ("sixteen salt bytes" + i).getBytes(StandardCharsets.UTF_8))
                .toList();
        var log = MemoryLog.of(rows);
        var checkpoint = new Checkpoint(ORIGIN, rows.size(), log.root());
        var note = new SignedNote(
                checkpoint.text(),
                keys.stream().map(key -> key.sign(checkpoint, NOW)).toList());
        var receipt = new TlogProof(rows.get(6), 6, log.tree().inclusion(6, rows.size()), note).toString();
        var known = keys.stream().map(key -> key.verifier().toString()).toList();
        assertNoFlipHolds(receipt, known, 9);
    }

    @Test
    void noBitOfTheSignatureThatWithstandsQuantumComputersCanBeFlipped() {
        var key = SigningKey.generate(ORIGIN, VerifierKey.Type.ML_DSA_COSIGNATURE);
        var checkpoint = new Checkpoint(ORIGIN, 5, new TreeHasher().leaf(new byte[0]));
        var signature = key.sign(checkpoint, NOW).signature();
        for (var bit = 0; bit < 8 * signature.length; bit += 7) {
            var changed = signature.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(key.verifier().verifies(checkpoint.text(), changed))
                    .as("bit " + bit)
                    .isFalse();
        }
    }

    @Test
    void noBitOfASmallTreesProofsCanBeFlipped() {
        var log = MemoryLog.of(
                IntStream.range(0, 13).mapToObj(i -> new byte[] {(byte) i}).toList());
        for (var index = 0; index < 13; index++) {
            var path = log.tree().inclusion(index, 13);
            for (var bit = 0; bit < 256; bit++) {
                assertThat(Proofs.includes(flip(log.leaf(index), bit), index, 13, path, log.root()))
                        .isFalse();
                assertThat(Proofs.includes(log.leaf(index), index, 13, path, flip(log.root(), bit)))
                        .isFalse();
                for (var step = 0; step < path.size(); step++) {
                    var changed = new ArrayList<>(path);
                    changed.set(step, flip(path.get(step), bit));
                    assertThat(Proofs.includes(log.leaf(index), index, 13, changed, log.root()))
                            .isFalse();
                }
            }
        }
    }

    private static void assertNoFlipHolds(String receipt, List<String> keys, int step) {
        var whole = VerifyReceipt.check(receipt, keys);
        assertThat(whole.reason()).isEqualTo(VerifyReceipt.Reason.SOUND);
        var bytes = receipt.getBytes(StandardCharsets.UTF_8);
        for (var bit = 0; bit < 8 * bytes.length; bit += step) {
            var changed = new String(flip(bytes, bit), StandardCharsets.UTF_8);
            assertThat(isUnnoticed(changed, keys, whole))
                    .as("bit %d of byte %d", bit % 8, bit / 8)
                    .isFalse();
        }
        for (var length = 0; length < bytes.length; length++) {
            var cut = new String(Arrays.copyOf(bytes, length), StandardCharsets.UTF_8);
            assertThat(isUnnoticed(cut, keys, whole))
                    .as("cut to %d bytes", length)
                    .isFalse();
        }
    }

    /** A signature whose name is spoilt is nobody's, and is left aside: then its witness is no longer named. */
    private static boolean isUnnoticed(String changed, List<String> keys, VerifyReceipt.Finding whole) {
        var finding = VerifyReceipt.check(changed, keys);
        return finding.isSound() && finding.signers().equals(whole.signers());
    }

    private static byte[] flip(byte[] bytes, int bit) {
        var changed = bytes.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        return changed;
    }
}
