package org.zhuxi.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
class SignInTests {

    private final Accounts accounts;
    private final Browser browser;
    private NewAccount person = Crowd.person();

    SignInTests(Accounts accounts, @LocalServerPort int port) {
        this.accounts = accounts;
        this.browser = new Browser(port);
    }

    @BeforeEach
    void open() {
        person = Crowd.opened(accounts, new Grant(Role.COMMUNITY_HEAD, Crowd.HERE));
    }

    @Test
    void signsInByUserNameAndByPhone() {
        for (var name : List.of(
                person.username(),
                String.valueOf(person.phone()),
                person.username().toUpperCase(java.util.Locale.ROOT),
                "+86 " + person.phone())) {
            browser.loseSession();
            assertThat(browser.signIn(name, Crowd.PASSWORD).statusCode())
                    .as(name)
                    .isEqualTo(302);
            assertThat(browser.get("/me/tokens").statusCode()).as(name).isEqualTo(200);
        }
    }

    @Test
    void answersTheSameForAWrongPasswordAndAnUnknownPersonAndKeepsTheName() {
        var wrong = browser.signIn(person.username(), "not-my-password");
        var unknown = browser.signIn("nobody-at-all", "not-my-password");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.body())
                .contains("没能登录", "value=\"" + person.username() + "\"")
                .doesNotContain("not-my-password");
        assertThat(unknown.body()).contains("没能登录", "value=\"nobody-at-all\"");
        assertThat(browser.get("/me/tokens").statusCode()).isEqualTo(302);
    }

    @Test
    void saysWhatIsWrongInTheReadersLanguage() {
        assertThat(browser.inEnglish().signIn(person.username(), "wrong").body())
                .contains("Not signed in")
                .contains("lang=\"en\"");
    }

    @Test
    void comesBackToThePageThatWasAskedFor() {
        assertThat(browser.get("/me/tokens").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));

        assertThat(browser.signIn(person.username(), Crowd.PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/me/tokens"));
    }

    @Test
    void remembersAPersonWhoseSessionIsLostUntilSigningOut() {
        browser.signIn(person.username(), Crowd.PASSWORD, "remember");
        browser.loseSession();
        assertThat(browser.get("/me/tokens").statusCode()).isEqualTo(200);

        browser.fill("/me/tokens", "/sign-out", Map.of());
        browser.loseSession();
        assertThat(browser.get("/me/tokens").statusCode()).isEqualTo(302);
    }

    @Test
    void forgetsAPersonWhoDidNotAskToBeRemembered() {
        browser.signIn(person.username(), Crowd.PASSWORD);
        browser.loseSession();

        assertThat(browser.get("/me/tokens").statusCode()).isEqualTo(302);
    }

    @Test
    void refusesAFormFromAnotherSite() {
        browser.signIn(person.username(), Crowd.PASSWORD);

        var foreign = browser.post("/me/tokens", List.of(Map.entry("label", "evil")), "Sec-Fetch-Site", "cross-site");

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.body()).doesNotContain("evil");
        assertThat(browser.get("/me/tokens").body()).doesNotContain("evil");
    }

    @Test
    void carriesAFormThroughSigningInWhenTheSessionHasEnded() {
        browser.signIn(person.username(), Crowd.PASSWORD);
        var form = Browser.hiddenIn(browser.get("/me/tokens").body());
        form.addAll(
                List.of(Map.entry("label", "抄表 <机>"), Map.entry("scopes", "accounts:manage"), Map.entry("days", "30")));
        form.addAll(List.of(Map.entry("pinned", "on"), Map.entry("pin", "735182"), Map.entry("code", "K7-Q2")));
        browser.loseSession();

        var refused = browser.post("/me/tokens", form);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("没有丢失", "抄表 &lt;机", "pinned").doesNotContain("735182", "K7-Q2");

        var fields = Browser.hiddenIn(refused.body());
        fields.addAll(List.of(Map.entry("username", person.username()), Map.entry("password", "wrong")));
        var wrong = browser.post("/sign-in", fields);
        assertThat(wrong.statusCode()).isEqualTo(401);

        var again = Browser.hiddenIn(wrong.body());
        again.addAll(List.of(Map.entry("username", person.username()), Map.entry("password", Crowd.PASSWORD)));
        assertThat(browser.post("/sign-in", again).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/resume"));

        var resume = browser.get("/resume").body();
        assertThat(resume).contains("action=\"/me/tokens\"", "抄表 &lt;机");
        var sent = browser.post("/me/tokens", Browser.hiddenIn(resume));
        assertThat(sent.body()).contains("zx_");
        assertThat(browser.get("/me/tokens").body()).contains("抄表");
    }

    @Test
    void takesTheFormAtOnceFromSomebodyWhoIsRemembered() {
        var me = accounts.actorOf(person.username());
        accounts.issueToken(me, person.username(), "old", Set.of("accounts:manage"), Duration.ofDays(30));
        var token = accounts.tokensOf(me).getFirst().id();
        browser.signIn(person.username(), Crowd.PASSWORD, "remember");
        var form = Browser.hiddenIn(browser.get("/me/tokens").body()).subList(0, 1);
        browser.loseSession();

        assertThat(Browser.target(browser.post("/me/tokens/" + token + "/revocation", form)))
                .isEqualTo("/me/tokens");
        assertThat(accounts.tokensOf(me).getFirst().revokedAt()).isNotNull();
    }

    @Test
    void asksForThePasswordWhenSomebodyWhoIsRememberedSendsWhatConcernsTheSafetyOfTheAccount() {
        browser.signIn(person.username(), Crowd.PASSWORD, "remember");
        var form = Browser.hiddenIn(browser.get("/me/tokens").body());
        form.addAll(List.of(
                Map.entry("label", "remembered"), Map.entry("scopes", "accounts:manage"), Map.entry("days", "30")));
        browser.loseSession();

        var asked = browser.post("/me/tokens", form);

        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(asked.body()).contains("value=\"remembered\"").doesNotContain("zx_");
    }

    @Test
    void neverCarriesPasswordsNorFormsOfOtherSites() {
        var ours = browser.post(
                "/me/tokens", List.of(Map.entry("newPassword", "secret-word"), Map.entry("label", "kept")));
        var foreign = browser.post("/me/tokens", List.of(Map.entry("label", "kept")), "Sec-Fetch-Site", "cross-site");

        assertThat(ours.body()).contains("kept").doesNotContain("secret-word");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.body()).doesNotContain("kept");
    }

    @Test
    void sendsAnHtmxRequestToTheSignInPageAsAWhole() {
        var read = browser.get("/me/tokens", "HX-Request", "true");
        var written = browser.post(
                "/me/tokens",
                List.of(Map.entry("label", "via htmx")),
                "HX-Request",
                "true",
                "Sec-Fetch-Site",
                "same-origin");

        assertThat(read.headers().firstValue("HX-Redirect")).contains("/sign-in");
        assertThat(written.statusCode()).isEqualTo(401);
        assertThat(written.headers().firstValue("HX-Redirect")).contains("/sign-in");
        assertThat(browser.get("/sign-in").body()).contains("via htmx");
    }

    @Test
    void protectsEveryPageAgainstFramesAndForeignScripts() {
        var headers = browser.get("/sign-in").headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).contains("default-src 'self'", "frame-ancestors 'none'"));
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    }
}
