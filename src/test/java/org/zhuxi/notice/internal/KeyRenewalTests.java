package org.zhuxi.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Sha256;
import org.zhuxi.platform.database.DatabaseSettings;
import org.zhuxi.platform.job.JobOutcome;
import org.zhuxi.platform.key.KeyLife;
import org.zhuxi.platform.key.Keyholder;
import org.zhuxi.testing.ZhuxiTest;

/**
 * Keys that seal follow one another without loss. Each test has a folder of its own; what other tests sealed is to it as if its key
 * were lost.
 */
@ZhuxiTest
class KeyRenewalTests {

    private static final String FIRST = "2026-11-23";
    private static final String YEAR_LATER = "2027-11-23";

    private final JdbcClient sql;
    private final ObjectProvider<Keyholder> keyholders;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    @TempDir
    private Path data;

    private @Nullable Path vault;
    private List<Secret> secrets = List.of();

    KeyRenewalTests(
            JdbcClient sql,
            ObjectProvider<Keyholder> keyholders,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.sql = sql;
        this.keyholders = keyholders;
        this.events = events;
        this.transactions = transactions;
    }

    /** Something sealed in the database. */
    private record Secret(String table, String column, Object id, String words) {

        String from() {
            return " from notice." + table + where();
        }

        String where() {
            return " where " + (id instanceof byte[] ? "token_hash" : "id") + " = :id";
        }
    }

    /** The program as it runs on a day. */
    private record Day(KeyRing ring, Sealed sealed, KeyRenewal renewal) {}

    @BeforeEach
    void startAnew() {
        secrets = List.of();
    }

    private Day on(String day) {
        var ring = ring(day);
        return day(ring, new Sealed(ring));
    }

    private Day day(KeyRing ring, Sealed sealed) {
        return new Day(ring, sealed, new KeyRenewal(ring, new Resealing(sql, ring, sealed)));
    }

    private KeyRing ring(String day) {
        return new KeyRing(
                new DatabaseSettings(data, vault, null),
                Clock.fixed(Instant.parse(day + "T03:20:00Z"), ZoneOffset.UTC));
    }

    @Test
    void aKeySealsForAYearAndGoesWithTheLinksInItsLetters() {
        var link = on(FIRST).sealed().seal("a link");
        secrets = sealEverywhere(on(FIRST).sealed());

        assertThat(on("2027-11-22").renewal().renewDue()).isEqualTo(outcome(0, 0, 0));
        assertThat(on(YEAR_LATER).renewal().renewDue()).isEqualTo(outcome(1, 5, 0));

        assertThat(files()).containsExactly("notice-20261123.key", "notice-20271123.key");
        assertAllUnder(on(YEAR_LATER), 20271123);
        assertThat(on("2029-11-22").sealed().open(link)).isEqualTo("a link");
        assertThat(on(YEAR_LATER).renewal().renewDue()).as("again").isEqualTo(outcome(0, 0, 0));

        assertThat(on("2029-11-23").renewal().renewDue()).isEqualTo(outcome(1, 5, 1));
        assertThat(files()).containsExactly("notice-20271123.key", "notice-20291123.key");
        assertAllUnder(on("2029-11-23"), 20291123);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> on("2029-11-23").sealed().open(link));
    }

    @Test
    void whatWasSealedBeforeKeysHadNumbersIsReadAndSealedAgain() throws Exception {
        var old = new byte[32];
        Arrays.fill(old, (byte) 7);
        Files.createDirectories(data.resolve("keys"));
        Files.write(data.resolve("keys/notice.key"), old);
        var today = on(FIRST);
        var link = sealedOfOld(old, "a link");
        assertThat(today.sealed().open(link)).isEqualTo("a link");
        secrets = List.of(webhook(sealedOfOld(old, "https://chat.example/robot"), "https://chat.example/robot"));

        assertThat(today.ring().keys(LocalDate.parse(FIRST)))
                .as("nobody knows its age")
                .allMatch(key -> key.isDue(LocalDate.MAX));
        Files.setLastModifiedTime(
                data.resolve("keys/notice.key"),
                java.nio.file.attribute.FileTime.from(Instant.parse("2026-11-20T00:00:00Z")));
        assertThat(today.renewal().renewDue()).isEqualTo(outcome(1, 1, 0));

        assertAllUnder(today, 20261123);
        assertThat(today.sealed().open(link)).isEqualTo("a link");
        assertThat(on("2028-11-23").renewal().renewDue()).isEqualTo(outcome(1, 1, 1));
        assertThat(files()).containsExactly("notice-20261123.key", "notice-20281123.key");
    }

    @Test
    void twoProgramsMakeTheSameKeyAndReadWhatTheOtherSealed() throws Exception {
        assertThat(sameMoment(() -> on(FIRST).ring().newest().number())).containsOnly(20261123);
        assertThat(sameMoment(() -> on(YEAR_LATER).ring().renewIfDue())).contains(true);
        assertThat(files()).containsExactly("notice-20261123.key", "notice-20271123.key");

        var one = on(YEAR_LATER);
        var other = on(YEAR_LATER);
        assertThat(other.sealed().open(one.sealed().seal("from one"))).isEqualTo("from one");
    }

    @Test
    void aProgramThatDoesNotKnowTheNewKeyYetReadsItAndIsSealedAgainLater() throws Exception {
        var one = on(FIRST);
        var early = one.sealed().seal("sealed before the other knew");
        one.ring().renew(); // a day ahead, for there is one of today
        secrets = List.of(webhook(early, "sealed before the other knew"));

        assertThat(on(FIRST).renewal().renewDue()).isEqualTo(outcome(0, 1, 0));
        assertAllUnder(one, 20261124);
    }

    @Test
    void isCutOffAnywhereAndFindsTheRest() {
        secrets = sealEverywhere(on(FIRST).sealed());
        var later = on(YEAR_LATER);

        later.ring().renew(); // and the power fails: nothing is sealed with it
        assertAllOpen(on(FIRST));
        var half = secrets.getFirst();
        sql.sql("update notice." + half.table() + " set " + half.column() + " = :fresh" + half.where())
                .param("fresh", later.sealed().seal(half.words()))
                .param("id", half.id())
                .update(); // and it fails again
        assertAllOpen(later);

        assertThat(later.renewal().renewDue()).isEqualTo(outcome(0, 4, 0));
        assertAllUnder(later, 20271123);
        assertThat(later.renewal().renewDue()).isEqualTo(outcome(0, 0, 0));
    }

    @Test
    void aDraftThatACrashLeftIsNoKey() throws Exception {
        on(FIRST).ring().newest();
        Files.write(data.resolve("keys/incoming-12345.key"), new byte[16]);

        assertThat(on(FIRST).ring().list()).extracting(SealingKey::number).containsExactly(20261123);
    }

    @Test
    void sealsManyAgainInBatches() {
        var sealed = on(FIRST).sealed();
        secrets = IntStream.range(0, 1_203)
                .mapToObj(each -> confirmation(sealed.seal("resident" + each + "@zhuxi.example"), each))
                .toList();

        assertThat(on(YEAR_LATER).renewal().renewDue()).isEqualTo(outcome(1, 1_203, 0));
        assertAllUnder(on(YEAR_LATER), 20271123);
    }

    @Test
    void whatIsChangedAtThatMomentStaysAndKeepsTheOldKey() {
        var first = on(FIRST);
        var late = first.sealed().seal("meanwhile");
        secrets = List.of(webhook(first.sealed().seal("before"), "meanwhile"));
        var ring = ring("2029-11-23");
        ring(YEAR_LATER).renew();
        var hurried = new Sealed(ring) {
            @Override
            String open(byte[] sealed) {
                var words = super.open(sealed);
                sql.sql("update notice.webhook set address = :new where address = :old")
                        .param("new", late)
                        .param("old", sealed)
                        .update();
                return words;
            }
        };

        assertThat(day(ring, hurried).renewal().renewDue()).isEqualTo(outcome(1, 0, 0));
        assertAllOpen(on("2029-11-23"));
        assertThat(on("2029-11-23").renewal().renewDue()).isEqualTo(outcome(0, 1, 1));
        assertAllUnder(on("2029-11-23"), 20291123);
    }

    @Test
    void whatIsLostKeepsNoKey() {
        on(FIRST).ring().newest();
        webhook(new byte[60], "sealed with a key that was deleted");

        on(YEAR_LATER).renewal().renewDue();
        assertThat(on("2029-11-23").renewal().renewDue()).isEqualTo(outcome(1, 0, 1));
    }

    @Test
    void inAVaultNothingIsRenewedUntilItsKeeperLaysANewKey() throws Exception {
        vault = Files.createDirectories(data.resolve("vault"));
        var first = on(FIRST);
        secrets = List.of(webhook(first.sealed().seal("https://chat.example"), "https://chat.example"));

        assertThat(on("2028-01-01").renewal().renewDue()).isEqualTo(outcome(0, 0, 0));
        assertThat(on("2028-01-01").ring().keys(LocalDate.parse("2028-01-01")))
                .containsExactly(new KeyLife(
                        "notice.key.sealing",
                        "notice-20261123.key",
                        LocalDate.parse(FIRST),
                        KeyLife.Next.RENEWAL,
                        LocalDate.parse(YEAR_LATER)))
                .allMatch(key -> key.isDue(LocalDate.parse("2028-01-01")));
        assertThat(command(on("2028-01-01"), "--renew=notice")).startsWith("2 ").contains("ZHUXI_KEYS");

        Files.write(vault.resolve("notice-20280101.key"), new byte[32]);
        assertThat(on("2028-01-02").renewal().renewDue()).isEqualTo(outcome(0, 1, 0));
        assertAllUnder(on("2028-01-02"), 20280101);
        assertThat(on("2030-01-02").renewal().renewDue())
                .as("its keeper destroys it")
                .isEqualTo(outcome(0, 0, 0));
        assertThat(on("2030-01-02").ring().keys(LocalDate.parse("2030-01-02")))
                .extracting(KeyLife::next)
                .containsExactly(KeyLife.Next.DESTRUCTION, KeyLife.Next.RENEWAL);
    }

    @Test
    void aKeyThatLeakedIsReplacedAtOnce() throws Exception {
        var today = on(FIRST);
        secrets = sealEverywhere(today.sealed());
        var link = today.sealed().seal("a link");

        assertThat(command(today, "now")).startsWith("0 ").contains("5 secrets").contains("group chats");

        assertThat(files()).containsExactly("notice-20261124.key");
        assertAllUnder(today, 20261124);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> today.sealed().open(link));
        assertThat(sql.sql("select count(*) from account.audit_entry where action = 'key.replaced'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void theCommandListsTheKeysOfAllModules() throws Exception {
        assertThat(command(on(FIRST), ""))
                .startsWith("0 ")
                .contains("log.key ", "log-mldsa44.key ")
                .contains(" review ");
        assertThat(command(on(FIRST), "--renew=push")).startsWith("2 ").contains("docs/security.md");
    }

    /** Exit code and all that is said; {@code now} replaces without waiting. */
    private String command(Day day, String option) throws Exception {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        var command = new KeysCommand(keyholders, day.ring(), day.renewal(), events, transactions, Clock.systemUTC());
        var exit = option.equals("now")
                ? command.renew(Duration.ZERO, out, out)
                : command.run(
                        option.isEmpty() ? new DefaultApplicationArguments() : new DefaultApplicationArguments(option),
                        out,
                        out);
        return exit + " " + said.toString(StandardCharsets.UTF_8);
    }

    private static JobOutcome outcome(long renewed, long resealed, long destroyed) {
        return JobOutcome.of("keys-renewed", renewed)
                .and("secrets-resealed", resealed)
                .and("keys-destroyed", destroyed);
    }

    private void assertAllOpen(Day day) {
        assertThat(secrets)
                .isNotEmpty()
                .allSatisfy(
                        secret -> assertThat(day.sealed().open(sealed(secret))).isEqualTo(secret.words()));
    }

    private void assertAllUnder(Day day, int number) {
        assertAllOpen(day);
        assertThat(secrets).allSatisfy(secret -> assertThat(sealed(secret)).startsWith(header(number)));
    }

    private static byte[] header(int number) {
        return ByteBuffer.allocate(8)
                .put("ZXS1".getBytes(StandardCharsets.US_ASCII))
                .putInt(number)
                .array();
    }

    private byte[] sealed(Secret secret) {
        return sql.sql("select " + secret.column() + secret.from())
                .param("id", secret.id())
                .query(byte[].class)
                .single();
    }

    private List<String> files() {
        var folder = vault == null ? data.resolve("keys") : vault;
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> List<T> sameMoment(Callable<T> work) throws Exception {
        var found = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(java.util.Collections.nCopies(8, work))) {
                found.add(each.get());
            }
        }
        return found;
    }

    /** As earlier versions sealed: nonce, cipher text, tag. */
    private static byte[] sealedOfOld(byte[] key, String words) throws Exception {
        var nonce = new byte[12];
        new java.security.SecureRandom().nextBytes(nonce);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        var sealed = cipher.doFinal(words.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    private List<Secret> sealEverywhere(Sealed sealed) {
        var hook = webhook(sealed.seal("https://chat.example/robot"), "https://chat.example/robot");
        sql.sql("update notice.webhook set secret = :secret where id = :id")
                .param("secret", sealed.seal("of the chat"))
                .param("id", hook.id())
                .update();
        var account = Ids.next();
        sql.sql("""
                        insert into notice.push_subscription
                            (id, account_id, endpoint_hash, endpoint, host, public_key, auth, language, made_at)
                        values (:id, :id, :hash, :endpoint, 'push.example', :point, :auth, 'zh', now())
                        """)
                .param("id", account)
                .param("hash", Sha256.of(account.toString()))
                .param("endpoint", sealed.seal("https://push.example/browser"))
                .param("point", new byte[65])
                .param("auth", new byte[16])
                .update();
        sql.sql("""
                        insert into notice.mail_address (account_id, id, address, language, confirmed_at)
                        values (:id, :id, :address, 'zh', now())
                        """)
                .param("id", account)
                .param("address", sealed.seal("resident@zhuxi.example"))
                .update();
        return List.of(
                hook,
                new Secret("webhook", "secret", hook.id(), "of the chat"),
                new Secret("push_subscription", "endpoint", account, "https://push.example/browser"),
                new Secret("mail_address", "address", account, "resident@zhuxi.example"),
                confirmation(sealed.seal("resident0@zhuxi.example"), 0));
    }

    private Secret webhook(byte[] address, String words) {
        var id = Ids.next();
        sql.sql("""
                        insert into notice.webhook (community_id, id, kind, label, host, address, made_by, made_at)
                        values (1, :id, 'JSON', 'test', 'chat.example', :address, :id, now())
                        """).param("id", id).param("address", address).update();
        return new Secret("webhook", "address", id, words);
    }

    private Secret confirmation(byte[] address, int each) {
        var hash = Sha256.of(UUID.randomUUID().toString());
        sql.sql("""
                        insert into notice.mail_confirmation (token_hash, account_id, address, language, made_at, expires_at)
                        values (:id, :account, :address, 'zh', now(), now())
                        """)
                .param("id", hash)
                .param("account", Ids.next())
                .param("address", address)
                .update();
        return new Secret("mail_confirmation", "address", hash, "resident" + each + "@zhuxi.example");
    }
}
