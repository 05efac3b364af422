package org.zhuxi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.notice.Reminders;
import org.zhuxi.place.Places;
import org.zhuxi.points.Gifts;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Stations;

/** A helper does on his own device what an elder agreed to, nothing else, and the elder sees it all. */
@ZhuxiTest
@Import(World.class)
class ActingTests {

    private final World worlds;
    private final Accounts accounts;
    private final Acting acting;
    private final Gifts gifts;
    private final Places places;
    private final Reminders reminders;
    private final Stations stations;
    private final JdbcClient jdbc;
    private final Browser phone;
    private World.Made world;
    private Actor elder;
    private Actor helper;

    ActingTests(
            World worlds,
            Accounts accounts,
            Acting acting,
            Gifts gifts,
            Places places,
            Reminders reminders,
            Stations stations,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.acting = acting;
        this.gifts = gifts;
        this.places = places;
        this.reminders = reminders;
        this.stations = stations;
        this.jdbc = jdbc;
        this.phone = new Browser(port);
    }

    @BeforeEach
    void settle() {
        world = worlds.make(2);
        elder = accounts.actorOf(world.username("resident"));
        helper = accounts.actorOf(world.username("steward"));
    }

    @Test
    void doesWhatWasAgreedToUnderABannerAndNothingElse() {
        var station = worlds.station(world, stations);
        begin(acting.give(elder, wish(Set.of("reminders"))));

        assertThat(phone.get("/me").body()).contains("正在替居民办理", "办完了").doesNotContain("/sign-out");
        assertThat(phone.get("/me/points").statusCode()).isEqualTo(200);
        assertThat(phone.get("/me/more").statusCode()).isEqualTo(200);
        var settings = phone.get("/me/notifications/settings");
        assertThat(settings.body()).contains("东门投放点").doesNotContain("免打扰", "发确认链接");
        var home = world.households().getFirst();
        var chosen = phone.fill(
                "/me/notifications/settings",
                "/me/notifications/settings/station",
                Map.of(
                        "household", home.id().toString(),
                        "station", station.site().toString()));
        assertThat(chosen.statusCode()).isEqualTo(302);
        assertThat(reminders.stationOf(elder, home)).contains(station.site());

        for (var closed : List.of(
                "/me/privacy",
                "/me/privacy/export",
                "/me/sign-in",
                "/me/password",
                "/me/tokens",
                "/me/acting",
                "/me/calendar",
                "/me/points/gifts")) {
            var refused = phone.get(closed);
            assertThat(refused.statusCode()).as(closed).isEqualTo(403);
            assertThat(refused.body()).contains("没有委托给您", "正在替居民办理");
        }
        for (var closed : List.of("/field", "/work", "/start", "/")) {
            assertThat(Browser.target(phone.get(closed))).as(closed).isEqualTo("/me");
        }
        assertThat(phone.get("/api/v1/me/export").statusCode()).isEqualTo(403);
        for (var closed : List.of(
                "/me/password",
                "/me/privacy/erasure",
                "/me/points/gifts",
                "/me/shop/redemptions",
                "/me/notifications/settings/mail",
                "/me/household/joining")) {
            assertThat(phone.fill("/me/notifications/settings", closed, Map.of())
                            .statusCode())
                    .as(closed)
                    .isEqualTo(403);
        }

        assertThat(Browser.target(phone.fill("/me", "/me/acting/end", Map.of())))
                .isEqualTo("/me/acting?done");
        assertThat(phone.get("/field").statusCode()).isEqualTo(200);
    }

    @Test
    void changesWhatItWasEntrustedWith() {
        begin(acting.give(elder, wish(Set.of("gifts"))));
        var neighbour = world.households().getLast();
        var card = Objects.requireNonNull(
                        places.findHouseholds(List.of(neighbour)).get(neighbour.id()))
                .cardCode();

        var agreed = phone.fill("/me/points/gifts", "/me/points/gifts/agreements", Map.of("card", card));

        assertThat(agreed.statusCode()).isEqualTo(302);
        assertThat(gifts.agreements(elder, world.households().getFirst())).hasSize(1);
    }

    @Test
    void everyLookAndActIsKeptUnderBothIdsAndTheElderSeesIt() {
        var station = worlds.station(world, stations);
        begin(acting.give(elder, wish(Set.of("reminders"))));
        phone.get("/me/points");
        phone.fill(
                "/me/notifications/settings",
                "/me/notifications/settings/station",
                Map.of(
                        "household", world.households().getFirst().id().toString(),
                        "station", station.site().toString()));
        phone.fill(
                "/me/notifications/settings",
                "/me/notifications/settings/station",
                Map.of("household", UUID.randomUUID().toString()));

        awaitFailed();
        assertThat(lines())
                .contains(
                        "acting.look look /me/points", "acting.act reminders choose", "acting.failed reminders choose");
        assertThat(acting.history(elder, 50, null).items())
                .extracting(AuditEntry::name)
                .contains("督导员");

        var mine = new Browser(phone.port());
        mine.signIn(world.username("resident"), World.PASSWORD);
        assertThat(mine.get("/me/acting/history").body()).contains("督导员", "办了：选提醒的投放点", "没有办成：选提醒的投放点", "看了：");
    }

    @Test
    void takingItBackThrowsTheHelperOutAtOnce() {
        var consent = acting.give(elder, wish(Set.of("shop")));
        begin(consent);
        assertThat(phone.get("/me/points").statusCode()).isEqualTo(200);

        acting.end(elder, consent);

        assertThat(Browser.target(phone.get("/me/points"))).isEqualTo("/me/acting?over");
        assertThat(phone.get("/me/acting").body()).doesNotContain("替居民办理");
        assertThatThrownBy(() -> acting.begin(helper, consent)).isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void endsByItselfAfterAShortTimeAndAfterTheLastDay() {
        var consent = acting.give(elder, wish(Set.of("shop")));
        begin(consent);
        jdbc.sql("update account.session_attributes set attribute_bytes = '1' where attribute_name = 'guest.until'")
                .update();
        assertThat(Browser.target(phone.get("/me/points"))).isEqualTo("/me/acting?over");

        begin(consent);
        jdbc.sql("update account.acting_consent set until = current_date - 3 where id = :id")
                .param("id", consent)
                .update();
        assertThat(Browser.target(phone.get("/me/points"))).isEqualTo("/me/acting?over");
    }

    @Test
    void onlyTheRightPersonTheRightThingsAndTheRightDaysAreTaken() {
        var day = today().plusDays(10).toString();
        for (var wrong : List.of(
                new NewActing("nobody-here", "督导员", Set.of("shop"), day, "", Origin.RECORDED),
                new NewActing(world.username("steward"), "别人", Set.of("shop"), day, "", Origin.RECORDED))) {
            assertThatThrownBy(() -> acting.give(elder, wrong)).isInstanceOf(PeopleRefused.NoSuchHelper.class);
        }
        var himself = new NewActing(world.username("resident"), "居民", Set.of("shop"), day, "", Origin.RECORDED);
        assertThatThrownBy(() -> acting.give(elder, himself)).isInstanceOf(PeopleRefused.ActsForHimself.class);
        for (var scopes : List.of(Set.<String>of(), Set.of("erasure"), Set.of("look"))) {
            assertThatThrownBy(() -> acting.give(elder, wish(scopes)))
                    .isInstanceOf(PeopleRefused.NothingEntrusted.class);
        }
        for (var until : List.of(
                "",
                "morgen",
                today().minusDays(1).toString(),
                today().plusDays(367).toString())) {
            var wish = new NewActing(world.username("steward"), "督导员", Set.of("shop"), until, "", Origin.RECORDED);
            assertThatThrownBy(() -> acting.give(elder, wish)).isInstanceOf(PeopleRefused.WrongActingDay.class);
        }
        acting.give(elder, wish(Set.of("shop")));
        assertThatThrownBy(() -> acting.give(elder, wish(Set.of("shop"))))
                .isInstanceOf(PeopleRefused.ActsAlready.class);
        var token = new Actor(elder.account(), "", Set.of(), Set.of(), Set.of("points:read"));
        assertThatThrownBy(() -> acting.give(token, wish(Set.of("shop")))).isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void aWorkerNotesItOnPaperForOthersInHisOwnPlace() {
        var clerk = accounts.actorOf(world.username("clerk"));
        var elsewhere = Crowd.opened(accounts, new Grant(Role.COMMUNITY_CLERK, Crowd.THERE));
        var paper = new NewActing(
                world.username("steward"), "督导员", Set.of("shop"), today().toString(), "第 3 号", Origin.RECORDED);
        var ownHelp = new NewActing(
                world.username("clerk"), "社工", Set.of("shop"), today().toString(), "第 4 号", Origin.RECORDED);

        assertThatThrownBy(() -> acting.noteOnPaper(clerk, elder.account(), wish(Set.of("shop"))))
                .isInstanceOf(PeopleRefused.NoteMissing.class);
        assertThatThrownBy(() -> acting.noteOnPaper(clerk, elder.account(), ownHelp))
                .isInstanceOf(PeopleRefused.ActsForHimself.class);
        assertThatThrownBy(() -> acting.noteOnPaper(accounts.actorOf(elsewhere.username()), elder.account(), paper))
                .isInstanceOf(Refused.Forbidden.class);
        var consent = acting.noteOnPaper(clerk, elder.account(), paper);
        assertThat(acting.byMe(elder)).singleElement().satisfies(it -> {
            assertThat(it.way()).isEqualTo(ConsentEvent.Way.PAPER);
            assertThat(it.note()).isEqualTo("第 3 号");
        });
        assertThat(acting.toMe(helper)).hasSize(1);
        assertThatThrownBy(() -> acting.end(accounts.actorOf(elsewhere.username()), consent))
                .isInstanceOf(Refused.Forbidden.class);
        acting.end(clerk, consent);
        assertThat(acting.toMe(helper)).isEmpty();
    }

    private List<String> lines() {
        return jdbc.sql("""
                        select action || ' ' || detail
                        from account.audit_entry
                        where account_id = :helper and subject = :elder and starts_with(action, 'acting.')
                        """)
                .param("helper", helper.account())
                .param("elder", elder.account().toString())
                .query(String.class)
                .list();
    }

    /** That an act failed is noted when its answer has left already. */
    private void awaitFailed() {
        for (var tries = 0; tries < 200 && lines().stream().noneMatch(it -> it.startsWith("acting.failed")); tries++) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    private void begin(UUID consent) {
        if (phone.cookies().stream().noneMatch(it -> it.startsWith("SESSION"))) {
            phone.signIn(world.username("steward"), World.PASSWORD);
        }
        assertThat(phone.get("/me/acting").body()).contains("替居民办理");
        assertThat(Browser.target(phone.fill("/me/acting", "/me/acting/" + consent + "/beginning", Map.of())))
                .isEqualTo("/me");
    }

    private NewActing wish(Set<String> scopes) {
        return new NewActing(
                world.username("steward"), "督导员", scopes, today().plusDays(10).toString(), "", Origin.RECORDED);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
