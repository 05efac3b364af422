package org.zhuxi.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
class SessionTests {

    private static final List<String> CHROME_ON_A_PHONE = List.of(
            "User-Agent", "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36");

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final int port;
    private final Browser browser;
    private NewAccount person = Crowd.person();

    SessionTests(Accounts accounts, JdbcClient jdbc, @LocalServerPort int port) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.port = port;
        this.browser = new Browser(port);
    }

    @BeforeEach
    void open() {
        person = Crowd.opened(accounts, new Grant(Role.COMMUNITY_HEAD, Crowd.HERE));
    }

    @Test
    void leavesNoSessionForAVisitorNorForOneWhoIsSentToSignIn() {
        var before = anonymousSessions();

        var home = browser.get("/");
        var wanted = browser.get("/work/people");
        var signIn = browser.get("/sign-in");

        assertThat(home.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(wanted.statusCode()).isEqualTo(302);
        assertThat(signIn.statusCode()).isEqualTo(200);
        assertThat(browser.cookies()).containsExactlyInAnyOrder("zhuxi-next", "zhuxi-form");
        assertThat(anonymousSessions()).isEqualTo(before);
    }

    @Test
    void keepsOnlyShortTextsInASession() {
        browser.signIn(person.username(), Crowd.PASSWORD);

        var kept = jdbc.sql("""
                        select attribute_name, convert_from(attribute_bytes, 'UTF8') as text
                        from account.session_attributes
                        join account.session on primary_id = session_primary_id
                        where principal_name = :account
                        """)
                .param("account", account().toString())
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list();

        assertThat(kept)
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME",
                        "device",
                        "proofs",
                        "since");
        assertThat(kept).extracting(Map.Entry::getValue).contains(account().toString());
    }

    @Test
    void writesTheLastAccessOnceAMinuteOnly() {
        browser.signIn(person.username(), Crowd.PASSWORD);
        var signedIn = lastAccess();

        browser.get("/me/sign-in");
        assertThat(lastAccess()).isEqualTo(signedIn);

        jdbc.sql("""
                        update account.session
                        set last_access_time = last_access_time - 61000, expiry_time = expiry_time - 61000
                        where principal_name = :account""").param("account", account().toString()).update();
        browser.get("/me/sign-in");
        assertThat(lastAccess()).isGreaterThanOrEqualTo(signedIn);
    }

    private long lastAccess() {
        return jdbc.sql("select last_access_time from account.session where principal_name = :account")
                .param("account", account().toString())
                .query(Long.class)
                .single();
    }

    @Test
    void showsWhereSomebodyIsSignedInAndEndsAllOthers() {
        var phone = new Browser(port);
        var remembered = new Browser(port);
        browser.signIn(person.username(), Crowd.PASSWORD);
        phone.signInFrom(CHROME_ON_A_PHONE, person.username(), Crowd.PASSWORD);
        remembered.signIn(person.username(), Crowd.PASSWORD, "remember");

        assertThat(browser.get("/me/sign-in").body()).contains("Chrome · Android", "就是这里", "保持登录 30 天");
        var ended = browser.fill("/me/sign-in", "/me/sign-in/elsewhere/end", Map.of());

        assertThat(ended.statusCode()).isEqualTo(302);
        assertThat(browser.get("/me/sign-in").body()).doesNotContain("Chrome · Android");
        assertThat(phone.get("/me/sign-in").statusCode()).isEqualTo(302);
        assertThat(remembered.get("/me/sign-in").statusCode()).isEqualTo(302);
        remembered.loseSession();
        assertThat(remembered.get("/me/sign-in").statusCode()).isEqualTo(302);
    }

    @Test
    void keepsTheOneWhoIsRememberedHereWhenAllOthersAreSignedOut() {
        browser.signIn(person.username(), Crowd.PASSWORD, "remember");

        browser.fill("/me/sign-in", "/me/sign-in/elsewhere/end", Map.of());
        browser.loseSession();

        assertThat(browser.get("/me/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void signsOutAPersonWhoseAccountIsClosedInTheMiddleOfASession() {
        browser.signIn(person.username(), Crowd.PASSWORD);
        jdbc.sql("update account.account set active = false where username = :name")
                .param("name", person.username())
                .update();
        accounts.grant(Crowd.OPERATOR, person.username(), new Grant(Role.STEWARD, Crowd.THERE), null, null);

        assertThat(browser.get("/me/sign-in").statusCode()).isEqualTo(302);
    }

    private UUID account() {
        return accounts.actorOf(person.username()).account();
    }

    private int anonymousSessions() {
        return jdbc.sql("select count(*) from account.session where principal_name is null")
                .query(Integer.class)
                .single();
    }
}
