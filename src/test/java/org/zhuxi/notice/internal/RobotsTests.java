package org.zhuxi.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.notice.NewNotice;
import org.zhuxi.notice.NewWebhook;
import org.zhuxi.notice.NoticeRefused;
import org.zhuxi.notice.Notices;
import org.zhuxi.notice.Webhook;
import org.zhuxi.notice.Webhooks;
import org.zhuxi.place.Places;
import org.zhuxi.platform.job.JobOutcome;
import org.zhuxi.platform.outgoing.AllowedHosts;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Notices reach a group chat once, are tried again when it is away, and its address stays secret. */
@ZhuxiTest
@Import(World.class)
class RobotsTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String SOMEWHERE = "https://8.8.8.8/robot?key=very-secret";

    private final World worlds;
    private final Accounts accounts;
    private final Notices notices;
    private final NoticeStore noticeStore;
    private final Webhooks webhooks;
    private final WebhookStore store;
    private final Sealed sealed;
    private final Places places;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final JdbcClient sql;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private HttpServer chat;

    RobotsTests(
            World worlds,
            Accounts accounts,
            Notices notices,
            NoticeStore noticeStore,
            Webhooks webhooks,
            WebhookStore store,
            Sealed sealed,
            Places places,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            JdbcClient sql) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.notices = notices;
        this.noticeStore = noticeStore;
        this.webhooks = webhooks;
        this.store = store;
        this.sealed = sealed;
        this.places = places;
        this.events = events;
        this.transactions = transactions;
        this.sql = sql;
    }

    @BeforeEach
    void openChat() throws Exception {
        chat = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        chat.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var answer = "{\"errcode\":0}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
            exchange.sendResponseHeaders(status, answer.length);
            try (var body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        chat.start();
        sql.sql("update notice.webhook_post set finished_at = now() where finished_at is null")
                .update();
    }

    @AfterEach
    void closeChat() {
        chat.stop(0);
    }

    @Test
    void aNoticeForTheCommunityIsSentOnceAndOneForABuildingIsNot() {
        var made = worlds.make(1);
        var clerk = accounts.actorOf(made.username("clerk"));
        add(clerk, made);

        publish(clerk, made.communityCode(), "停水");
        publish(clerk, made.communityCode() + "-Q1-B01", "楼道");

        assertThat(robots(Instant.now()).sendDue()).isEqualTo(outcome(1, 0));
        assertThat(robots(Instant.now().plusSeconds(600)).sendDue()).isEqualTo(outcome(0, 0));
        assertThat(received).singleElement().asString().contains("停水");
        assertThat(webhooks.list(clerk, made.path())).singleElement().matches(Webhook::isWell);
    }

    @Test
    void aRobotThatIsSwitchedOffIsSentNothingUntilItIsSwitchedOn() {
        var made = worlds.make(1);
        var clerk = accounts.actorOf(made.username("clerk"));
        var id = add(clerk, made);
        publish(clerk, made.communityCode(), "停水");

        webhooks.pause(clerk, id);
        publish(clerk, made.communityCode(), "停电");
        assertThat(robots(Instant.now()).sendDue()).isEqualTo(outcome(0, 0));
        assertThat(webhooks.list(clerk, made.path())).singleElement().matches(Webhook::paused);
        assertThatThrownBy(() -> webhooks.test(clerk, id)).isInstanceOf(NoticeRefused.SwitchedOff.class);

        webhooks.resume(clerk, id);
        publish(clerk, made.communityCode(), "来水了");
        assertThat(robots(Instant.now()).sendDue()).isEqualTo(outcome(1, 0));
        assertThat(received).singleElement().asString().contains("来水了");
    }

    @Test
    void aPreparedRobotMayNotBeSwitchedOnWhenItsAddressIsNotOnTheInternet() {
        var made = worlds.make(1);
        var clerk = accounts.actorOf(made.username("clerk"));
        var wish = new NewWebhook(made.communityCode(), Webhook.Kind.JSON, "内网", "https://10.0.0.1/x", "");
        var id = webhooks.prepare(clerk, wish, Origin.SYNTHETIC);

        assertThatThrownBy(() -> webhooks.resume(clerk, id)).isInstanceOf(NoticeRefused.BadAddress.class);
        assertThat(webhooks.list(clerk, made.path())).singleElement().matches(Webhook::paused);
    }

    @Test
    void isTriedAgainAfterLongerAndLongerWaitsAndThenGivenUp() {
        var made = worlds.make(1);
        var clerk = accounts.actorOf(made.username("clerk"));
        add(clerk, made);
        publish(clerk, made.communityCode(), "停电");
        status = 503;

        var now = Instant.now();
        assertThat(robots(now).sendDue()).isEqualTo(outcome(0, 0));
        assertThat(robots(now.plusSeconds(30)).sendDue()).isEqualTo(outcome(0, 0));
        assertThat(received).hasSize(1);
        for (var wait : Outbound.WAITS) {
            now = now.plus(wait).plusSeconds(1);
            robots(now).sendDue();
        }
        assertThat(received).hasSize(6);
        assertThat(robots(now.plus(Duration.ofDays(2))).sendDue()).isEqualTo(outcome(0, 0));
        assertThat(webhooks.list(clerk, made.path()).getFirst().outcome()).isEqualTo("http-503");
    }

    @Test
    void followsNoRedirectAndSendsNothingThatWasWithdrawn() {
        var made = worlds.make(1);
        var clerk = accounts.actorOf(made.username("clerk"));
        add(clerk, made);
        var id = publish(clerk, made.communityCode(), "改期");
        status = 302;
        robots(Instant.now()).sendDue();
        assertThat(webhooks.list(clerk, made.path()).getFirst().outcome()).isEqualTo("http-302");

        status = 200;
        notices.withdraw(clerk, id, "写错了");
        robots(Instant.now().plusSeconds(120)).sendDue();
        assertThat(received).hasSize(1);
    }

    @Test
    void aNoticeIsSentFromItsFirstDayToItsLast() {
        var made = worlds.make(1);
        var clerk = accounts.actorOf(made.username("clerk"));
        add(clerk, made);
        var tomorrow = LocalDate.now(ZONE).plusDays(1);
        publish(clerk, words(made.communityCode(), "明天停水", tomorrow, tomorrow));
        var morning = tomorrow.atTime(8, 0).atZone(ZONE).toInstant();

        assertThat(robots(morning).sendDue()).isEqualTo(outcome(0, 0));
        firstDays(morning).tellDue();
        status = 503;
        robots(morning.plusSeconds(1)).sendDue();
        assertThat(received).hasSize(1);
        status = 200;
        robots(morning.plus(Duration.ofDays(1))).sendDue();
        assertThat(received).hasSize(1);
    }

    @Test
    void aLeasedMessageIsTakenByNobodyElse() {
        var made = worlds.make(1);
        var clerk = accounts.actorOf(made.username("clerk"));
        add(clerk, made);
        publish(clerk, made.communityCode(), "一次");
        var now = Instant.now();

        assertThat(store.lease(now, Duration.ofMinutes(2), 10)).hasSize(1);
        assertThat(store.lease(now.plusSeconds(60), Duration.ofMinutes(2), 10)).isEmpty();
        assertThat(store.lease(now.plusSeconds(121), Duration.ofMinutes(2), 10)).hasSize(1);
    }

    @Test
    void theAddressIsSealedAndForgottenAtTheEnd() {
        var made = worlds.make(1);
        var clerk = accounts.actorOf(made.username("clerk"));
        var id = add(clerk, made);
        var kept = sql.sql("select address from notice.webhook where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .single();

        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("very-secret", "8.8.8.8");
        assertThat(sealed.open(kept)).isEqualTo(SOMEWHERE);
        assertThatThrownBy(() -> webhooks.add(
                        clerk, new NewWebhook(made.communityCode(), Webhook.Kind.JSON, "内网", "https://10.0.0.1/", "")))
                .isInstanceOf(NoticeRefused.BadAddress.class);
        assertThatThrownBy(() -> webhooks.list(accounts.actorOf(made.username("resident")), made.path()))
                .isInstanceOf(Refused.Forbidden.class);

        webhooks.end(clerk, id);
        assertThat(webhooks.list(clerk, made.path())).isEmpty();
        assertThat(sql.sql("select length(address) from notice.webhook where id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static JobOutcome outcome(long sent, long givenUp) {
        return JobOutcome.of("notices-sent", sent).and("notices-given-up", givenUp);
    }

    private UUID add(Actor clerk, World.Made made) {
        return webhooks.add(clerk, new NewWebhook(made.communityCode(), Webhook.Kind.WECOM, "居民群", SOMEWHERE, ""));
    }

    private UUID publish(Actor clerk, String place, String title) {
        return publish(clerk, words(place, title, LocalDate.now(ZONE), null));
    }

    private UUID publish(Actor clerk, NewNotice words) {
        var id = Ids.next();
        notices.draft(clerk, id, words, Origin.SYNTHETIC);
        notices.publish(clerk, id);
        return id;
    }

    private static NewNotice words(String place, String title, LocalDate from, @Nullable LocalDate until) {
        return new NewNotice(place, title, "", "正文", "", false, from, until);
    }

    private FirstDays firstDays(Instant now) {
        return new FirstDays(noticeStore, places, events, transactions, Clock.fixed(now, ZoneOffset.UTC));
    }

    /** Sends to the chat of this test whatever the address. */
    private Robots robots(Instant now) {
        var here = new PublicAddress(AllowedHosts.ANY) {
            @Override
            public URI check(@Nullable String address) {
                return URI.create("http://127.0.0.1:" + chat.getAddress().getPort() + "/robot");
            }
        };
        return new Robots(
                store, noticeStore, places, sealed, here, new Outbound(here), "", Clock.fixed(now, ZoneOffset.UTC));
    }
}
