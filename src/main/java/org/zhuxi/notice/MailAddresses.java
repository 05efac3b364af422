package org.zhuxi.notice;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.notice.internal.MailChannel;
import org.zhuxi.notice.internal.MailLetters;
import org.zhuxi.notice.internal.MailLink;
import org.zhuxi.notice.internal.MailStore;
import org.zhuxi.notice.internal.TypedAddress;

/**
 * Where people are written to by e-mail: off unless the operator configured it, then off until somebody gives an address and
 * confirms it by the link that is sent there.
 */
@Service
public class MailAddresses {

    /** Letters for confirming that one person may ask for within a day. */
    public static final int MOST_A_DAY = 5;

    /** How long a link for confirming is good. */
    public static final Duration LINK_LIFE = Duration.ofDays(1);

    private final MailStore store;
    private final MailChannel channel;
    private final MailLetters letters;
    private final TransactionOperations transactions;
    private final Clock clock;

    MailAddresses(
            MailStore store,
            MailChannel channel,
            MailLetters letters,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.channel = channel;
        this.letters = letters;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the operator configured a mail server, a sender and the public address. */
    public boolean isOn() {
        return channel.isOn();
    }

    /** The actor's own. */
    public Optional<MailAddress> find(Actor actor) {
        return store.find(actor.account());
    }

    /** An address of the actor that waits for being confirmed. */
    public Optional<String> pending(Actor actor) {
        return store.pending(actor.account(), clock.instant());
    }

    /**
     * Sends a link for confirming; until it is used nothing changes, and an earlier link is worthless.
     *
     * @throws NoticeRefused.MailOff when letters are not configured
     * @throws NoticeRefused.BadMailAddress when it is no address
     * @throws NoticeRefused.TooManyLetters when the actor asked too often within a day
     * @throws NoticeRefused.MailNotSent when the mail server did not take the letter
     * @throws Refused.Forbidden to a token
     */
    public void ask(Actor actor, String typed, Locale locale) {
        requireInPerson(actor);
        if (!isOn()) {
            throw new NoticeRefused.MailOff();
        }
        var address = TypedAddress.of(typed);
        var language = Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? "en" : "zh";
        var link = MailLink.next();
        var now = clock.instant();
        transactions.executeWithoutResult(status -> {
            if (store.lockAndCountAsked(actor.account(), now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
                throw new NoticeRefused.TooManyLetters(MOST_A_DAY);
            }
            store.ask(actor.account(), link, address, language, now, now.plus(LINK_LIFE));
        });
        // after the commit: a slow mail server holds no lock, and a link that arrives is always known
        var fate = letters.confirm(address, Locale.of(language), link);
        if (!fate.isSent()) {
            throw new NoticeRefused.MailNotSent(fate.outcome());
        }
    }

    /** Letters go to that address from now on. Works once. @throws NoticeRefused.StaleLink when the link is unknown, used or too old */
    public void confirm(String token) {
        var isKnown = transactions.execute(status -> store.confirm(new MailLink(token), clock.instant()));
        if (!Boolean.TRUE.equals(isKnown)) {
            throw new NoticeRefused.StaleLink();
        }
    }

    /** Sends nothing to that address any more; done again it changes nothing. @throws NoticeRefused.StaleLink when it is no link of a letter */
    public void unsubscribe(String token) {
        var address = letters.addressIn(token).orElseThrow(NoticeRefused.StaleLink::new);
        store.stop(address, MailAddress.UNSUBSCRIBED, clock.instant());
    }

    /** Forgets the actor's address and every link that waits. */
    public void remove(Actor actor) {
        requireInPerson(actor);
        transactions.executeWithoutResult(status -> store.remove(actor.account(), clock.instant()));
    }

    /** @param kinds what letters are sent about */
    public void choose(Actor actor, Set<NotificationKind> kinds) {
        requireInPerson(actor);
        var muted = EnumSet.copyOf(NotificationKind.offeredTo(actor));
        muted.removeAll(kinds);
        transactions.executeWithoutResult(status -> store.mute(actor.account(), muted));
    }

    private static void requireInPerson(Actor actor) {
        actor.account();
        if (actor.scopes() != null) {
            throw new Refused.Forbidden("sign-in");
        }
    }
}
