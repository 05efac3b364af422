package org.zhuxi.notice.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhuxi.notice.Notification;
import org.zhuxi.platform.log.Failures;
import org.zhuxi.platform.web.Messages;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rings browsers and writes letters for notifications, some side by side: outside the quiet hours, tried again after longer and
 * longer waits, then given up.
 */
@Component
class Ringing {

    private static final Logger LOG = LoggerFactory.getLogger(Ringing.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int MOST_BROWSERS = 50;
    /** As many connections as mail servers commonly grant to one sender. */
    private static final int MOST_LETTERS = 3;

    private static final int DAY_SECONDS = 86_400;
    private static final int GONE = 410;
    private static final int NOT_FOUND = 404;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PushStore store;
    private final NotificationStore notifications;
    private final PushKeys keys;
    private final Sealed sealed;
    private final Outbound outbound;
    private final MailLetters letters;
    private final MailStore mails;
    private final Messages messages;
    private final Clock clock;

    Ringing(
            PushStore store,
            NotificationStore notifications,
            PushKeys keys,
            Sealed sealed,
            Outbound outbound,
            MailLetters letters,
            MailStore mails,
            Messages messages,
            Clock clock) {
        this.store = store;
        this.notifications = notifications;
        this.keys = keys;
        this.sealed = sealed;
        this.outbound = outbound;
        this.letters = letters;
        this.mails = mails;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param isOver whether it is not tried again */
    private record Rung(String outcome, boolean isWell, boolean isOver) {

        static final Rung NEEDLESS = new Rung("needless", false, true);
    }

    /** Rings what is due; answers how many browsers rang and letters went. */
    long ringDue() {
        var rung = 0L;
        List<PushStore.Due> leased;
        do {
            leased = lease(clock.instant());
            rung += ring(leased);
        } while (!leased.isEmpty());
        return rung;
    }

    /** Some of each channel, so that letters do not wait behind browsers; few, so that what is urgent does not wait for long. */
    private List<PushStore.Due> lease(Instant now) {
        return Stream.concat(
                        store.lease(PushStore.PUSH, now, LEASE, MOST_BROWSERS).stream(),
                        store.lease(PushStore.MAIL, now, LEASE, MOST_LETTERS).stream())
                .toList();
    }

    /** Side by side, for many push services that are away would hold up everybody else one after the other. */
    private long ring(List<PushStore.Due> leased) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var rung = leased.stream()
                    .map(due -> CompletableFuture.supplyAsync(() -> ring(due), threads))
                    .toList();
            return rung.stream().filter(CompletableFuture::join).count();
        }
    }

    private boolean ring(PushStore.Due due) {
        var now = clock.instant();
        var notification =
                notifications.find(due.accountId(), due.notificationId()).orElse(null);
        if (notification == null || !notification.isUnread()) {
            store.finish(due, Rung.NEEDLESS.outcome(), now);
            return false;
        }
        var rest = store.quiet(due.accountId()).map(quiet -> endOf(quiet, now)).orElse(now);
        if (rest.isAfter(now)) {
            store.rest(due, rest);
            return false;
        }
        var rung = tryOnce(due, notification, now);
        if (rung.isOver() || due.attempts() > Outbound.WAITS.size()) {
            store.finish(due, rung.outcome(), now);
        } else {
            store.postpone(due, rung.outcome(), now.plus(Outbound.WAITS.get(due.attempts() - 1)));
        }
        return rung.isWell();
    }

    /** One that the program itself stumbles over waits as others do, and holds up none of them. */
    private Rung tryOnce(PushStore.Due due, Notification notification, Instant now) {
        try {
            return due.isMail() ? write(due, notification, now) : push(due, notification);
        } catch (RuntimeException e) {
            LOG.warn("A reminder could not be sent: {}", Failures.brief(e));
            return new Rung("failed", false, false);
        }
    }

    /** An address that the mail server refused for good is written to no more; its owner sees why. */
    private Rung write(PushStore.Due due, Notification notification, Instant now) {
        var sent = letters.send(due, notification).orElse(null);
        if (sent == null) {
            return Rung.NEEDLESS;
        }
        if (sent.fate() == MailChannel.Fate.REFUSED) {
            mails.stop(due.subscriptionId(), sent.outcome(), now);
        }
        return new Rung(sent.outcome(), sent.isSent(), sent.fate() != MailChannel.Fate.LATER);
    }

    private Rung push(PushStore.Due due, Notification notification) {
        var browser = store.find(due.accountId(), due.subscriptionId()).orElse(null);
        if (browser == null) {
            return Rung.NEEDLESS;
        }
        var answer = post(browser, notification);
        var isGone = answer.status() == GONE || answer.status() == NOT_FOUND;
        if (isGone) {
            store.delete(due.accountId(), browser.id());
        }
        return new Rung(answer.outcome(), answer.isWell(), answer.isWell() || isGone);
    }

    /** The end of the quiet hours in which a moment lies; the moment itself outside of them. */
    static Instant endOf(PushStore.Quiet quiet, Instant now) {
        var local = now.atZone(ZONE);
        var minute = local.toLocalTime().toSecondOfDay() / 60;
        var overnight = quiet.fromMinute() > quiet.toMinute();
        var isQuiet = overnight
                ? minute >= quiet.fromMinute() || minute < quiet.toMinute()
                : minute >= quiet.fromMinute() && minute < quiet.toMinute();
        if (!isQuiet) {
            return now;
        }
        var day =
                overnight && minute >= quiet.fromMinute() ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        return day.atStartOfDay().plusMinutes(quiet.toMinute()).atZone(ZONE).toInstant();
    }

    /** The push service sees nothing; the browser shows the kind of news and leads to the page, nothing else. */
    private Outbound.Answer post(PushStore.Browser browser, Notification notification) {
        try {
            var locale = Locale.of(browser.language());
            var words = JSON.writeValueAsString(
                    Map.of("title", messages.get(locale, notification.kind().label()), "link", "/me/notifications"));
            var salt = new byte[PushCipher.SALT];
            RANDOM.nextBytes(salt);
            var endpoint = URI.create(sealed.open(browser.endpoint()));
            var body = PushCipher.encrypt(
                    words.getBytes(StandardCharsets.UTF_8),
                    browser.publicKey(),
                    browser.auth(),
                    PointCurve.generate(),
                    salt);
            return outbound.post(
                    endpoint,
                    Map.of(
                            "Authorization",
                            keys.authorization(endpoint),
                            "Content-Encoding",
                            "aes128gcm",
                            "Content-Type",
                            "application/octet-stream",
                            "TTL",
                            String.valueOf(DAY_SECONDS)),
                    body);
        } catch (GeneralSecurityException | IllegalStateException e) {
            return new Outbound.Answer("key-lost", 0, "");
        }
    }
}
