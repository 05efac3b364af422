package org.zhuxi.account;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.internal.Actors;
import org.zhuxi.account.internal.Helping;
import org.zhuxi.account.internal.Secret;
import org.zhuxi.account.internal.card.CardNumber;
import org.zhuxi.account.internal.card.CardStore;
import org.zhuxi.account.internal.card.Pin;
import org.zhuxi.account.internal.throttle.SignInSettings;
import org.zhuxi.account.internal.throttle.SignInThrottle;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.security.SignedIn;

/**
 * Cards for people without a phone: a printed number and a PIN of their own open their own pages, for a few minutes, on the
 * device of a helper who is signed in.
 */
@Service
@Transactional(noRollbackFor = SignInRefused.class) // the count of attempts stays
public class SignInCards {

    /** Wrong PINs in a row before a card is locked. */
    public static final int MOST_FAILURES = 5;

    private final CardStore store;
    private final Actors actors;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final SignInSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignInCards(
            CardStore store,
            Actors actors,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            SignInSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.actors = actors;
        this.passwords = passwords;
        this.throttle = throttle;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** How long a card opens the holder's pages. */
    public Duration time() {
        return settings.cardTime();
    }

    /**
     * Makes a card and answers its number, which is shown this once. An earlier card of the person is worthless.
     *
     * @param place where helpers may take it; one of the worker's own
     * @param pin six digits, chosen by the person
     * @throws SignInRefused.WeakPin when anybody would guess it
     */
    public String issue(Actor by, UUID account, PlacePath place, String pin) {
        var person = getHelped(by, account);
        by.require(AccountPermissions.HELP, place);
        var number = CardNumber.next();
        store.put(
                new CardStore.Issued(
                        account,
                        new Secret(number.code()),
                        Objects.requireNonNull(passwords.encode(Pin.of(pin).digits())),
                        place,
                        by.account()),
                OffsetDateTime.now(clock));
        audit(by, "account.card.issue", person.username(), place);
        return number.printed();
    }

    /** Makes a person's card worthless. */
    public void withdraw(Actor by, UUID account) {
        var person = getHelped(by, account);
        var card = store.find(account).orElseThrow(() -> new Refused.NotFound(account));
        store.delete(account);
        audit(by, "account.card.withdraw", person.username(), card.place());
    }

    /**
     * Opens a person's own pages on the helper's device; answers the account. That the helper helped is kept in the audit.
     *
     * @throws SignInRefused.WrongCard when number and PIN do not belong together, or the card is not of the helper's place
     * @throws SignInRefused.CardLocked when there were too many wrong PINs
     * @throws SignInRefused.Blocked when the helper's device tried too often
     */
    public UUID open(Actor helper, String number, String pin) {
        if (!helper.mayAnywhere(AccountPermissions.LEND)) {
            throw new Refused.Forbidden(AccountPermissions.LEND.code());
        }
        var tries = "cards " + helper.account();
        throttle.admit(tries, tries + " all");
        var card = CardNumber.parse(number)
                .flatMap(read -> store.lock(new Secret(read.code())))
                .filter(shown -> isNear(helper, shown.place()))
                .orElseThrow(SignInRefused.WrongCard::new);
        if (card.locked()) {
            throw new SignInRefused.CardLocked();
        }
        var now = OffsetDateTime.now(clock);
        if (!passwords.matches(Pin.read(pin), card.pinHash())) {
            store.fail(card.account(), MOST_FAILURES, now);
            throw card.failures() + 1 >= MOST_FAILURES ? new SignInRefused.CardLocked() : new SignInRefused.WrongCard();
        }
        var holder = actors.find(card.account()).filter(SignedIn::active).orElseThrow(SignInRefused.WrongCard::new);
        store.use(card.account(), now);
        throttle.succeeded(tries, tries + " all");
        audit(helper, "sign-in.card", holder.username(), card.place());
        return card.account();
    }

    /** The holder is done; who helped is kept. */
    public void close(Actor helper, UUID account) {
        actors.find(account)
                .ifPresent(holder -> audit(helper, "sign-in.card.end", holder.username(), PlacePath.NATION));
    }

    /** The helper works where the card is good, or in a part of it, such as one quarter. */
    private static boolean isNear(Actor helper, PlacePath place) {
        return helper.may(AccountPermissions.LEND, place)
                || helper.grants().stream()
                        .anyMatch(grant -> AccountPermissions.LEND.roles().contains(grant.role())
                                && place.contains(grant.place())
                                && helper.may(AccountPermissions.LEND, grant.place()));
    }

    private SignedIn getHelped(Actor by, UUID account) {
        var person = actors.find(account).filter(SignedIn::active).orElseThrow(() -> new Refused.NotFound(account));
        Helping.require(by, person.actor().grants());
        return person;
    }

    private void audit(Actor by, String action, String subject, PlacePath place) {
        events.publishEvent(new Audited(by, action, subject, place, ""));
    }
}
