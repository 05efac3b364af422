package org.zhuxi.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.notice.MailAddress;
import org.zhuxi.notice.MailAddresses;
import org.zhuxi.notice.NoticeRefused;
import org.zhuxi.notice.NotificationKind;
import org.zhuxi.notice.Notifications;
import org.zhuxi.notice.Pushes;
import org.zhuxi.notice.Told;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.platform.web.Messages;
import org.zhuxi.testing.GrumpyMailServer;
import org.zhuxi.testing.MailServer;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Letters go to confirmed addresses alone, hold a way out that works for anybody, and stop where they are refused. */
@ZhuxiTest
@Import(World.class)
class MailTests {

    private final World worlds;
    private final Accounts accounts;
    private final Notifications notifications;
    private final MailAddresses addresses;
    private final Pushes pushes;
    private final Letterbox box;
    private final TransactionOperations transactions;
    private final MockMvc web;
    private final JdbcClient sql;

    /** What rings and writes, as the program puts it together. */
    record Letterbox(
            PushStore store,
            NotificationStore notifications,
            PushKeys keys,
            Sealed sealed,
            Outbound outbound,
            MailLetters letters,
            MailStore mails,
            Messages messages) {

        Ringing ringing(MailLetters by, Instant at) {
            var clock = Clock.fixed(at, ZoneOffset.UTC);
            return new Ringing(store, notifications, keys, sealed, outbound, by, mails, messages, clock);
        }
    }

    MailTests(
            World worlds,
            Accounts accounts,
            Notifications notifications,
            MailAddresses addresses,
            Pushes pushes,
            PushStore store,
            NotificationStore notificationStore,
            PushKeys keys,
            Sealed sealed,
            Outbound outbound,
            MailLetters letters,
            MailStore mails,
            Messages messages,
            TransactionOperations transactions,
            MockMvc web,
            JdbcClient sql) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.notifications = notifications;
        this.addresses = addresses;
        this.pushes = pushes;
        this.box = new Letterbox(store, notificationStore, keys, sealed, outbound, letters, mails, messages);
        this.transactions = transactions;
        this.web = web;
        this.sql = sql;
    }

    @BeforeEach
    void nothingElseIsDue() {
        sql.sql("update notice.push_post set finished_at = now() where finished_at is null")
                .update();
    }

    @Test
    void anAddressIsWrittenToOnceItsLinkWasPressed() throws Exception {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));
        var address = address(made);
        web.perform(post("/me/notifications/settings/mail")
                        .with(justProven(resident))
                        .with(csrf())
                        .param("address", address))
                .andExpect(status().is3xxRedirection());
        tell(made, "before");
        assertThat(ring(Instant.now())).isZero();
        var token = MailServer.lastToken(MailServer.lettersTo(address).getFirst());

        web.perform(get("/mail/confirmation"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("data-code=\"fill\"")));
        assertThat(addresses.find(resident)).isEmpty();
        web.perform(post("/mail/confirmation").with(csrf()).param("token", token))
                .andExpect(status().isOk());
        web.perform(post("/mail/confirmation").with(csrf()).param("token", token))
                .andExpect(status().isNotFound());

        tell(made, "after");
        assertThat(ring(Instant.now())).isOne();
        assertThat(ring(Instant.now().plusSeconds(3600))).isZero();
        var letter = MailServer.lettersTo(address).getLast();
        assertThat(letter.getSubject()).isEqualTo("竹西：收到赠送的积分");
        assertThat(letter.getContentType()).startsWith("text/plain");
        assertThat(MailServer.text(letter)).contains("收到赠送的 5 积分", "https://zhuxi.example/me/notifications");
    }

    @Test
    void theButtonOfAMailProgramUnsubscribesWithoutSignInAndFormToken() throws Exception {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));
        var address = confirmed(resident, made);
        tell(made, "a");
        assertThat(ring(Instant.now())).isOne();
        var letter = MailServer.lettersTo(address).getLast();
        assertThat(MailServer.header(letter, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        var link = MailServer.header(letter, "List-Unsubscribe").replaceAll("[<>\\s]", "");
        assertThat(link).startsWith("https://zhuxi.example/mail/unsubscription?token=");
        var path = link.substring("https://zhuxi.example".length());

        web.perform(get(path)).andExpect(status().isOk());
        assertThat(addresses.find(resident)).map(MailAddress::isStopped).contains(false);
        for (var twice = 0; twice < 2; twice++) {
            web.perform(post(path).param("List-Unsubscribe", "One-Click")).andExpect(status().isOk());
        }
        web.perform(post("/mail/unsubscription").param("token", "made-up")).andExpect(status().isNotFound());
        assertThat(MailServer.text(letter)).contains("https://zhuxi.example/mail/unsubscription#");

        assertThat(addresses.find(resident)).map(MailAddress::stopReason).contains(MailAddress.UNSUBSCRIBED);
        tell(made, "b");
        assertThat(ring(Instant.now())).isZero();
        web.perform(get("/me/notifications/settings").with(user(signedIn(resident))))
                .andExpect(content().string(Matchers.containsString("已停发")));
    }

    @Test
    void whoHoldsNoOfficeIsNotAskedAboutDeadlinesAndKeepsThemForLater() throws Exception {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));
        confirmed(resident, made);

        web.perform(get("/me/notifications/settings").with(user(signedIn(resident))))
                .andExpect(content().string(Matchers.not(Matchers.containsString("value=\"DEADLINE_NEAR\""))))
                .andExpect(content().string(Matchers.containsString("value=\"GIFT_RECEIVED\"")));
        web.perform(get("/me/notifications/settings").with(user(signedIn(accounts.actorOf(made.username("head"))))))
                .andExpect(content().string(Matchers.containsString("value=\"DEADLINE_NEAR\"")));

        addresses.choose(resident, EnumSet.noneOf(NotificationKind.class));
        pushes.set(resident, EnumSet.noneOf(NotificationKind.class), "", "");
        assertThat(addresses.find(resident).orElseThrow().writes(NotificationKind.GIFT_RECEIVED))
                .isFalse();
        assertThat(addresses.find(resident).orElseThrow().writes(NotificationKind.DEADLINE_NEAR))
                .isTrue();
        assertThat(pushes.settings(resident).rings(NotificationKind.ASSESSMENT_MOVED))
                .isTrue();
    }

    @Test
    void whatIsMutedOrReadOrQuietIsNotWritten() throws Exception {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));
        confirmed(resident, made);
        addresses.choose(resident, EnumSet.of(NotificationKind.GOODS_WAITING));
        tell(made, "muted");
        assertThat(ring(Instant.now())).isZero();

        addresses.choose(resident, EnumSet.allOf(NotificationKind.class));
        tell(made, "read");
        notifications.readAll(resident);
        assertThat(ring(Instant.now())).isZero();

        pushes.set(resident, EnumSet.noneOf(NotificationKind.class), "22:00", "07:00");
        tell(made, "night");
        assertThat(ring(Instant.parse("2099-01-01T15:30:00Z"))).isZero();
        assertThat(ring(Instant.parse("2099-01-01T23:00:00Z"))).isOne();
    }

    @Test
    void aRefusedAddressIsStoppedAndSaysWhyAndABusyServerIsTriedAgain() throws Exception {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));
        confirmed(resident, made);
        tell(made, "c");
        try (var server = new GrumpyMailServer()) {
            var letters = lettersBy(server.port());
            var now = Instant.now();

            server.answer("RCPT", "451 try later");
            assertThat(box.ringing(letters, now).ringDue()).isZero();
            server.answer("MAIL", "553 not from you");
            assertThat(box.ringing(letters, now.plus(Duration.ofMinutes(2))).ringDue())
                    .isZero();
            assertThat(addresses.find(resident)).map(MailAddress::isStopped).contains(false);

            tell(made, "d");
            server.answer("RCPT", "550 no such user");
            assertThat(box.ringing(letters, now.plus(Duration.ofMinutes(3))).ringDue())
                    .isZero();
        }
        assertThat(addresses.find(resident)).map(MailAddress::stopReason).contains("refused-550");
        assertThat(sql.sql("select outcome from notice.push_post where account_id = :account order by outcome")
                        .param("account", resident.account())
                        .query(String.class)
                        .list())
                .containsExactly("refused-550", "smtp-553");
    }

    @Test
    void onlyFewLinksADayAreSentAndAnEarlierOneIsWorthless() {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));
        var address = address(made);
        for (var i = 0; i < MailAddresses.MOST_A_DAY; i++) {
            addresses.ask(resident, address, Locale.ENGLISH);
        }
        var letters = MailServer.lettersTo(address);

        assertThatThrownBy(() -> addresses.ask(resident, address, Locale.ENGLISH))
                .isInstanceOf(NoticeRefused.TooManyLetters.class);
        assertThatThrownBy(() -> addresses.confirm(MailServer.lastToken(letters.getFirst())))
                .isInstanceOf(NoticeRefused.StaleLink.class);
        addresses.confirm(MailServer.lastToken(letters.getLast()));
        assertThat(addresses.find(resident)).map(MailAddress::address).contains(address);
        addresses.remove(resident);
        assertThat(addresses.find(resident)).isEmpty();
    }

    @Test
    void whatIsNoAddressIsRefusedAndATokenMayNotSetOne() {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));
        for (var wrong : List.of(
                "",
                "lin",
                "lin@",
                "a b@x.cn",
                "Lin <lin@x.cn>",
                "lin@x.cn, wu@x.cn",
                "lin@[127.0.0.1]",
                "lin@x.cn\r\nBcc: wu@x.cn",
                "林@例子.中国",
                "a@" + "x".repeat(250) + ".cn")) {
            assertThatThrownBy(() -> addresses.ask(resident, wrong, Locale.CHINESE))
                    .as(wrong)
                    .isInstanceOf(NoticeRefused.BadMailAddress.class);
        }
        var token = new Actor(resident.account(), "", Set.of(), resident.households(), Set.of("notices:write"));
        assertThatThrownBy(() -> addresses.ask(token, "lin@x.cn", Locale.CHINESE))
                .isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void isOffUntilServerSenderAndPublicAddressAreThere() {
        var mailer = new JavaMailSenderImpl();
        assertThat(new MailChannel(provider(mailer), "a@x.cn", "https://x.cn").isOn())
                .isTrue();
        assertThat(new MailChannel(provider(mailer), "", "https://x.cn").isOn()).isFalse();
        assertThat(new MailChannel(provider(mailer), "a@x.cn", "").isOn()).isFalse();
    }

    private String confirmed(Actor resident, World.Made made) {
        var address = address(made);
        addresses.ask(resident, address, Locale.CHINESE);
        addresses.confirm(MailServer.lastToken(MailServer.lettersTo(address).getFirst()));
        return address;
    }

    private static String address(World.Made made) {
        return "lin-" + made.communityCode() + "@example.com";
    }

    private RequestPostProcessor justProven(Actor actor) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                signedIn(actor),
                null,
                List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY))));
    }

    private SignedIn signedIn(Actor actor) {
        return new SignedIn("resident", "", true, actor);
    }

    private long ring(Instant at) {
        return box.ringing(box.letters(), at).ringDue();
    }

    private MailLetters lettersBy(int port) {
        var mailer = new JavaMailSenderImpl();
        mailer.setHost("127.0.0.1");
        mailer.setPort(port);
        var channel = new MailChannel(provider(mailer), "notice@zhuxi.example", "https://zhuxi.example");
        return new MailLetters(channel, box.mails(), box.sealed(), box.messages());
    }

    private static ObjectProvider<JavaMailSender> provider(JavaMailSender mailer) {
        return new ObjectProvider<>() {
            @Override
            public JavaMailSender getObject() {
                return mailer;
            }
        };
    }

    private void tell(World.Made made, String subject) {
        transactions.executeWithoutResult(status -> notifications.tell(List.of(new Told(
                made.households().getFirst(),
                NotificationKind.GIFT_RECEIVED,
                subject,
                List.of("5"),
                "/me/points/gifts"))));
    }
}
