package org.zhuxi.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.web.Messages;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
class PeoplePagesTests {

    private static final PlacePath STREET = new PlacePath("/32/3210/321003/321003010");

    private final Accounts accounts;
    private final Messages messages;
    private final Browser browser;

    PeoplePagesTests(Accounts accounts, Messages messages, @LocalServerPort int port) {
        this.accounts = accounts;
        this.messages = messages;
        this.browser = new Browser(port);
    }

    @Test
    void letsAHeadGiveAndTakeBackARoleOnThePage() {
        var head = Crowd.opened(accounts, new Grant(Role.COMMUNITY_HEAD, STREET));
        var person = Crowd.opened(accounts);
        browser.signIn(head.username(), Crowd.PASSWORD);

        var given = browser.fill(
                "/work/people",
                "/work/people/roles",
                Map.of(
                        "username",
                        String.valueOf(person.phone()),
                        "role",
                        "STEWARD",
                        "place",
                        STREET.value(),
                        "part",
                        ""));
        assertThat(given.statusCode()).isEqualTo(302);
        assertThat(browser.get("/work/people?q=" + person.username()).body())
                .contains(person.username(), "督导员", "竹西街道");

        browser.fill(
                "/work/people",
                "/work/people/roles/revocation",
                Map.of(
                        "username",
                        person.username(),
                        "role",
                        "STEWARD",
                        "place",
                        STREET.value(),
                        "at",
                        STREET.value()));
        assertThat(accounts.actorOf(person.username()).grants()).isEmpty();
    }

    @Test
    void keepsTheFormAndSaysWhatIsWrong() {
        var head = Crowd.opened(accounts, new Grant(Role.COMMUNITY_HEAD, STREET));
        browser.signIn(head.username(), Crowd.PASSWORD);

        var unknown = browser.fill(
                "/work/people",
                "/work/people/roles",
                Map.of("username", "nobody-like-this", "role", "STEWARD", "place", STREET.value(), "part", ""));
        var operator = browser.fill(
                "/work/people",
                "/work/people/roles",
                Map.of("username", head.username(), "role", "OPERATOR", "place", STREET.value(), "part", ""));
        var elsewhere = browser.fill(
                "/work/people",
                "/work/people/roles",
                Map.of("username", head.username(), "role", "STEWARD", "place", "/31", "part", ""));

        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("value=\"nobody-like-this\"", "没有手机号或用户名");
        assertThat(operator.body()).contains("只有系统管理员可以");
        assertThat(elsewhere.body()).contains("不在您管理的范围内");
    }

    @Test
    void showsTheAuditOfOwnPlacesOnly() {
        var head = Crowd.opened(accounts, new Grant(Role.COMMUNITY_HEAD, STREET));
        var far = Crowd.opened(accounts, new Grant(Role.STEWARD, new PlacePath("/31/3101/310115/310115121")));
        var near = Crowd.opened(accounts, new Grant(Role.STEWARD, STREET));
        browser.signIn(head.username(), Crowd.PASSWORD);

        var page = browser.get("/work/audit?action=account.open");

        assertThat(page.body()).contains(near.username()).doesNotContain(far.username() + " ");
        assertThat(browser.get("/work/audit?at=/31").statusCode()).isEqualTo(403);
        assertThat(browser.get("/work/audit?action=account.open&format=csv").body())
                .contains("at,name,action,subject", near.username())
                .doesNotContain("," + far.username() + ",");
    }

    @Test
    void asksAPersonWithoutTheRightForNothing() {
        var steward = Crowd.opened(accounts, new Grant(Role.STEWARD, STREET));
        browser.signIn(steward.username(), Crowd.PASSWORD);

        assertThat(browser.get("/work/people").statusCode()).isEqualTo(403);
        assertThat(browser.get("/work/audit").statusCode()).isEqualTo(403);
    }

    @Test
    void losesARoleInTheMiddleOfASession() {
        var head = Crowd.opened(accounts, new Grant(Role.COMMUNITY_HEAD, STREET));
        browser.signIn(head.username(), Crowd.PASSWORD);
        assertThat(browser.get("/work/people").statusCode()).isEqualTo(200);

        accounts.revoke(Crowd.OPERATOR, head.username(), new Grant(Role.COMMUNITY_HEAD, STREET));

        assertThat(browser.get("/work/people").statusCode()).isEqualTo(403);
    }

    @Test
    void makesATokenFromTheCommandLine() {
        var auditor = Crowd.opened(accounts, new Grant(Role.AUDITOR, STREET));
        var command = new TokenCommand(accounts, messages);
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();

        var made = command.run(arguments("--user=" + auditor.username()), print(out), print(err));
        var refused =
                command.run(arguments("--user=" + auditor.username(), "--scopes=points:write"), print(out), print(err));

        assertThat(made).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("zx_[A-Za-z0-9_-]{43}\\R");
        assertThat(refused).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("points:write");
        assertThat(accounts.tokensOf(accounts.actorOf(auditor.username())))
                .singleElement()
                .satisfies(token ->
                        assertThat(token.scopes()).isEqualTo(accounts.scopesOf(accounts.actorOf(auditor.username()))));
    }

    private static DefaultApplicationArguments arguments(String... arguments) {
        return new DefaultApplicationArguments(List.of(arguments).toArray(String[]::new));
    }

    private static PrintStream print(ByteArrayOutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }
}
