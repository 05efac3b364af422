package org.zhuxi.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.notice.MailAddresses;
import org.zhuxi.notice.NoticeRefused;
import org.zhuxi.notice.Notification;
import org.zhuxi.notice.NotificationKind;
import org.zhuxi.notice.Notifications;
import org.zhuxi.notice.Pushes;
import org.zhuxi.notice.Told;
import org.zhuxi.platform.outgoing.AllowedHosts;
import org.zhuxi.platform.web.Messages;
import org.zhuxi.testing.MailServer;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Browsers ring for what their owners want, when they want, once; one that is gone is forgotten. */
@ZhuxiTest
@Import(World.class)
class RingingTests {

    private final World worlds;
    private final Accounts accounts;
    private final Notifications notifications;
    private final NotificationStore notificationStore;
    private final Pushes pushes;
    private final PushStore store;
    private final PushKeys keys;
    private final Sealed sealed;
    private final Messages messages;
    private final MailAddresses addresses;
    private final MailLetters letters;
    private final MailStore mails;
    private final TransactionOperations transactions;
    private final JdbcClient sql;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile int status = 201;
    private volatile Callable<Boolean> meanwhile = () -> true;
    private HttpServer service;

    RingingTests(
            World worlds,
            Accounts accounts,
            Notifications notifications,
            NotificationStore notificationStore,
            Pushes pushes,
            PushStore store,
            PushKeys keys,
            Sealed sealed,
            Messages messages,
            MailAddresses addresses,
            MailLetters letters,
            MailStore mails,
            TransactionOperations transactions,
            JdbcClient sql) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.notifications = notifications;
        this.notificationStore = notificationStore;
        this.pushes = pushes;
        this.store = store;
        this.keys = keys;
        this.sealed = sealed;
        this.messages = messages;
        this.addresses = addresses;
        this.letters = letters;
        this.mails = mails;
        this.transactions = transactions;
        this.sql = sql;
    }

    @BeforeEach
    void openService() throws Exception {
        service = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        service.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            received.add(headers.getFirst("Content-Encoding") + " " + headers.getFirst("Authorization"));
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(isDone(meanwhile) ? status : 503, -1);
            exchange.close();
        });
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.start();
        sql.sql("update notice.push_post set finished_at = now() where finished_at is null")
                .update();
    }

    @AfterEach
    void closeService() {
        service.stop(0);
    }

    @Test
    void ringsOnceForWhatIsNotMuted() throws Exception {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));
        subscribe(resident, made.communityCode());
        pushes.set(resident, EnumSet.of(NotificationKind.GIFT_RECEIVED), "", "");

        tell(made, NotificationKind.GIFT_RECEIVED);
        tell(made, NotificationKind.GOODS_WAITING);

        assertThat(at(Instant.now()).ringDue()).isOne();
        assertThat(at(Instant.now().plusSeconds(3600)).ringDue()).isZero();
        assertThat(received).singleElement().asString().startsWith("aes128gcm vapid t=");
    }

    @Test
    void keepsQuietUntilTheMorning() throws Exception {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));
        subscribe(resident, made.communityCode());
        pushes.set(resident, EnumSet.allOf(NotificationKind.class), "22:00", "07:00");
        tell(made, NotificationKind.GIFT_RECEIVED);
        var night = Instant.parse("2099-01-01T15:30:00Z");

        assertThat(at(night).ringDue()).isZero();
        assertThat(at(Instant.parse("2099-01-01T22:59:00Z")).ringDue()).isZero();
        assertThat(at(Instant.parse("2099-01-01T23:00:00Z")).ringDue()).isOne();
    }

    @Test
    void aBrowserThatIsGoneIsForgottenAndOneThatIsAwayIsTriedAgain() throws Exception {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));
        subscribe(resident, made.communityCode());
        tell(made, NotificationKind.GIFT_RECEIVED);
        status = 500;
        var now = Instant.now();
        assertThat(at(now).ringDue()).isZero();
        assertThat(pushes.devices(resident)).hasSize(1);

        status = 410;
        assertThat(at(now.plus(Duration.ofMinutes(2))).ringDue()).isZero();
        assertThat(pushes.devices(resident)).isEmpty();
        assertThat(received).hasSize(2);
    }

    @Test
    void whatWasReadMeanwhileRingsNoMore() throws Exception {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));
        subscribe(resident, made.communityCode());
        tell(made, NotificationKind.GIFT_RECEIVED);
        notifications.readAll(resident);

        assertThat(at(Instant.now()).ringDue()).isZero();
        assertThat(received).isEmpty();
    }

    @Test
    void browsersAreRungSideBySide() throws Exception {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));
        var together = new CountDownLatch(3);
        meanwhile = () -> {
            together.countDown();
            return together.await(4, TimeUnit.SECONDS);
        };
        for (var i = 0; i < 3; i++) {
            subscribe(resident, made.communityCode() + "/" + i);
        }
        tell(made, NotificationKind.GIFT_RECEIVED);

        assertThat(at(Instant.now()).ringDue()).isEqualTo(3);
    }

    @Test
    void aLetterIsWrittenWhileAPushServiceDoesNotAnswer() throws Exception {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));
        var address = "ring-" + made.communityCode() + "@example.com";
        addresses.ask(resident, address, Locale.CHINESE);
        addresses.confirm(MailServer.lastToken(MailServer.lettersTo(address).getFirst()));
        meanwhile = () -> {
            for (var i = 0; i < 80 && MailServer.lettersTo(address).size() < 2; i++) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            return MailServer.lettersTo(address).size() == 2;
        };
        subscribe(resident, made.communityCode());
        tell(made, NotificationKind.GIFT_RECEIVED);

        assertThat(at(Instant.now()).ringDue()).isEqualTo(2);
    }

    @Test
    void aCallForHelpRingsBeforeEverythingElse() throws Exception {
        var made = worlds.make(1);
        subscribe(accounts.actorOf(made.username("resident")), made.communityCode());
        tell(made, NotificationKind.GIFT_RECEIVED);
        tell(made, NotificationKind.GOODS_WAITING);
        tell(made, NotificationKind.HELP_CALLED);
        sql.sql("update notice.push_post set due_at = due_at + interval '1 second' where urgent")
                .update();

        var later = Instant.now().plusSeconds(60);
        var first = store.lease(PushStore.PUSH, later, Duration.ofMinutes(5), 1);
        assertThat(first)
                .singleElement()
                .satisfies(due -> assertThat(notificationStore.find(due.accountId(), due.notificationId()))
                        .map(Notification::kind)
                        .contains(NotificationKind.HELP_CALLED));
        assertThat(store.lease(PushStore.MAIL, later, Duration.ofMinutes(5), 9)).isEmpty();
        assertThat(store.lease(PushStore.PUSH, later, Duration.ofMinutes(5), 9)).hasSize(2);
    }

    @Test
    void onlyRealKeysAndPublicAddressesAreTaken() throws Exception {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));
        var auth = base64(new byte[16]);
        var key = base64(PointCurve.bytes((ECPublicKey) PointCurve.generate().getPublic()));

        for (var wrong : List.of(
                List.of("https://127.0.0.1/x", key, auth),
                List.of("https://8.8.8.8/x", base64(new byte[65]), auth),
                List.of("https://8.8.8.8/x", key, "AAAA"),
                List.of("https://8.8.8.8/x", "***", auth))) {
            assertThatThrownBy(
                            () -> pushes.subscribe(resident, wrong.get(0), wrong.get(1), wrong.get(2), Locale.ENGLISH))
                    .isInstanceOf(NoticeRefused.BadSubscription.class);
        }
        assertThatThrownBy(() -> pushes.set(resident, EnumSet.noneOf(NotificationKind.class), "22:00", ""))
                .isInstanceOf(NoticeRefused.BadTime.class);
    }

    private static boolean isDone(Callable<Boolean> task) {
        try {
            return task.call();
        } catch (Exception e) {
            return false;
        }
    }

    private void subscribe(Actor actor, String device) throws Exception {
        var key = (ECPublicKey) PointCurve.generate().getPublic();
        pushes.subscribe(
                actor,
                "https://8.8.8.8/push/" + device,
                base64(PointCurve.bytes(key)),
                base64(new byte[16]),
                Locale.CHINESE);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void tell(World.Made made, NotificationKind kind) {
        transactions.executeWithoutResult(status -> notifications.tell(
                List.of(new Told(made.households().getFirst(), kind, "ring", List.of("1", "2", "3"), "/me"))));
    }

    /** Rings at the service of this test whatever the address. */
    private Ringing at(Instant now) {
        var here = new PublicAddress(AllowedHosts.ANY) {
            @Override
            public URI check(@Nullable String address) {
                return URI.create("http://127.0.0.1:" + service.getAddress().getPort() + "/push");
            }
        };
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Ringing(store, notificationStore, keys, sealed, new Outbound(here), letters, mails, messages, clock);
    }
}
