package org.zhuxi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.SignIns.Here;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.testing.ZhuxiTest;

/** Somebody whose passkeys alone sign him in: no weaker way is left, and always one. */
@ZhuxiTest
class NoPasswordTests {

    private static final String NEXT = "river-stone-lantern";

    private final Accounts accounts;
    private final SignIns signIns;
    private final Passkeys passkeys;
    private final JdbcClient jdbc;
    private final Browser browser;
    private NewAccount person = Crowd.person();
    private Actor actor = Crowd.OPERATOR;

    NoPasswordTests(Accounts accounts, SignIns signIns, Passkeys passkeys, JdbcClient jdbc, @LocalServerPort int port) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.passkeys = passkeys;
        this.jdbc = jdbc;
        this.browser = new Browser(port);
    }

    @BeforeEach
    void open() {
        person = Crowd.opened(accounts);
        actor = accounts.actorOf(person.username());
    }

    @Test
    void thePasswordOpensNothingAnyMoreAndNoSessionThatItBegan() {
        browser.signIn(person.username(), Crowd.PASSWORD);
        Crowd.addPasskey(jdbc, actor);

        signIns.removePassword(actor, Here.NOWHERE);

        assertThat(signIns.hasPassword(actor)).isFalse();
        assertThat(browser.get("/me/sign-in").statusCode()).isEqualTo(302);
        assertThat(browser.signIn(person.username(), Crowd.PASSWORD).statusCode())
                .isEqualTo(401);
        assertThat(browser.signIn(person.username(), "").statusCode()).isEqualTo(401);
        assertThatThrownBy(() -> signIns.prove(actor, Crowd.PASSWORD)).isInstanceOf(SignInRefused.NotConfirmed.class);
    }

    @Test
    void whoHasNoPasskeyKeepsThePassword() {
        assertThatThrownBy(() -> signIns.removePassword(actor, Here.NOWHERE))
                .isInstanceOf(SignInRefused.NoPasskey.class);

        assertThat(browser.signIn(person.username(), Crowd.PASSWORD).statusCode())
                .isEqualTo(302);
    }

    @Test
    void theLastPasskeyStaysUntilThereIsAPasswordAgain() {
        var older = Crowd.addPasskey(jdbc, actor);
        var newer = Crowd.addPasskey(jdbc, actor);
        signIns.removePassword(actor, Here.NOWHERE);

        passkeys.remove(actor, older);
        assertThatThrownBy(() -> passkeys.remove(actor, newer)).isInstanceOf(SignInRefused.LastPasskey.class);
        assertThat(passkeys.list(actor)).hasSize(1);

        signIns.choosePassword(actor, NEXT, Here.NOWHERE);
        passkeys.remove(actor, newer);
        assertThat(browser.signIn(person.username(), NEXT).statusCode()).isEqualTo(302);
    }

    @Test
    void whoHasAPasswordMustTellItToChangeIt() {
        assertThatThrownBy(() -> signIns.choosePassword(actor, NEXT, Here.NOWHERE))
                .isInstanceOf(SignInRefused.WrongPassword.class);

        browser.signIn(person.username(), Crowd.PASSWORD);
        assertThat(Browser.target(browser.get("/me/password/new"))).isEqualTo("/me/password");
        var refused = browser.fill("/me/sign-in", "/me/password/new", Map.of("password", NEXT, "repeated", NEXT));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(new Browser(browser.port())
                        .signIn(person.username(), Crowd.PASSWORD)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aTokenDoesNeither() {
        var token = new Actor(actor.accountId(), actor.name(), Set.of(), Set.of(), Set.of("accounts:manage"));

        assertThatThrownBy(() -> signIns.removePassword(token, Here.NOWHERE)).isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> signIns.choosePassword(token, NEXT, Here.NOWHERE))
                .isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void nothingIsRemovedWithoutThePasskeysOwnAnswer() {
        browser.signIn(person.username(), Crowd.PASSWORD);
        Crowd.addPasskey(jdbc, actor);
        var form = Browser.hiddenIn(browser.get("/me/sign-in").body()).subList(0, 1);

        var answer = browser.postForJson("/me/password/removal", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(signIns.hasPassword(actor)).isTrue();
    }

    @Test
    void aFormThatWaitsForSigningInHoldsNeitherPasswordNorItsRepetition() {
        browser.signIn(person.username(), Crowd.PASSWORD);
        var form = new java.util.ArrayList<>(
                Browser.hiddenIn(browser.get("/me/password").body()).subList(0, 1));
        Map.of("current", Crowd.PASSWORD, "password", NEXT, "repeated", NEXT)
                .forEach((name, value) -> form.add(Map.entry(name, value)));
        browser.loseSession();

        var asked = browser.post("/me/password", form);

        assertThat(asked.body()).contains("name=\"resume.path\"").doesNotContain(NEXT, Crowd.PASSWORD);
    }
}
