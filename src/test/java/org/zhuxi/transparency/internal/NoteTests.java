package org.zhuxi.transparency.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed notes, checkpoints and keys, against vectors of others. */
class NoteTests {

    private static final Path VECTORS = Path.of("src/test/resources/tlog");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final byte[] SEED = seed();

    @Test
    void verifiesTheExampleOfTheSignedNoteFormat() {
        var key = VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        var note = SignedNote.parse("""
                This is an example message.

                — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
                """);
        assertThat(note.signedBy(key)).isPresent();
        assertThat(key.toString()).contains("530d903a");
    }

    /** A real log with a checkpoint for each size from 0 to 15 and all its entries. */
    @Test
    void rebuildsEveryCheckpointOfARealLogFromItsEntries() throws IOException {
        var key = VerifierKey.parse("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");
        var folder = VECTORS.resolve("tessera-log/log");
        for (var size = 0; size <= 15; size++) {
            var note = SignedNote.parse(Files.readString(folder.resolve("checkpoint." + size)));
            var checkpoint = Checkpoint.parse(note.text());
            assertThat(note.signedBy(key)).isPresent();
            assertThat(checkpoint.size()).isEqualTo(size);
            var log = new MemoryLog();
            if (size > 0) {
                var hashes = Files.readAllBytes(folder.resolve("tile/0/000.p/" + size));
                for (var from = 0; from < hashes.length; from += TreeHasher.LENGTH) {
                    log.append(java.util.Arrays.copyOfRange(hashes, from, from + TreeHasher.LENGTH));
                }
            }
            assertThat(log.root()).isEqualTo(checkpoint.root());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error_header_body_separator",
                "error_header_count",
                "error_no_newline_after_signature",
                "error_no_signatures",
                "error_not_a_number",
                "error_signature_format_invalid",
                "error_signature_length_insufficient"
            })
    void refusesCheckpointsOutOfForm(String name) throws IOException {
        var text = Files.readString(VECTORS.resolve("sigstore-java-checkpoints/" + name + ".txt"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.parse(SignedNote.parse(text).text()));
    }

    @Test
    void refusesAKeyNameWithSpacesLikeThatOfAForeignLog() throws IOException {
        var text = Files.readString(VECTORS.resolve("sigstore-java-checkpoints/valid_multi_sig.txt"));
        var note = SignedNote.parse(text);
        assertThat(note.signatures()).hasSize(2);
        assertThat(Checkpoint.parse(note.text()).size()).isEqualTo(37_795_272);
        assertThat(note.toString()).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfKeySurvivesItsTextAndVerifiesItsSignaturesOnly(VerifierKey.Type type) {
        var key = SigningKey.parse(
                SigningKey.generate("street-office.example/w1", type).text());
        var checkpoint = new Checkpoint("zhuxi.example/log", 7, new TreeHasher().leaf(SEED));
        var line = key.sign(checkpoint, NOW);
        var verifier = VerifierKey.parse(key.verifier().toString());
        assertThat(verifier.verifies(checkpoint.text(), line.signature())).isTrue();
        var other = new Checkpoint("zhuxi.example/log", 8, checkpoint.root());
        assertThat(verifier.verifies(other.text(), line.signature())).isFalse();
        assertThat(key.toString()).doesNotContain("PRIVATE");
        var changed = line.signature().clone();
        changed[type == VerifierKey.Type.NOTE ? 0 : 7] ^= 1;
        assertThat(verifier.verifies(checkpoint.text(), changed)).isFalse();
    }

    @Test
    void rejectsANoteWithAFalseSignatureByAKnownKeyAndIgnoresUnknownOnes() {
        var log = SigningKey.ed25519("zhuxi.example/log", VerifierKey.Type.NOTE, SEED);
        var stranger = SigningKey.generate("stranger.example", VerifierKey.Type.COSIGNATURE);
        var checkpoint = new Checkpoint("zhuxi.example/log", 1, new TreeHasher().leaf(SEED));
        var note =
                new SignedNote(checkpoint.text(), List.of(stranger.sign(checkpoint, NOW), log.sign(checkpoint, NOW)));
        assertThat(SignedNote.parse(note.toString()).signedBy(log.verifier())).isPresent();
        var forged = note.toString().replace("\n1\n", "\n2\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignedNote.parse(forged).signedBy(log.verifier()));
        var unsigned = new SignedNote(checkpoint.text(), List.of(stranger.sign(checkpoint, NOW)));
        assertThat(unsigned.signedBy(log.verifier())).isEmpty();
    }

    static byte[] seed() {
        var seed = new byte[32];
        for (var i = 0; i < seed.length; i++) {
            seed[i] = (byte) i;
        }
        return seed;
    }
}
