package org.zhuxi.notice.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.notice.Notice;
import org.zhuxi.notice.NoticeRefused;
import org.zhuxi.notice.Webhook;
import org.zhuxi.place.Places;
import org.zhuxi.platform.job.JobOutcome;

/** Posts notices to group chats; tried again after longer and longer waits, then given up. */
@Component
public class Robots {

    private static final int AT_ONCE = 20;
    private static final int EXCERPT = 300;

    private final WebhookStore store;
    private final NoticeStore notices;
    private final Places places;
    private final Sealed sealed;
    private final PublicAddress addresses;
    private final Outbound outbound;
    private final String base;
    private final Clock clock;

    Robots(
            WebhookStore store,
            NoticeStore notices,
            Places places,
            Sealed sealed,
            PublicAddress addresses,
            Outbound outbound,
            @Value("${zhuxi.notice.public-address:}") String base,
            Clock clock) {
        this.store = store;
        this.notices = notices;
        this.places = places;
        this.sealed = sealed;
        this.addresses = addresses;
        this.outbound = outbound;
        this.base = base;
        this.clock = clock;
    }

    /** @throws org.zhuxi.notice.NoticeRefused.BadAddress unless its address may be called */
    public void checkAddress(Webhook hook) {
        try {
            addresses.check(sealed.open(store.keysOf(hook).address()));
        } catch (IllegalStateException e) {
            throw new NoticeRefused.BadAddress();
        }
    }

    /** Says hello, for a test. */
    public void greet(Webhook hook) {
        var community = places.getCommunity(hook.community()).name();
        store.noteOutcome(hook, send(hook, community.zh() + " · 竹西", "这是一条测试消息。This is a test."), clock.instant());
    }

    /** Sends what is due; says how many were sent and how many given up. */
    JobOutcome sendDue() {
        var sent = 0;
        var givenUp = 0;
        for (var due : store.lease(clock.instant(), Duration.ofMinutes(2), AT_ONCE)) {
            var outcome = deliver(due);
            sent += outcome.equals(Webhook.OK) ? 1 : 0;
            givenUp += !outcome.equals(Webhook.OK) && due.attempts() > Outbound.WAITS.size() ? 1 : 0;
        }
        return JobOutcome.of("notices-sent", sent).and("notices-given-up", givenUp);
    }

    private String deliver(WebhookStore.Due due) {
        var notice = notices.find(due.notice())
                .filter(it -> it.isShownOn(today(it.community())))
                .orElse(null);
        if (notice == null) {
            store.finish(due, "not-shown", clock.instant());
            return "not-shown";
        }
        var outcome = send(due.hook(), notice.title().zh(), text(notice));
        store.noteOutcome(due.hook(), outcome, clock.instant());
        if (outcome.equals(Webhook.OK) || due.attempts() > Outbound.WAITS.size()) {
            store.finish(due, outcome, clock.instant());
        } else {
            store.postpone(due, clock.instant().plus(Outbound.WAITS.get(due.attempts() - 1)), outcome);
        }
        return outcome;
    }

    private LocalDate today(CommunityId community) {
        return LocalDate.now(clock.withZone(places.getCommunity(community).zone()));
    }

    private String text(Notice notice) {
        var body = notice.body().zh();
        var excerpt = body.length() > EXCERPT ? body.substring(0, EXCERPT) + "…" : body;
        var code = places.getCommunity(notice.community()).code();
        return base.isEmpty() ? excerpt : excerpt + "\n" + base + "/communities/" + code + "/notices/" + notice.id();
    }

    private String send(Webhook hook, String title, String text) {
        try {
            var keys = store.keysOf(hook);
            var address = URI.create(sealed.open(keys.address()));
            var secret = keys.secret() == null ? null : sealed.open(keys.secret());
            var message = RobotMessage.of(hook.kind(), address, secret, title, text, clock.instant());
            var answer = outbound.post(
                    message.address(), message.headers(), message.body().getBytes(StandardCharsets.UTF_8));
            var isTaken = !answer.isWell() || RobotMessage.isTaken(hook.kind(), answer.words());
            return isTaken ? answer.outcome() : "refused";
        } catch (IllegalStateException e) {
            return "key-lost";
        }
    }
}
