package org.zhuxi.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.ZhuxiTest;

/** Before what concerns the safety of an account, somebody whose last proof is old is asked for the password or a passkey. */
@ZhuxiTest
class ProofTests {

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final Browser browser;
    private NewAccount person = Crowd.person();

    ProofTests(Accounts accounts, JdbcClient jdbc, @LocalServerPort int port) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.browser = new Browser(port);
    }

    @BeforeEach
    void open() {
        person = Crowd.opened(accounts, new Grant(Role.COMMUNITY_HEAD, Crowd.HERE));
    }

    @Test
    void asksForThePasswordAnewAndKeepsWhatWasTyped() {
        browser.signIn(person.username(), Crowd.PASSWORD);
        letTheProofAge();

        var asked = makeToken();
        var wrong = confirm(asked, "not-my-password");
        var right = confirm(wrong, Crowd.PASSWORD);

        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(asked.body()).contains("请确认是您本人").contains("value=\"厨房的秤\"");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"厨房的秤\"");
        assertThat(tokens()).isZero();
        assertThat(Browser.target(right)).isEqualTo("/resume");
        browser.post("/me/tokens", Browser.hiddenIn(browser.get("/resume").body()));
        assertThat(tokens()).isEqualTo(1);
    }

    @Test
    void asksNobodyWhoHasJustSignedIn() {
        browser.signIn(person.username(), Crowd.PASSWORD);

        assertThat(makeToken().statusCode()).isEqualTo(200);
        assertThat(tokens()).isEqualTo(1);
    }

    @Test
    void doesNotTakeBeingRememberedForAProof() {
        browser.signIn(person.username(), Crowd.PASSWORD, "remember");
        browser.loseSession();
        browser.get("/me/tokens");

        assertThat(makeToken().body()).contains("请确认是您本人");
        assertThat(tokens()).isZero();
    }

    @Test
    void doesNotTakeAProofForThatOfSomebodyElse() {
        var other = Crowd.opened(accounts, new Grant(Role.COMMUNITY_HEAD, Crowd.HERE));
        browser.signIn(other.username(), Crowd.PASSWORD);
        var before = proofs(other);

        browser.fill("/me/tokens", "/sign-in", Map.of("username", person.username(), "password", Crowd.PASSWORD));
        letTheProofAge();

        assertThat(before).hasSize(1);
        assertThat(proofs(other)).isEmpty();
        assertThat(makeToken().statusCode()).isEqualTo(403);
    }

    private List<String> proofs(NewAccount who) {
        return jdbc.sql("""
                        select convert_from(attribute_bytes, 'UTF8') from account.session_attributes
                        join account.session on primary_id = session_primary_id
                        where attribute_name = 'proofs' and principal_name = :account
                        """)
                .param("account", accounts.actorOf(who.username()).account().toString())
                .query(String.class)
                .list();
    }

    @Test
    void tellsAScriptWhereToAsk() {
        browser.signIn(person.username(), Crowd.PASSWORD);
        letTheProofAge();
        var form = Browser.hiddenIn(browser.get("/me/sign-in").body());

        var asked = browser.post("/me/passkeys/options", form.subList(0, 1), "Sec-Fetch-Site", "same-origin");
        var asProgram = browser.postForJson("/me/passkeys/options", form.subList(0, 1));

        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(asProgram.statusCode()).isEqualTo(403);
        assertThat(asProgram.body()).isEqualTo("{\"to\":\"/me/proof\"}");
    }

    @Test
    void refusesAProgramThatUsesABrowsersOldSession() {
        browser.signIn(person.username(), Crowd.PASSWORD);
        letTheProofAge();
        var token = Browser.hiddenIn(browser.get("/me/sign-in").body()).getFirst();

        var refused = browser.post(
                "/api/v1/me/erasure", List.of(), "Sec-Fetch-Site", "same-origin", "X-CSRF-TOKEN", token.getValue());

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("/problems/account-proof-needed");
    }

    @Test
    void leadsBackToAPageOfOursAndNowhereElse() {
        browser.signIn(person.username(), Crowd.PASSWORD);

        assertThat(proved("/me/sign-in?label=%E6%89%8B%E6%9C%BA")).isEqualTo("/me/sign-in?label=%E6%89%8B%E6%9C%BA");
        for (var elsewhere : List.of("//evil.example", "https://evil.example", "/\\evil.example", "")) {
            assertThat(proved(elsewhere)).as(elsewhere).isEqualTo("/me/sign-in");
        }
        assertThat(browser.get("/me/sign-in?label=%E6%89%8B%E6%9C%BA").body()).contains("value=\"手机\"");
    }

    @Test
    void letsNobodyGuessThePasswordHere() {
        browser.signIn(person.username(), Crowd.PASSWORD);

        var last = 0;
        for (var attempt = 0; attempt < 7; attempt++) {
            last = browser.fill("/me/proof", "/me/proof", Map.of("password", "guess-" + attempt))
                    .statusCode();
        }

        assertThat(last).isEqualTo(429);
    }

    private String proved(String next) {
        return Browser.target(browser.fill("/me/proof", "/me/proof", Map.of("password", Crowd.PASSWORD, "next", next)));
    }

    private HttpResponse<String> makeToken() {
        return browser.fill(
                "/me/tokens", "/me/tokens", Map.of("label", "厨房的秤", "scopes", "accounts:manage", "days", "30"));
    }

    private HttpResponse<String> confirm(HttpResponse<String> page, String password) {
        var fields = new ArrayList<>(Browser.hiddenIn(page.body()));
        fields.add(Map.entry("password", password));
        return browser.post("/me/proof", fields);
    }

    private void letTheProofAge() {
        letTheProofAge(person);
    }

    private void letTheProofAge(NewAccount who) {
        var changed = jdbc.sql("""
                        update account.session_attributes
                        set attribute_bytes = convert_to(:proofs, 'UTF8')
                        where attribute_name = 'proofs'
                        and session_primary_id in (
                            select primary_id from account.session where principal_name = :account)
                        """)
                .param(
                        "proofs",
                        "FACTOR_PASSWORD="
                                + Instant.now().minus(Duration.ofMinutes(16)).toEpochMilli())
                .param("account", accounts.actorOf(who.username()).account().toString())
                .update();
        assertThat(changed).isPositive();
    }

    private long tokens() {
        return jdbc.sql("select count(*) from account.api_token where account_id = ?")
                .param(accounts.actorOf(person.username()).account())
                .query(Long.class)
                .single();
    }
}
