package org.zhuxi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.internal.Secret;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
class TokenTests {

    private static final String HOUSEHOLDS = "/api/v1/households?place=321003010000";

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final Browser client;

    TokenTests(Accounts accounts, JdbcClient jdbc, @LocalServerPort int port) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.client = new Browser(port);
    }

    @Test
    void letsATokenDoWhatItsScopesAndItsOwnersRolesAllow() {
        var auditor = auditorOfTheStreet();
        var reading = issue(auditor, Set.of("households:read"));
        var auditing = issue(auditor, Set.of("audit:read"));

        assertThat(call(reading).statusCode()).isEqualTo(200);
        var refused = call(auditing);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(refused.body()).contains("/problems/forbidden");
    }

    @Test
    void refusesAnUnknownARevokedAndAnExpiredToken() {
        var auditor = auditorOfTheStreet();
        var expired = issue(auditor, Set.of("households:read"));
        jdbc.sql("update account.api_token set expires_at = created_at where secret_hash = :hash")
                .param("hash", new Secret(expired).hash())
                .update();
        var revoked = issue(auditor, Set.of("households:read"));
        assertThat(call(revoked).statusCode()).isEqualTo(200);
        var owner = accounts.actorOf(auditor.username());
        accounts.tokensOf(owner).stream()
                .filter(token -> token.lastUsedDay() != null)
                .forEach(token -> accounts.revokeToken(owner, token.id()));

        for (var token : new String[] {"zx_made-up", "rubbish", expired, revoked}) {
            var answer = call(token);
            assertThat(answer.statusCode()).as(token).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
            assertThat(answer.body()).contains("/problems/account-token-not-valid");
        }
    }

    @Test
    void asksAProgramWithoutATokenToSignIn() {
        var answer = client.inEnglish().get(HOUSEHOLDS);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.body()).contains("You need to sign in", "/problems/account-sign-in-needed");
    }

    @Test
    void letsABrowserSessionReadTheApiButNotWriteWithoutAFormToken() {
        var auditor = auditorOfTheStreet();
        client.signIn(auditor.username(), Crowd.PASSWORD);

        assertThat(client.get(HOUSEHOLDS).statusCode()).isEqualTo(200);
        assertThat(client.post("/api/v1/households", java.util.List.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void keepsOnlyTheHashOfASecret() {
        var token = issue(auditorOfTheStreet(), Set.of("households:read"));

        assertThat(token).startsWith("zx_").hasSize(46);
        assertThat(jdbc.sql("select count(*) from account.api_token t where t::text like '%' || :secret || '%'")
                        .param("secret", token.substring(3))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void givesNoScopeThatTheRolesDoNotBring() {
        var auditor = auditorOfTheStreet();

        assertThatThrownBy(() -> issue(auditor, Set.of("households:read", "accounts:manage")))
                .isInstanceOf(AccountRefused.ScopesTooWide.class);
        assertThat(accounts.scopesOf(accounts.actorOf(auditor.username())))
                .contains("households:read", "audit:read")
                .doesNotContain("accounts:manage");
    }

    @Test
    void makesNoTokenForSomebodyElse() {
        var auditor = auditorOfTheStreet();
        var other = accounts.actorOf(auditorOfTheStreet().username());

        assertThatThrownBy(() -> accounts.issueToken(
                        other, auditor.username(), "mine now", Set.of("audit:read"), Duration.ofDays(1)))
                .isInstanceOf(Refused.Forbidden.class);
    }

    private NewAccount auditorOfTheStreet() {
        return Crowd.opened(
                accounts, new Grant(Role.AUDITOR, new org.zhuxi.kernel.PlacePath("/32/3210/321003/321003010")));
    }

    private String issue(NewAccount owner, Set<String> scopes) {
        return accounts.issueToken(
                accounts.actorOf(owner.username()), owner.username(), "test", scopes, Duration.ofDays(1));
    }

    private java.net.http.HttpResponse<String> call(String token) {
        return client.get(HOUSEHOLDS, "Authorization", "Bearer " + token);
    }
}
