package org.zhuxi.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.internal.throttle.SignInThrottle;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.ZhuxiTest;

/** Whoever guesses waits; a community worker ends the wait and helps to a new password. */
@ZhuxiTest
class LockOutTests {

    private static final PlacePath STREET = new PlacePath("/32/3210/321003/321003010");
    private static final Pattern CODE = Pattern.compile("id=\"reset-code\">([0-9A-Z-]+)<");
    private static final String NEW_PASSWORD = "river-stone-lantern";

    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final JdbcClient jdbc;
    private final Browser browser;
    private final Browser workers;
    private NewAccount person = Crowd.person();

    LockOutTests(Accounts accounts, SignInThrottle throttle, JdbcClient jdbc, @LocalServerPort int port) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.jdbc = jdbc;
        this.browser = new Browser(port);
        this.workers = new Browser(port);
    }

    @BeforeEach
    void open() {
        person = Crowd.opened(accounts, new Grant(Role.RESIDENT, STREET));
        var clerk = Crowd.opened(accounts, new Grant(Role.COMMUNITY_CLERK, STREET));
        workers.signIn(clerk.username(), Crowd.PASSWORD);
    }

    @Test
    void makesGuessersWaitEvenWithTheRightPasswordUntilAWorkerEndsIt() {
        guess(person.username());

        var tooEarly = browser.signIn(person.username(), Crowd.PASSWORD);
        assertThat(tooEarly.statusCode()).isEqualTo(429);
        assertThat(tooEarly.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 31L);
        assertThat(tooEarly.body()).contains("过 1 分钟再试", "value=\"" + person.username() + "\"");
        assertThat(browser.signIn(String.valueOf(person.phone()), Crowd.PASSWORD)
                        .statusCode())
                .as("by another name of the same person")
                .isEqualTo(429);

        assertThat(workers.get(helpPage()).body()).contains("解除等待");
        workers.fill(helpPage(), helpPage() + "/unlocking", Map.of());

        assertThat(browser.signIn(person.username(), Crowd.PASSWORD).statusCode())
                .isEqualTo(302);
    }

    @Test
    void treatsANameThatNobodyHasLikeAnyOther() {
        var name = "nobody-" + person.username();
        guess(name);

        assertThat(browser.signIn(name, Crowd.PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void waitsLongerAfterEachFurtherWrongPasswordAndForgetsAfterTheRightOne() {
        guess(person.username());
        var first = secondsToWait();
        letTimePass();
        browser.signIn(person.username(), "wrong again");
        var second = secondsToWait();

        assertThat(first).isBetween(25L, 30L);
        assertThat(second).isBetween(55L, 60L);

        letTimePass();
        assertThat(browser.signIn(person.username(), Crowd.PASSWORD).statusCode())
                .isEqualTo(302);
        assertThat(attempts()).isZero();
    }

    @Test
    void forgetsAsTimePassesHoweverOftenSomebodyTries() {
        for (var i = 0; i < 3; i++) {
            browser.signIn(person.username(), "wrong");
        }
        for (var i = 0; i < 3; i++) {
            jdbc.sql(
                            "update account.sign_in_attempt set last_at = last_at - interval '4 hours' where subject_hash = :subject")
                    .param("subject", subject())
                    .update();
            assertThat(browser.signIn(person.username(), "wrong").statusCode()).isEqualTo(401);
        }

        assertThat(jdbc.sql("select attempts from account.sign_in_attempt where subject_hash = :subject")
                        .param("subject", subject())
                        .query(Integer.class)
                        .single())
                .as("six, two of which were forgotten in twelve hours")
                .isEqualTo(4);
    }

    @Test
    void forgetsOldAttempts() {
        guess(person.username());
        jdbc.sql(
                        "update account.sign_in_attempt set last_at = last_at - interval '2 days' where subject_hash = :subject")
                .param("subject", subject())
                .update();

        throttle.purge();

        assertThat(attempts()).isZero();
    }

    @Test
    void letsThePersonChooseANewPasswordWithACodeThatWorksOnce() {
        var elsewhere = new Browser(browser.port());
        elsewhere.signIn(person.username(), Crowd.PASSWORD, "remember");
        var code = codeFromTheWorker();

        var weak = reset(code, "1234567890");
        var wrong = reset("0000-0000", NEW_PASSWORD);
        var set = reset(code.toLowerCase(java.util.Locale.ROOT).replace("-", " "), NEW_PASSWORD);
        var again = reset(code, "another-good-one-5");

        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body()).contains("太容易被猜到", "value=\"" + person.username() + "\"");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Browser.target(set)).isEqualTo("/sign-in?after=reset");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(elsewhere.get("/me/sign-in").statusCode())
                .as("signed out everywhere")
                .isEqualTo(302);
        assertThat(browser.signIn(person.username(), NEW_PASSWORD).statusCode()).isEqualTo(302);
        assertThat(actions()).contains("account.reset-code.give", "account.password.reset");
    }

    @Test
    void doesNotLetAClerkHelpSomebodyWhoMayDoMore() {
        var head = Crowd.opened(accounts, new Grant(Role.COMMUNITY_HEAD, STREET), new Grant(Role.RESIDENT, STREET));
        var id = accounts.actorOf(head.username()).account();

        assertThat(workers.get("/work/sign-ins/" + id).statusCode()).isEqualTo(403);
        assertThat(workers.fill("/work/people/new", "/work/sign-ins/" + id + "/reset-code", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void opensAnAccountAtTheCounterWithoutTypingItsPassword() {
        var name = "wang-" + person.username();
        var fields = Map.of("name", "王美华", "username", name, "role", "RESIDENT", "place", STREET.value());

        var opened = workers.fill("/work/people/new", "/work/people/new", fields);
        var twice = workers.fill("/work/people/new", "/work/people/new", fields);
        var asOperator = workers.fill(
                "/work/people/new",
                "/work/people/new",
                Map.of("name", "某", "username", "x" + name, "role", "STEWARD", "place", STREET.value()));

        assertThat(Browser.target(opened)).startsWith("/work/sign-ins/");
        assertThat(accounts.actorOf(name).grants()).containsExactly(new Grant(Role.RESIDENT, STREET));
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("已经有人使用", "value=\"王美华\"");
        assertThat(asOperator.statusCode()).isEqualTo(403);
    }

    @Test
    void changesOnesOwnPasswordAndSignsOutEverywhereElse() {
        var elsewhere = new Browser(browser.port());
        elsewhere.signIn(person.username(), Crowd.PASSWORD);
        var here = new Browser(browser.port());
        here.signIn(person.username(), Crowd.PASSWORD);

        var wrong = here.fill("/me/password", "/me/password", passwords("not-this-one", NEW_PASSWORD));
        var changed = here.fill("/me/password", "/me/password", passwords(Crowd.PASSWORD, NEW_PASSWORD));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(here.get("/me/sign-in?done=password").body()).contains("密码已更改");
        assertThat(elsewhere.get("/me/sign-in").statusCode()).isEqualTo(302);
    }

    private static Map<String, String> passwords(String current, String next) {
        return Map.of("current", current, "password", next, "repeated", next);
    }

    private void guess(String name) {
        for (var i = 0; i < 5; i++) {
            assertThat(browser.signIn(name, "wrong-" + i).statusCode()).isEqualTo(401);
        }
    }

    private java.net.http.HttpResponse<String> reset(String code, String password) {
        return browser.fill(
                "/sign-in/reset",
                "/sign-in/reset",
                Map.of("username", person.username(), "code", code, "password", password, "repeated", password));
    }

    private String codeFromTheWorker() {
        var page =
                workers.fill(helpPage(), helpPage() + "/reset-code", Map.of()).body();
        var matcher = CODE.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private String helpPage() {
        return "/work/sign-ins/" + accounts.actorOf(person.username()).account();
    }

    private byte[] subject() {
        return new org.zhuxi.account.internal.Secret(SignInThrottle.account(
                        accounts.actorOf(person.username()).account()))
                .hash();
    }

    private int attempts() {
        return jdbc.sql("select count(*) from account.sign_in_attempt where subject_hash = :subject")
                .param("subject", subject())
                .query(Integer.class)
                .single();
    }

    private long secondsToWait() {
        return jdbc.sql("""
                        select extract(epoch from blocked_until - now())::bigint
                        from account.sign_in_attempt
                        where subject_hash = :subject
                        """).param("subject", subject()).query(Long.class).single();
    }

    private void letTimePass() {
        jdbc.sql("update account.sign_in_attempt set blocked_until = now() where subject_hash = :subject")
                .param("subject", subject())
                .update();
    }

    private java.util.List<String> actions() {
        return jdbc.sql("select action from account.audit_entry where subject in (:name, :account)")
                .param("name", person.username())
                .param("account", accounts.actorOf(person.username()).account().toString())
                .query(String.class)
                .list();
    }
}
