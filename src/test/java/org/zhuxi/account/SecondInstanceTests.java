package org.zhuxi.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.zhuxi.ZhuxiApplication;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.ZhuxiTest;

/**
 * A second program on the same database, as after a restart or beside the first, and configured for a provider of identities.
 */
@ZhuxiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondInstanceTests {

    private static final PlacePath STREET = new PlacePath("/32/3210/321003/321003010");
    private static final Pattern CODE = Pattern.compile("id=\"identity-code\">([0-9A-Z-]+)<");

    private final Accounts accounts;
    private final Environment environment;
    private final int firstPort;
    private FakeIssuer issuer;
    private ConfigurableApplicationContext second;
    private Browser browser;
    private NewAccount person = Crowd.person();

    SecondInstanceTests(Accounts accounts, Environment environment, @LocalServerPort int port) {
        this.accounts = accounts;
        this.environment = environment;
        this.firstPort = port;
    }

    @BeforeAll
    void start() throws IOException, JOSEException {
        issuer = new FakeIssuer();
        var registration = "--spring.security.oauth2.client.registration.town.";
        var provider = "--spring.security.oauth2.client.provider.town.";
        second = SpringApplication.run(
                ZhuxiApplication.class,
                "--server.port=0",
                "--zhuxi.demo=false",
                "--zhuxi.db.url=" + environment.getRequiredProperty("zhuxi.db.url"),
                "--zhuxi.db.user=" + environment.getRequiredProperty("zhuxi.db.user"),
                "--zhuxi.data=" + environment.getRequiredProperty("zhuxi.data"),
                "--zhuxi.api.token-requests-per-minute=3",
                registration + "client-id=" + FakeIssuer.CLIENT,
                registration + "client-secret=secret",
                registration + "client-name=市民云",
                registration + "scope=openid",
                registration + "authorization-grant-type=authorization_code",
                registration + "redirect-uri={baseUrl}/login/oauth2/code/{registrationId}",
                provider + "authorization-uri=" + issuer.address() + "/authorize",
                provider + "token-uri=" + issuer.address() + "/token",
                provider + "jwk-set-uri=" + issuer.address() + "/keys",
                provider + "user-name-attribute=sub");
    }

    @AfterAll
    void stop() {
        second.close();
        issuer.close();
    }

    @BeforeEach
    void open() {
        person = Crowd.opened(accounts, new Grant(Role.RESIDENT, STREET));
        browser = new Browser(secondPort());
        issuer.subject = "subject-" + person.username();
        issuer.forges = false;
    }

    @Test
    void knowsASessionThatAnotherInstanceBegan() {
        var first = new Browser(firstPort);
        first.signIn(person.username(), Crowd.PASSWORD);

        var elsewhere = first.at(secondPort());
        assertThat(elsewhere.get("/me/sign-in").statusCode()).isEqualTo(200);

        elsewhere.fill("/me/sign-in", "/sign-out", Map.of());
        assertThat(first.get("/me/sign-in").statusCode()).isEqualTo(302);
    }

    @Test
    void takesAFormThatAnotherInstanceGaveOut() {
        var first = new Browser(firstPort);
        first.signIn(person.username(), Crowd.PASSWORD);
        var form = Browser.hiddenIn(first.get("/me/sign-in").body()).subList(0, 1);

        assertThat(first.at(secondPort())
                        .post("/me/sign-in/elsewhere/end", form)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void remembersAPersonWhomAnotherInstanceRemembers() {
        var first = new Browser(firstPort);
        first.signIn(person.username(), Crowd.PASSWORD, "remember");
        first.loseSession();

        assertThat(first.at(secondPort()).get("/me/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void countsWrongPasswordsTogetherWithTheOtherInstance() {
        for (var i = 0; i < 5; i++) {
            new Browser(i % 2 == 0 ? firstPort : secondPort()).signIn(person.username(), "wrong");
        }

        assertThat(browser.signIn(person.username(), Crowd.PASSWORD).statusCode())
                .isEqualTo(429);
        assertThat(new Browser(firstPort)
                        .signIn(person.username(), Crowd.PASSWORD)
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void offersAProviderOnlyWhereItIsConfigured() {
        assertThat(browser.get("/sign-in").body()).contains("用市民云登录");
        assertThat(new Browser(firstPort).get("/sign-in").body()).doesNotContain("市民云");
    }

    @Test
    void linksAnUnknownIdentityToWhoeverSignsInWithTheirPasswordAndConfirms() {
        assertThat(arriveFromTheProvider()).endsWith("/sign-in/identity");
        assertThat(browser.get("/sign-in/identity").body()).contains("市民云", "还没有关联到这里的任何账号");

        var signedIn = browser.signIn(person.username(), Crowd.PASSWORD);
        assertThat(Browser.target(signedIn)).isEqualTo("/me/sign-in/identity");
        browser.fill("/me/sign-in/identity", "/me/sign-in/identity", Map.of("answer", "link"));
        assertThat(browser.get("/me/sign-in").body()).contains("关联于");

        browser = new Browser(secondPort());
        assertThat(arriveFromTheProvider()).doesNotContain("identity");
        assertThat(browser.get("/me/sign-in").body()).contains("关联于");
    }

    @Test
    void linksAnIdentityWhenAWorkerTypesItsCode() {
        arriveFromTheProvider();
        var matcher = CODE.matcher(browser.get("/sign-in/identity").body());
        assertThat(matcher.find()).isTrue();
        var clerk = Crowd.opened(accounts, new Grant(Role.COMMUNITY_CLERK, STREET));
        var worker = new Browser(secondPort());
        worker.signIn(clerk.username(), Crowd.PASSWORD);
        var help = "/work/sign-ins/" + accounts.actorOf(person.username()).account();

        var wrong = worker.fill(help, help + "/identity", Map.of("identity", "00000-00000"));
        var right = worker.fill(help, help + "/identity", Map.of("identity", matcher.group(1)));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(right.statusCode()).isEqualTo(302);
        browser = new Browser(secondPort());
        arriveFromTheProvider();
        assertThat(browser.get("/me/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void leavesAnIdentityAloneThatIsNotConfirmed() {
        arriveFromTheProvider();
        browser.signIn(person.username(), Crowd.PASSWORD);
        browser.fill("/me/sign-in/identity", "/me/sign-in/identity", Map.of("answer", "drop"));

        assertThat(browser.get("/me/sign-in").body()).doesNotContain("关联于");
        browser = new Browser(secondPort());
        assertThat(arriveFromTheProvider()).endsWith("/sign-in/identity");
    }

    @Test
    void believesNoTokenThatTheProviderDidNotSign() {
        issuer.forges = true;

        assertThat(arriveFromTheProvider()).endsWith("/sign-in?after=identity");
        assertThat(browser.get("/sign-in?after=identity").body()).contains("没有确认您的身份");
    }

    @Test
    void tellsAProgramThatAsksTooOftenWhenToComeBack() {
        var token = accounts.issueToken(
                accounts.actorOf(person.username()),
                person.username(),
                "busy",
                java.util.Set.of("places:read"),
                java.time.Duration.ofDays(1));
        for (var i = 0; i < 3; i++) {
            assertThat(ask(token).statusCode()).isNotEqualTo(429);
        }

        var refused = ask(token);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 20L);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body()).contains("/problems/account-too-many-requests");
    }

    private java.net.http.HttpResponse<String> ask(String token) {
        return browser.get("/api/v1/places?q=zhuxi", "Authorization", "Bearer " + token);
    }

    /** Answers where the browser is sent in the end. */
    private String arriveFromTheProvider() {
        var asked = browser.get("/oauth2/authorization/town")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var answer = browser.go(asked).headers().firstValue("Location").orElseThrow();
        return browser.go(answer).headers().firstValue("Location").orElseThrow();
    }

    private int secondPort() {
        return second.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
