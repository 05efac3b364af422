package org.zhuxi.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.ZhuxiApplication;
import org.zhuxi.account.internal.session.StaffPasskey;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.rights.RightsMatrix;
import org.zhuxi.testing.TestCertificate;
import org.zhuxi.testing.ZhuxiTest;

/** The program as a careful operator runs it: it ends TLS itself, and whoever sees many households needs a passkey. */
@ZhuxiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrictInstanceTests {

    private static final int ALERT = 21;
    private static final List<String> OVER_ACCOUNTS =
            List.of("account.manage", "account.help", "account.erase", "audit.read");

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final RightsMatrix rights;
    private final Environment environment;
    private TestCertificate certificate;
    private ConfigurableApplicationContext strict;
    private Browser browser;
    private NewAccount head = Crowd.person();

    @TempDir
    static Path folder;

    StrictInstanceTests(Accounts accounts, JdbcClient jdbc, RightsMatrix rights, Environment environment) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.rights = rights;
        this.environment = environment;
    }

    @BeforeAll
    void start() throws IOException, GeneralSecurityException {
        certificate = TestCertificate.in(folder);
        var bundle = "--spring.ssl.bundle.pem.web.keystore.";
        strict = SpringApplication.run(
                ZhuxiApplication.class,
                "--server.port=0",
                "--zhuxi.demo=false",
                "--zhuxi.db.url=" + environment.getRequiredProperty("zhuxi.db.url"),
                "--zhuxi.db.user=" + environment.getRequiredProperty("zhuxi.db.user"),
                "--zhuxi.data=" + environment.getRequiredProperty("zhuxi.data"),
                "--zhuxi.security.staff-passkey=required",
                "--server.ssl.bundle=web",
                bundle + "certificate=" + certificate.certificate().toUri(),
                bundle + "private-key=" + certificate.key().toUri());
    }

    @AfterAll
    void stop() {
        if (strict != null) {
            strict.close();
        }
    }

    @BeforeEach
    void open() {
        head = Crowd.opened(accounts, new Grant(Role.COMMUNITY_HEAD, Crowd.HERE));
        browser = Browser.overTls(port(), certificate.trusting());
    }

    @Test
    void speaksTls13AndTls12WithForwardSecrecyOnly() throws IOException {
        assertThat(agreed("TLSv1.3").getCipherSuite()).isEqualTo("TLS_AES_256_GCM_SHA384");
        assertThat(agreed("TLSv1.2").getCipherSuite()).isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
        assertThatThrownBy(() -> agreed("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void answersOlderTlsWithAnAlert() throws IOException {
        assertThat(answerToHello(3, 3)).as("TLS 1.2").isNotEqualTo(ALERT);
        assertThat(answerToHello(3, 2)).as("TLS 1.1").isEqualTo(ALERT);
        assertThat(answerToHello(3, 1)).as("TLS 1.0").isEqualTo(ALERT);
    }

    @Test
    void answersPlainHttpWithNothingOfItsOwn() throws IOException {
        try (var socket = new Socket("localhost", port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("GET /sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).doesNotContain(" 200", "Set-Cookie", "password");
        }
    }

    @Test
    void refusesABrowserThatDoesNotTrustTheCertificate() throws GeneralSecurityException {
        var suspicious = Browser.overTls(port(), javax.net.ssl.SSLContext.getDefault());

        assertThatThrownBy(() -> suspicious.get("/"))
                .hasRootCauseInstanceOf(java.security.cert.CertPathBuilderException.class);
    }

    @Test
    void tellsTheOperatorThatNobodyTrustsTheCertificate() {
        head = Crowd.opened(accounts, new Grant(Role.OPERATOR, PlacePath.NATION));
        browser.signIn(head.username(), Crowd.PASSWORD);
        provePasskey();

        var page = browser.get("/work/operations");

        assertThat(page.body()).contains("localhost, 127.0.0.1").contains("浏览器不信任");
    }

    @Test
    void cookiesAreThisHostsAlone() {
        browser.get("/me/tokens");
        var entered = browser.signIn(head.username(), Crowd.PASSWORD, "remember");
        browser.get("/?theme=dark");

        assertThat(entered.statusCode()).isEqualTo(302);
        assertThat(browser.cookies())
                .contains("__Host-zhuxi-session", "__Host-zhuxi-remember", "__Host-zhuxi-form", "__Host-look")
                .allSatisfy(name -> assertThat(name).startsWith("__Host-"));
        assertThat(entered.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("Secure", "Path=/", "HttpOnly")
                        .doesNotContain("Domain"));
        assertThat(browser.get("/me/sign-in").statusCode()).isEqualTo(200);
        browser.loseSession();
        assertThat(browser.get("/me/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void signingOutEmptiesTheBrowsersCacheAndNothingThatWaitsToBeSent() {
        browser.signIn(head.username(), Crowd.PASSWORD);

        var left = browser.fill("/me/sign-in", "/sign-out", Map.of());

        assertThat(left.headers().firstValue("Clear-Site-Data")).contains("\"cache\"");
        assertThat(browser.get("/me/sign-in").statusCode()).isEqualTo(302);
    }

    @Test
    void doesNotReadACookieThatAnotherHostMayHaveSet() {
        var form = "0f6d2a52-1c0e-4a7b-9d55-5a1de57a0c11";
        var fields = List.of(
                Map.entry("username", head.username()),
                Map.entry("password", Crowd.PASSWORD),
                Map.entry("_csrf", form));

        var forged = browser.post("/sign-in", fields, "Cookie", "zhuxi-form=" + form, "Sec-Fetch-Site", "same-origin");

        assertThat(forged.statusCode()).isNotEqualTo(302);
        assertThat(browser.get("/me/sign-in").statusCode()).isEqualTo(302);
    }

    @Test
    void staffWithAPasswordAloneHasNoneOfItsRoles() {
        browser.signIn(head.username(), Crowd.PASSWORD);

        var people = browser.get("/work/people");
        var asked = browser.get("/me/proof?next=/work/people");

        assertThat(Browser.target(people)).isEqualTo("/me/proof?next=%2Fwork%2Fpeople");
        assertThat(asked.body()).contains("要求用通行密钥登录").doesNotContain("name=\"password\"");
        assertThat(browser.get("/api/v1/accounts?place=" + Crowd.HERE.value()).statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/me/sign-in").statusCode()).isEqualTo(200);
        assertThat(browser.fill("/me/tokens", "/me/tokens", Map.of("label", "秤", "days", "30"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void staffWithAPasskeyHasItsRoles() {
        browser.signIn(head.username(), Crowd.PASSWORD);
        provePasskey();

        assertThat(browser.get("/work/people").statusCode()).isEqualTo(200);
        assertThat(browser.fill(
                                "/me/tokens",
                                "/me/tokens",
                                Map.of("label", "秤", "scopes", "accounts:manage", "days", "30"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void beingRememberedBringsNoRoleThatNeedsAPasskey() {
        browser.signIn(head.username(), Crowd.PASSWORD, "remember");
        provePasskey();
        browser.loseSession();

        assertThat(browser.get("/work/people").statusCode()).isIn(302, 403);
        assertThat(browser.get("/work/people").statusCode()).isEqualTo(302);
    }

    @Test
    void aPasswordAddsTheFirstPasskeyButNoFurtherOnes() {
        browser.signIn(head.username(), Crowd.PASSWORD);
        var form = Browser.hiddenIn(browser.get("/me/sign-in").body()).subList(0, 1);

        var first = browser.postForJson("/me/passkeys/options", form);
        Crowd.addPasskey(jdbc, accounts.actorOf(head.username()));
        var second = browser.postForJson("/me/passkeys/options", form);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("您已经有通行密钥");
    }

    @Test
    void volunteersAndResidentsNeedNone() {
        var volunteer = Crowd.opened(accounts, new Grant(Role.VOLUNTEER, Crowd.HERE));
        browser.signIn(volunteer.username(), Crowd.PASSWORD);

        assertThat(browser.get("/work/rights").statusCode()).isEqualTo(200);
    }

    @Test
    void everyRoleThatRulesOverAccountsNeedsAPasskey() {
        assertThat(rights.permissions().stream()
                        .filter(right -> OVER_ACCOUNTS.contains(right.code()))
                        .flatMap(right -> right.roles().stream()))
                .isNotEmpty()
                .allMatch(StaffPasskey::isFarReaching);
    }

    private void provePasskey() {
        var changed = jdbc.sql("""
                        update account.session_attributes set attribute_bytes = convert_to(:proofs, 'UTF8')
                        where attribute_name = 'proofs'
                        and session_primary_id in (
                            select primary_id from account.session where principal_name = :account)
                        """)
                .param("proofs", "FACTOR_WEBAUTHN=" + Instant.now().toEpochMilli())
                .param("account", accounts.actorOf(head.username()).account().toString())
                .update();
        assertThat(changed).isEqualTo(1);
    }

    private javax.net.ssl.SSLSession agreed(String protocol, String... ciphers) throws IOException {
        try (var socket = (SSLSocket) certificate.trusting().getSocketFactory().createSocket("localhost", port())) {
            socket.setEnabledProtocols(new String[] {protocol});
            if (ciphers.length > 0) {
                socket.setEnabledCipherSuites(ciphers);
            }
            socket.startHandshake();
            return socket.getSession();
        }
    }

    /** The kind of record with which the server answers a ClientHello of that version; -1 when it just goes away. */
    private int answerToHello(int major, int minor) throws IOException {
        var suites = Stream.of(0xC02C, 0xC00A, 0xC009).toList();
        var groups = new byte[] {0, 10, 0, 4, 0, 2, 0, 23, 0, 11, 0, 2, 1, 0, 0, 13, 0, 4, 0, 2, 4, 3};
        var body = ByteBuffer.allocate(2 + 32 + 1 + 2 + 2 * suites.size() + 2 + 2 + groups.length);
        body.put((byte) major).put((byte) minor).put(new byte[32]).put((byte) 0);
        body.putShort((short) (2 * suites.size()));
        suites.forEach(suite -> body.putShort((short) suite.intValue()));
        body.put((byte) 1).put((byte) 0).putShort((short) groups.length).put(groups);
        var record = ByteBuffer.allocate(9 + body.capacity());
        record.put((byte) 22).put((byte) 3).put((byte) 1).putShort((short) (4 + body.capacity()));
        record.putInt(1 << 24 | body.capacity()).put(body.array());
        try (var socket = new Socket("localhost", port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(record.array());
            socket.getOutputStream().flush();
            return socket.getInputStream().read();
        }
    }

    private int port() {
        return Integer.parseInt(strict.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
