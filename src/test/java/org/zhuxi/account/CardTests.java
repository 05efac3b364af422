package org.zhuxi.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Somebody without a phone looks at his own things on a steward's. */
@ZhuxiTest
@Import(World.class)
class CardTests {

    private static final String PIN = "804517";
    private static final Pattern NUMBER = Pattern.compile("id=\"card-number\">(ZXP-[0-9A-Z-]+)<");

    private final World worlds;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final int port;
    private final Browser steward;
    private World.Made world;
    private String card = "";

    CardTests(World worlds, Accounts accounts, JdbcClient jdbc, @LocalServerPort int port) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.port = port;
        this.steward = new Browser(port);
    }

    @BeforeEach
    void issue() {
        world = worlds.make(2);
        card = issueCard(PIN);
        steward.signIn(world.username("steward"), World.PASSWORD);
    }

    @Test
    void opensOnlyTheHoldersOwnPagesForReadingAndThenGoesBackToTheSteward() {
        assertThat(Browser.target(enter(card, PIN))).isEqualTo("/me");

        var mine = steward.get("/me");
        assertThat(mine.statusCode()).isEqualTo(200);
        assertThat(mine.body()).contains("居民", "我看完了", "再看一会儿").doesNotContain("/sign-out");
        assertThat(steward.get("/me/points").statusCode()).isEqualTo(200);
        assertThat(steward.get("/me/history").statusCode()).isEqualTo(200);
        for (var closed : List.of("/me/tokens", "/me/sign-in", "/me/password", "/field", "/work", "/start")) {
            assertThat(Browser.target(steward.get(closed))).as(closed).isEqualTo("/me");
        }
        assertThat(steward.get("/api/v1/households").statusCode()).isEqualTo(403);
        assertThat(Browser.target(steward.fill("/me", "/me/password", Map.of())))
                .isEqualTo("/me");

        var back = steward.fill("/me", "/field/card-sign-in/end", Map.of());

        assertThat(Browser.target(back)).isEqualTo("/field/card-sign-in?done");
        assertThat(steward.get("/field/card-sign-in?done").body()).contains("已经换回督导员");
        assertThat(steward.get("/field").statusCode()).isEqualTo(200);
        assertThat(helpersInTheAudit())
                .containsExactly("sign-in.card", "sign-in.card.end")
                .hasSize(2);
    }

    @Test
    void goesBackToTheStewardWhenTheTimeIsOver() {
        enter(card, PIN);
        jdbc.sql("update account.session_attributes set attribute_bytes = '1' where attribute_name = 'guest.until'")
                .update();

        assertThat(Browser.target(steward.get("/me/points"))).isEqualTo("/field/card-sign-in?over");
        assertThat(steward.get("/field").statusCode()).isEqualTo(200);
    }

    @Test
    void locksTheCardAfterFiveWrongPinsUntilItIsReplaced() {
        for (var i = 0; i < 4; i++) {
            assertThat(enter(card, "000001").body()).contains("对不上", "value=\"" + card + "\"");
        }
        assertThat(enter(card, "000001").body()).contains("已经锁住");
        letTheStewardTryAgain();
        assertThat(enter(card, PIN).body()).contains("已经锁住");

        var another = issueCard("730194");

        letTheStewardTryAgain();
        assertThat(enter(card, PIN).statusCode()).as("the old card").isEqualTo(422);
        letTheStewardTryAgain();
        assertThat(enter(another, "730194").statusCode()).isEqualTo(302);
    }

    @Test
    void isOfNoUseInAnotherPlaceNorToSomebodyWhoDoesNotHelp() {
        var elsewhere = Crowd.opened(accounts, new Grant(Role.STEWARD, Crowd.THERE));
        var far = new Browser(port);
        far.signIn(elsewhere.username(), Crowd.PASSWORD);
        var resident = new Browser(port);
        resident.signIn(world.username("resident"), World.PASSWORD);

        assertThat(far.fill("/field/card-sign-in", "/field/card-sign-in", Map.of("card", card, "pin", PIN))
                        .body())
                .contains("不在您服务的地方使用");
        assertThat(resident.fill("/me/password", "/field/card-sign-in", Map.of("card", card, "pin", PIN))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void readsTheNumberAsPeopleTypeIt() {
        var typed = card.substring(4)
                .toLowerCase(java.util.Locale.ROOT)
                .replace('-', ' ')
                .replace('0', 'o');

        assertThat(enter(typed, "８０４５１７").statusCode()).isEqualTo(302);
    }

    @Test
    void keepsNeitherNumberNorPin() {
        var kept = jdbc.sql("select card::text from account.sign_in_card card")
                .query(String.class)
                .list();

        assertThat(kept).isNotEmpty().noneMatch(row -> row.contains(PIN) || row.contains(card.substring(4, 8)));
        assertThat(kept).allMatch(row -> row.contains("{argon2id}"));
    }

    @Test
    void takesNoPinThatAnybodyWouldTryFirst() {
        var clerk = clerk();
        for (var pin : Set.of("123456", "111111", "654321", "121212", "123123", "12345", "abcdef")) {
            var refused = clerk.fill(help(), help() + "/card", fields(pin));
            assertThat(refused.statusCode()).as(pin).isEqualTo(422);
            assertThat(refused.body()).contains("PIN 要六位数字");
        }
    }

    private java.net.http.HttpResponse<String> enter(String number, String pin) {
        return steward.fill("/field/card-sign-in", "/field/card-sign-in", Map.of("card", number, "pin", pin));
    }

    private String issueCard(String pin) {
        var matcher = NUMBER.matcher(
                clerk().fill(help(), help() + "/card", fields(pin)).body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private Map<String, String> fields(String pin) {
        return Map.of("place", world.path().value(), "pin", pin, "repeated", pin);
    }

    private Browser clerk() {
        var clerk = new Browser(port);
        clerk.signIn(world.username("clerk"), World.PASSWORD);
        return clerk;
    }

    private String help() {
        return "/work/sign-ins/" + accounts.actorOf(world.username("resident")).account();
    }

    private void letTheStewardTryAgain() {
        jdbc.sql("update account.sign_in_attempt set blocked_until = null").update();
    }

    private List<String> helpersInTheAudit() {
        return jdbc.sql(
                        "select action from account.audit_entry where subject = :holder and account_id = :helper order by id")
                .param(
                        "holder",
                        accounts.actorOf(world.username("resident")).account().toString())
                .param("helper", accounts.actorOf(world.username("steward")).account())
                .query(String.class)
                .list();
    }
}
