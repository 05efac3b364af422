package org.zhuxi.transparency.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhuxi.platform.outgoing.AllowedHosts;
import org.zhuxi.testing.TestPostgres;
import org.zhuxi.transparency.AuditReport;
import org.zhuxi.transparency.LogSource;
import org.zhuxi.transparency.VerifyReceipt;

/** A real witness over HTTP, what it co-signs, and what it never would; and the auditor. */
class WitnessTests {

    @TempDir
    Path data;

    @TempDir
    Path elsewhere;

    @Test
    void aWitnessCoSignsAsTheLogGrowsAndReceiptsBearItsSignature() throws Exception {
        var url = TestPostgres.freshDatabase();
        String vkey;
        try (var first = new TestLog(url, data, List.of())) {
            first.sequencer.round();
            vkey = first.vkey();
        }
        try (var witness = WitnessServer.start(0, elsewhere, "street-office.example/w1", vkey);
                var log = new TestLog(
                        url,
                        data,
                        List.of(new LogSettings.Witness(
                                "http://localhost:" + witness.port(), witness.verifierKey())))) {
            for (var records : new int[] {3, 300, 17}) {
                log.enter(records);
                log.sequencer.round();
                log.witnessing.publish();
            }
            assertThat(log.published().size()).isEqualTo(320);
            var entered = log.enter(1).getFirst();
            log.sequencer.round();
            assertThat(log.receipts
                            .of(entered.batch(), entered.id(), entered.row())
                            .isProven())
                    .as("proven before the witness has seen it")
                    .isFalse();
            log.witnessing.publish();
            var proof = log.receipts
                    .of(entered.batch(), entered.id(), entered.row())
                    .proof();
            var finding =
                    VerifyReceipt.check(java.util.Objects.requireNonNull(proof), List.of(vkey, witness.verifierKey()));
            assertThat(finding.signers()).containsExactly("zhuxi.example/log", "street-office.example/w1");
            assertThat(log.store.witnesses()).allMatch(row -> row.size() == 321 && row.failure() == null);
        }
    }

    @Test
    void aWitnessThatIsAwayHoldsNothingUpAndIsToldLater() throws Exception {
        var key = SigningKey.generate("street-office.example/w1", VerifierKey.Type.COSIGNATURE);
        var witness =
                new LogSettings.Witness("http://localhost:1", key.verifier().toString());
        try (var log = new TestLog(TestPostgres.freshDatabase(), data, List.of(witness))) {
            log.enter(2);
            log.sequencer.round();
            log.witnessing.publish();
            assertThat(log.published().size()).isEqualTo(2);
            assertThat(log.store.witnesses()).allMatch(row -> row.size() == 0 && row.failure() != null);
        }
    }

    @Test
    void aWitnessOnAHostThatIsNotAllowedIsNotCalled() throws Exception {
        var key = SigningKey.generate("street-office.example/w1", VerifierKey.Type.COSIGNATURE);
        var calls = new AtomicInteger();
        var there = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        there.createContext("/", call -> {
            calls.incrementAndGet();
            call.close();
        });
        there.start();
        var witness = new LogSettings.Witness(
                "http://127.0.0.1:" + there.getAddress().getPort(),
                key.verifier().toString());
        var others = new AllowedHosts(List.of("street-office.example"));
        try (var log = new TestLog(TestPostgres.freshDatabase(), data, List.of(witness), others)) {
            log.enter(1);
            log.sequencer.round();
            log.witnessing.publish();
            assertThat(log.store.witnesses())
                    .allMatch(row -> String.valueOf(row.failure()).contains("not allowed"));
        } finally {
            there.stop(0);
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void aWitnessRefusesWhateverIsNotTheSameLogGrownLonger() throws Exception {
        var key = SigningKey.generate("zhuxi.example/log", VerifierKey.Type.NOTE);
        var stranger = SigningKey.generate("zhuxi.example/log", VerifierKey.Type.NOTE);
        var own = SigningKey.generate("street-office.example/w1", VerifierKey.Type.COSIGNATURE);
        var file = data.resolve("last");
        var book = new WitnessBook(key.verifier(), own, file, Clock.systemUTC());
        var log = new MemoryLog();
        for (var i = 0; i < 9; i++) {
            log.append(new TreeHasher().leaf(new byte[] {(byte) i}));
        }
        assertThat(book.add(request(key, log, 0, 4, 4)).status()).isEqualTo(200);
        assertThat(book.add(request(key, log, 0, 4, 7)).body()).isEqualTo("4\n");
        assertThat(book.add(request(key, log, 4, 4, 7)).status()).isEqualTo(200);
        // from here on it remembers seven leaves, also after it was started again
        var again = new WitnessBook(key.verifier(), own, file, Clock.systemUTC());
        assertThat(again.add(request(key, log, 4, 4, 9)).status()).isEqualTo(409);
        assertThat(again.add(request(key, log, 7, 5, 9)).status())
                .as("false proof")
                .isEqualTo(422);
        assertThat(again.add(request(stranger, log, 7, 7, 9)).status()).isEqualTo(403);
        assertThat(again.add(request(key, log, 7, 7, 9).replace("zhuxi.example", "other.example"))
                        .status())
                .isEqualTo(404);
        assertThat(again.add("old 7\n\n").status()).isEqualTo(400);
        assertThat(again.add(request(key, log, 7, 7, 5).replace("old 7", "old 8"))
                        .status())
                .isEqualTo(400);
        assertThat(again.add(request(key, log, 7, 7, 9)).status()).isEqualTo(200);
        assertThat(again.last().orElseThrow().signedBy(own.verifier())).isPresent();
    }

    private static String request(SigningKey key, MemoryLog log, long old, long provenFrom, long size) {
        var tree = new Checkpoint(key.verifier().name(), size, log.tree().root(size));
        var note = new SignedNote(
                tree.text(), List.of(key.sign(tree, Clock.systemUTC().instant())));
        var body = new StringBuilder("old " + old + "\n");
        if (old > 0 && provenFrom <= size) {
            log.tree()
                    .consistency(provenFrom, size)
                    .forEach(hash -> body.append(Base64Text.of(hash)).append('\n'));
        }
        return body.append('\n').append(note).toString();
    }

    @Test
    void theAuditorNamesTheFirstRowThatIsNotWhatWasLogged() {
        try (var log = TestLog.fresh(data)) {
            var entered = log.enter(12);
            log.sequencer.round();
            var rows = new java.util.HashMap<java.util.UUID, byte[]>();
            entered.forEach(one -> rows.put(one.id(), one.row()));
            assertThat(audit(log, rows).isSound()).isTrue();
            var changed = entered.get(5).row().clone();
            changed[3] ^= 1;
            rows.put(entered.get(5).id(), changed);
            rows.remove(entered.get(9).id());
            assertThat(audit(log, rows).findings())
                    .containsExactly(
                            "Leaf 5: the deed %s is not what was logged"
                                    .formatted(entered.get(5).id()),
                            "Leaf 9: the deed %s is gone"
                                    .formatted(entered.get(9).id()));
        }
    }

    @Test
    void theAuditorSeesALeafThatWasExchangedTogetherWithItsRow() {
        try (var log = TestLog.fresh(data)) {
            var entered = log.enter(3);
            log.sequencer.round();
            log.jdbc
                    .sql("update transparency.batch set leaves = set_byte(leaves, 1, get_byte(leaves, 1) # 1)")
                    .update();
            var rows = new java.util.HashMap<java.util.UUID, byte[]>();
            entered.forEach(one -> rows.put(one.id(), one.row()));
            assertThat(audit(log, rows).findings()).hasSize(2).last().asString().contains("do not make the root");
        }
    }

    private static AuditReport audit(TestLog log, Map<java.util.UUID, byte[]> rows) {
        LogSource source = new LogSource() {
            @Override
            public int format() {
                return 200;
            }

            @Override
            public String name() {
                return "deed";
            }

            @Override
            public Map<java.util.UUID, byte[]> read(
                    org.zhuxi.kernel.CommunityId community, java.util.Collection<java.util.UUID> ids) {
                var found = new java.util.HashMap<>(rows);
                found.keySet().retainAll(ids);
                return found;
            }

            @Override
            public long countOutside() {
                return 0;
            }

            @Override
            public int enrol(int most) {
                return 0;
            }
        };
        var months = new MonthKeys(
                log.jdbc, new org.springframework.jdbc.support.JdbcTransactionManager(log.source), Clock.systemUTC());
        return new Auditor(log.store, months, List.of(source)).audit();
    }
}
