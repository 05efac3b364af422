package org.zhuxi.account.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhuxi.account.AccountRefused;
import org.zhuxi.account.SignInRefused;

class PasswordRulesTests {

    private final PasswordRules rules = new PasswordRules(new BreachedPasswords(""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "竹西佳处歌吹扬州路过",
                "four unrelated words here",
                "zhuxi-a1b2c-d3e4f",
                "🎋🎋🎋bamboo grove",
                "aB3$xY9!kL"
            })
    void takesAnyCharactersThatAreEnough(String password) {
        assertThatCode(() -> rules.require(password, "mei")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890",
                "Password123!",
                "QWERTY12345",
                "aaaaaaaaaaaa",
                "ababababab",
                "abcdefghijkl",
                "5201314520",
                "zyxwvutsrqpo",
                "woaini 1314 520"
            })
    void refusesWhatEverybodyTriesFirst(String password) {
        assertThatThrownBy(() -> rules.require(password)).isInstanceOf(SignInRefused.GuessablePassword.class);
    }

    @Test
    void refusesOnesOwnNameOrNumberWithLittleAround() {
        assertThatThrownBy(() -> rules.require("wang-meihua-1", "wang-meihua"))
                .isInstanceOf(SignInRefused.GuessablePassword.class);
        assertThatThrownBy(() -> rules.require("13800138000", "x", "13800138000"))
                .isInstanceOf(SignInRefused.GuessablePassword.class);
    }

    @Test
    void takesAWholeSentence() {
        var sentence = "the bamboo west of the city sings when the canal boats come home";

        assertThat(sentence).hasSize(64);
        assertThatCode(() -> rules.require(sentence, "mei")).doesNotThrowAnyException();
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThatThrownBy(() -> rules.require("🎋🎋🎋🎋abcd9")).isInstanceOf(AccountRefused.WeakPassword.class);
        assertThatThrownBy(() -> rules.require("bamboo by the canal ".repeat(7)))
                .isInstanceOf(SignInRefused.LongPassword.class);
    }
}
