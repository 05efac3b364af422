package org.zhuxi.transparency.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhuxi.transparency.VerifyReceipt;

/**
 * A ledger of five postings worked out in full, from the month's secret to the receipt; an independent verifier in Python
 * and OpenSSL agreed with every value. Its rows have the first format, of 124 bytes.
 */
class WorkedLedgerTests {

    private static final HexFormat HEX = HexFormat.of();
    private static final List<String> ROWS = List.of(
            "010000000000000001019a0000000070018000000000000001000000003b9aca010000000000000007000000000000000a0003010000512a000660be0ab5c00100005297000000000000000000000000000000000000000000000000c84a09757ebaad3dbdc07d455da0b62427fff0f874c83fd5d961f5d4503523a1",
            "010000000000000002019a0000000070028000000000000002000000003b9aca01000000000000000800000000000000140004010000512a000660be0ab5c002000052970000000000000000000000000000000000000000000000000e3cc730d9c08262b256b2ba943e34c5460dbf5747cc864f0cf8065ad068605c",
            "010000000000000003019a0000000070038000000000000003000000003b9aca01000000000000000700000000000000050001010000512a000660be0ab5c00300005297000000000000000000000000000000000000000000000001d2be038545ec6e30cb7e7d9088b3d68f4d0823529fb8b129a396a625c767273d",
            "010000000000000004019a00000000700480000000000000040000000000000007000000003b9aca02000000000000000c0000020000512a000660be0ab5c00400005297000000000000000000000000000000030000000000000000fe53a3874e0ce698a53d5936aa4a12825ed878df3010c3ef9bf69ef2207b2ce0",
            "010000000000000005019a0000000070058000000000000005000000003b9aca020000000000000007000000000000000c0000030000512a000660be0ab5c00500005297000000000000000400000000000000000000000000000004076daa07749ea3741cc9405d2f7d0c7f6fb604f0cbfc9cd6bf888bbc10b34a31");
    private static final List<String> SALTS = List.of(
            "d5863dc95b5dc081c06eb7c5d70cc07e",
            "5ebdbe0ca94401399d9f762e2d54ad6c",
            "ff9a9616e19611d22da9896be08d10e3",
            "0ebd6c997a4c90656c5dab7c4fdef745",
            "e8d6ad47da56d0b898eef1ad5a87ba4c");
    private static final List<String> LEAVES = List.of(
            "d7d366d3043e21ee005b3d4693b5814af7cefa5baa1ce13351711aecbbb41a67",
            "e3e7e7c9b58d734ba2d77d69d07c8c8e0a782c59bbfe48a4dc3787aa5c70a987",
            "2d608a404c83ff542b1e381315660c00e730b403861ae250e8d930bbe13e0c45",
            "7f9e7fb3156c6f4723961da1008d9faff9c037d096549fe0a3603c1b609837e4",
            "44b04443877d389a8a07a29e3c79c6721e56a812e005aeb02c63e7377d8ebaf3");
    private static final String ROOT = "d4ec5f2229d4e49d85037c4e7414abca7d6cdb3ad878ac173b3cd62d9d565843";
    static final String VKEY = "green.example/ledger+3e84e383+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";

    static String receipt() throws java.io.IOException {
        return Files.readString(Path.of("src/test/resources/tlog/ledger.tlog-proof"));
    }

    @Test
    void reproducesEverySaltLeafAndTheRoot() {
        var secret = new byte[32];
        Arrays.fill(secret, (byte) 0x42);
        var commitments = new Commitments(secret);
        var log = new MemoryLog();
        for (var i = 0; i < ROWS.size(); i++) {
            var salt = commitments.salt(
                    ByteBuffer.allocate(Long.BYTES).putLong(i + 1).array());
            assertThat(HEX.formatHex(salt)).isEqualTo(SALTS.get(i));
            var leaf = new TreeHasher().leaf(salt, HEX.parseHex(ROWS.get(i)));
            assertThat(HEX.formatHex(leaf)).isEqualTo(LEAVES.get(i));
            log.append(leaf);
        }
        assertThat(HEX.formatHex(log.root())).isEqualTo(ROOT);
    }

    @Test
    void reproducesTheSignedReceiptToTheLastByte() throws Exception {
        var log = new MemoryLog();
        LEAVES.forEach(leaf -> log.append(HEX.parseHex(leaf)));
        var key = SigningKey.ed25519("green.example/ledger", VerifierKey.Type.NOTE, NoteTests.seed());
        assertThat(key.verifier().toString()).isEqualTo(VKEY);
        var checkpoint = new Checkpoint("green.example/ledger", 5, log.root());
        var note = new SignedNote(checkpoint.text(), List.of(key.sign(checkpoint, Instant.EPOCH)));
        var proof = new TlogProof(
                HEX.parseHex(SALTS.get(3) + ROWS.get(3)), 3, log.tree().inclusion(3, 5), note);
        assertThat(proof.toString()).isEqualTo(receipt());
        assertThat(TlogProof.parse(receipt()).toString()).isEqualTo(receipt());
    }

    @Test
    void theCheckerReadsTheRedemptionBehindTheReceipt() throws Exception {
        var finding = VerifyReceipt.check(receipt(), List.of(VKEY));
        assertThat(finding.isSound()).isTrue();
        assertThat(finding.index()).isEqualTo(3);
        assertThat(finding.facts())
                .contains(
                        new VerifyReceipt.Fact("points", "12"),
                        new VerifyReceipt.Fact("day", "2026-11-21"),
                        new VerifyReceipt.Fact("kind", "2"));
    }

    /** The worked activity of the documentation, reckoned in Python. */
    @Test
    void reproducesTheLeafOfTheActivityInTheDocumentation() throws Exception {
        var document = Files.readString(Path.of("docs/transparency.md"));
        var row = HEX.parseHex(between(document, "row\n", "\nsalt").replace("\n", ""));
        var secret = new byte[32];
        Arrays.fill(secret, (byte) 0x42);
        var id = java.util.UUID.fromString("01930000-0000-7000-8000-000000000001");
        var commitments = new Commitments(secret);
        assertThat(HEX.formatHex(commitments.salt(3, id))).isEqualTo(between(document, "salt\n", "\nleaf"));
        assertThat(HEX.formatHex(commitments.leaf(id, row))).isEqualTo(between(document, "leaf\n", "\n```"));
    }

    private static String between(String text, String from, String to) {
        var start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }
}
