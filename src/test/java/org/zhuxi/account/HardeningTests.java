package org.zhuxi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.ZhuxiTest;

/** What docs/asvs.md asks of cookies, headers, forms and errors, tried on the running program. */
@ZhuxiTest
@ExtendWith(OutputCaptureExtension.class)
class HardeningTests {

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final MockMvc web;
    private final Browser browser;
    private final int port;
    private NewAccount person = Crowd.person();

    HardeningTests(Accounts accounts, JdbcClient jdbc, MockMvc web, @LocalServerPort int port) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.web = web;
        this.port = port;
        this.browser = new Browser(port);
    }

    @BeforeEach
    void open() {
        person = Crowd.opened(accounts, new Grant(Role.COMMUNITY_HEAD, Crowd.HERE));
    }

    @Test
    void noScriptReadsACookieAndNoOtherSiteSendsOne() {
        browser.get("/me/tokens");
        var page = browser.get("/sign-in");
        var entered = browser.signIn(person.username(), Crowd.PASSWORD, "remember");

        var set = new java.util.ArrayList<>(page.headers().allValues("Set-Cookie"));
        set.addAll(entered.headers().allValues("Set-Cookie"));
        assertThat(set)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
    }

    @Test
    void overTlsCookiesStayOnTlsAndBrowsersKeepToIt() throws Exception {
        var answer = web.perform(get("/sign-in").secure(true)).andReturn().getResponse();

        assertThat(answer.getHeaders("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
        assertThat(answer.getHeader("Strict-Transport-Security"))
                .contains("max-age=31536000")
                .contains("includeSubDomains");
    }

    @Test
    void believesNoProxyThatItWasNotToldOf() {
        var answer = browser.get(
                "/me/tokens",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "evil.example",
                "Forwarded",
                "host=evil");

        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("evil");
    }

    @Test
    void theSessionIsAnotherOneAfterSigningIn() {
        browser.signIn(person.username(), Crowd.PASSWORD);
        var first = sessions();

        var again = browser.fill(
                "/me/tokens", "/sign-in", Map.of("username", person.username(), "password", Crowd.PASSWORD));

        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(first).hasSize(1);
        assertThat(sessions()).isNotEmpty().doesNotContainAnyElementsOf(first);
    }

    private List<String> sessions() {
        return jdbc.sql("select session_id from account.session where principal_name = ?")
                .param(accounts.actorOf(person.username()).account().toString())
                .query(String.class)
                .list();
    }

    @Test
    void aSessionEndsWhenNobodyUsesItForAWorkingDay() {
        browser.signIn(person.username(), Crowd.PASSWORD);

        assertThat(jdbc.sql("select max_inactive_interval from account.session where principal_name = ?")
                        .param(accounts.actorOf(person.username()).account().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(8 * 3_600);
    }

    @Test
    void aSessionEndsAtLastAlthoughItIsUsed() {
        browser.signIn(person.username(), Crowd.PASSWORD);
        assertThat(browser.get("/me/tokens").statusCode()).isEqualTo(200);

        var changed = jdbc.sql("""
                        update account.session_attributes
                        set attribute_bytes = convert_to(:since, 'UTF8')
                        where attribute_name = 'since'
                        and session_primary_id in (
                            select primary_id from account.session where principal_name = :account)
                        """)
                .param(
                        "since",
                        String.valueOf(Instant.now().minus(Duration.ofDays(31)).toEpochMilli()))
                .param("account", accounts.actorOf(person.username()).account().toString())
                .update();

        assertThat(changed).isEqualTo(1);
        assertThat(browser.get("/me/tokens").statusCode()).isEqualTo(302);
    }

    @Test
    void whoeverManagesAccountsSignsALostPhoneOut() {
        var clerk = Crowd.opened(accounts, new Grant(Role.VOLUNTEER, Crowd.HERE));
        var elsewhere = Crowd.opened(accounts, new Grant(Role.COMMUNITY_HEAD, Crowd.THERE));
        var phone = new Browser(port);
        phone.signIn(clerk.username(), Crowd.PASSWORD);
        assertThat(phone.get("/me/tokens").statusCode()).isEqualTo(200);
        var fields = Map.of("username", clerk.username(), "at", Crowd.HERE.value());

        var stranger = new Browser(port);
        stranger.signIn(elsewhere.username(), Crowd.PASSWORD);
        assertThat(stranger.fill("/work/people", "/work/people/sign-out", fields)
                        .statusCode())
                .isEqualTo(403);
        assertThat(phone.get("/me/tokens").statusCode()).isEqualTo(200);

        browser.signIn(person.username(), Crowd.PASSWORD);
        assertThat(browser.fill("/work/people", "/work/people/sign-out", fields).statusCode())
                .isEqualTo(302);
        assertThat(phone.get("/me/tokens").statusCode()).isEqualTo(302);
    }

    @Test
    void refusedAccessLeavesALineWithoutWhatWasTyped(CapturedOutput log) {
        var volunteer = Crowd.opened(accounts, new Grant(Role.VOLUNTEER, Crowd.HERE));
        browser.signIn(volunteer.username(), Crowd.PASSWORD);

        assertThat(browser.get("/work/audit?q=13812345678").statusCode()).isEqualTo(403);
        assertThat(browser.post(
                                "/me/tokens",
                                List.of(Map.entry("label", "13812345678")),
                                "Origin",
                                "https://evil.example")
                        .statusCode())
                .isEqualTo(403);

        var account = accounts.actorOf(volunteer.username()).account().toString();
        assertThat(log.getOut())
                .containsPattern("Refused forbidden: GET /work/audit to " + account)
                .contains("Refused account-foreign-form: POST")
                .doesNotContain("13812345678");
    }

    @Test
    void signingOutIsOnEveryPageOfEveryShell() {
        browser.signIn(person.username(), Crowd.PASSWORD);

        for (var page : List.of("/me", "/work", "/field")) {
            assertThat(browser.get(page).body()).as(page).contains("action=\"/sign-out\"");
        }
    }

    @Test
    void thePasswordFieldIsMaskedAndLetsManagersFillItIn() {
        var input = Pattern.compile("<input[^>]*name=\"password\"[^>]*>")
                .matcher(browser.get("/sign-in").body());

        assertThat(input.find()).isTrue();
        assertThat(input.group())
                .contains("type=\"password\"", "autocomplete=\"current-password")
                .doesNotContain("maxlength", "onpaste", "readonly");
    }

    @Test
    void aPasswordIsKeptWithTheNameOfItsHash() {
        assertThat(jdbc.sql("select password_hash from account.account where username = ?")
                        .param(person.username())
                        .query(String.class)
                        .single())
                .startsWith("{argon2id}$argon2id$")
                .contains("m=19456,t=2,p=1");
    }

    @Test
    void signingInAndFailingToAreKept() {
        browser.signIn(person.username(), "not-my-password");
        browser.signIn(person.username(), Crowd.PASSWORD);

        var account = accounts.actorOf(person.username()).account();
        assertThat(jdbc.sql("""
                                select distinct action from account.audit_entry
                                where account_id = :account or subject in (:username, :id)
                                """)
                        .param("account", account)
                        .param("username", person.username())
                        .param("id", account.toString())
                        .query(String.class)
                        .list())
                .contains("sign-in", "sign-in.failed");
    }

    @Test
    void whatACollectorAlarmsOnIsALineWithoutNames(CapturedOutput log) {
        browser.signIn("Ouyang-13812345678", "not-my-password");
        browser.signIn(person.username(), Crowd.PASSWORD);
        var account = accounts.actorOf(person.username()).account();
        for (var tries = 0; tries < 6; tries++) {
            new Browser(port).signIn(person.username(), "not-my-password");
            new Browser(port).signIn("nobody" + account + "\nForged line 13912345678", "not-my-password");
        }

        assertThat(log.getOut())
                .contains("Failed sign-in of a name nobody has")
                .contains("Sign-in of " + account)
                .contains("Failed sign-in of " + account)
                .containsPattern("Many attempts, account " + account + ": the next may come after \\d+ s")
                .containsPattern("Many attempts, name: the next may come after \\d+ s")
                .doesNotContain("13812345678", "Forged line", "13912345678", "not-my-password", person.username());
    }

    @Test
    void whatIsTypedIsTextAndNothingElse() {
        var typed = "{0} %s ${7*7} <script>alert(1)</script>";

        var answer = browser.signIn(typed, "wrong").body();

        assertThat(answer).contains("{0} %s ${7*7} &lt;script").doesNotContain("<script>alert");
        var search =
                browser.get("/places?q=" + java.net.URLEncoder.encode("\"><script>alert(1)", StandardCharsets.UTF_8));
        assertThat(search.statusCode()).isLessThan(500);
        assertThat(search.body()).doesNotContain("<script>alert");
    }

    @Test
    void noScriptOfOursWritesHtmlNorRunsText() throws IOException {
        var dangerous = Pattern.compile(
                "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|postMessage");
        try (var files = Files.walk(Path.of("src/main/resources"))) {
            var scripts = files.filter(file -> file.toString().endsWith(".js")).toList();
            assertThat(scripts)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .as(file.toString())
                            .doesNotContainPattern(dangerous));
        }
    }

    @Test
    void aFormTakesNoFieldItDoesNotAskFor() {
        var other = Crowd.opened(accounts, new Grant(Role.COMMUNITY_HEAD, Crowd.HERE));
        browser.signIn(person.username(), Crowd.PASSWORD);

        browser.fill(
                "/me/tokens",
                "/me/tokens",
                Map.of(
                        "label",
                        "秤",
                        "scopes",
                        "accounts:manage",
                        "days",
                        "30",
                        "username",
                        other.username(),
                        "account",
                        accounts.actorOf(other.username()).account().toString()));

        assertThat(tokensOf(person)).isEqualTo(1);
        assertThat(tokensOf(other)).isZero();
    }

    private long tokensOf(NewAccount owner) {
        return jdbc.sql("select count(*) from account.api_token where account_id = ?")
                .param(accounts.actorOf(owner.username()).account())
                .query(Long.class)
                .single();
    }

    @Test
    void aFieldSentTwiceOpensNoOtherDoor() {
        var other = Crowd.opened(accounts, new Grant(Role.COMMUNITY_HEAD, Crowd.HERE));
        var fields = new java.util.ArrayList<>(
                Browser.hiddenIn(browser.get("/sign-in").body()));
        fields.addAll(List.of(
                Map.entry("username", person.username()),
                Map.entry("password", Crowd.PASSWORD),
                Map.entry("username", other.username())));

        browser.post("/sign-in", fields);

        assertThat(browser.get("/me/sign-in").body()).doesNotContain(other.username());
        assertThat(browser.get("/places?q=a&q=b").statusCode()).isLessThan(500);
    }

    @Test
    void anAddressThatLeadsOutOfItsFolderLeadsNowhere() throws IOException {
        for (var path : List.of(
                "/assets/../application.yaml",
                "/assets/%2e%2e/application.yaml",
                "/assets/..%2f..%2fapplication.yaml",
                "/webjars/..;/application.yaml",
                "/shops/photos/1/..%2f..%2fzhuxi.properties")) {
            assertThat(raw("GET " + path)).as(path).matches("HTTP/1.1 (400|401|403|404|302)(?s).*");
        }
    }

    @Test
    void theMethodTraceIsRefused() throws IOException {
        assertThat(raw("TRACE /")).matches("HTTP/1.1 (400|403|405|501)(?s).*");
    }

    @Test
    void anErrorTellsNothingOfTheInside() {
        for (var path : List.of("/nowhere?trace=true", "/activities/x?debug=true", "/%00")) {
            assertThat(browser.get(path.equals("/%00") ? "/places?q=%00" : path).body())
                    .as(path)
                    .doesNotContain("Exception", "at org.", "springframework", "Tomcat", "Whitelabel");
        }
        assertThat(browser.get("/").headers().map()).doesNotContainKeys("Server", "server", "X-Powered-By");
    }

    @Test
    void everyMomentIsKeptWithItsZone() {
        assertThat(jdbc.sql("""
                                select table_schema || '.' || table_name || '.' || column_name
                                from information_schema.columns
                                where data_type = 'timestamp without time zone'
                                  and table_schema not in ('pg_catalog', 'information_schema')
                                  and table_name not like 'flyway%'
                                  -- a camera does not say in which zone its clock goes
                                  and column_name <> 'captured_at'
                                """).query(String.class).list()).isEmpty();
    }

    private String raw(String line) throws IOException {
        try (var socket = new Socket("localhost", browser.port());
                var out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII);
                Reader in = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)) {
            out.write(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            out.flush();
            var answer = new char[200];
            var length = in.read(answer);
            return new String(answer, 0, Math.max(0, length));
        }
    }
}
