package org.zhuxi.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.internal.Actors;
import org.zhuxi.account.internal.Helping;
import org.zhuxi.account.internal.PeopleStore;
import org.zhuxi.account.internal.ResetStore;
import org.zhuxi.account.internal.ShortCode;
import org.zhuxi.account.internal.SignInWays;
import org.zhuxi.account.internal.card.CardStore;
import org.zhuxi.account.internal.identity.IdentityStore;
import org.zhuxi.account.internal.passkey.PasskeyStore;
import org.zhuxi.account.internal.throttle.SignInSettings;
import org.zhuxi.account.internal.throttle.SignInThrottle;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.platform.security.SignedIn;

/** How a community worker helps people of his place to sign in again, without ever learning a password. */
@Service
@Transactional
public class SignInHelp {

    private static final int CODE_CHARACTERS = 8;

    private final PeopleStore people;
    private final Actors actors;
    private final ResetStore resets;
    private final CardStore cards;
    private final PasskeyStore passkeys;
    private final IdentityStore identities;
    private final SignInWays ways;
    private final SignInThrottle throttle;
    private final SignInSettings settings;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignInHelp(
            PeopleStore people,
            Actors actors,
            ResetStore resets,
            CardStore cards,
            PasskeyStore passkeys,
            IdentityStore identities,
            SignInWays ways,
            SignInThrottle throttle,
            SignInSettings settings,
            PasswordEncoder passwords,
            ApplicationEventPublisher events,
            Clock clock) {
        this.people = people;
        this.actors = actors;
        this.resets = resets;
        this.cards = cards;
        this.passkeys = passkeys;
        this.identities = identities;
        this.ways = ways;
        this.throttle = throttle;
        this.settings = settings;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    /** A code given once, and until when it is good. */
    public record GivenCode(String code, OffsetDateTime until) {

        @Override
        public String toString() {
            return "GivenCode";
        }
    }

    /** People with roles at or below a place, in order of user name. */
    public Slice<Person> list(Actor by, PlacePath at, String query, int limit, @Nullable String after) {
        by.require(AccountPermissions.HELP, at);
        var asked = query.strip().toLowerCase(Locale.ROOT);
        var found = people.list(at, asked, actors.today(), limit + 1, after);
        audit(by, "account.list", at.value(), at, Math.min(found.size(), limit) + " people");
        return Slice.of(found, limit, Person::username);
    }

    /**
     * How somebody signs in.
     *
     * @throws Refused.Forbidden when he may do what the helper may not
     */
    @Transactional(readOnly = true)
    public HelpedPerson get(Actor by, UUID account) {
        var person = getHelped(by, account);
        var actor = person.actor();
        return new HelpedPerson(
                account,
                person.username(),
                actor.name(),
                actor.grants(),
                throttle.blockedUntil(SignInThrottle.account(account)).orElse(null),
                passkeys.list(account).size(),
                identities.list(account).stream()
                        .map(identity -> ways.nameOf(identity.registration()))
                        .toList(),
                cards.find(account).orElse(null));
    }

    /** Lets somebody try his password again at once. */
    public void unlock(Actor by, UUID account) {
        var person = getHelped(by, account);
        throttle.release(SignInThrottle.account(account));
        throttle.release("reset " + account);
        audit(
                by,
                "account.unlock",
                person.username(),
                Helping.placeOf(person.actor().grants()),
                "");
    }

    /** Makes a code with which the person chooses a new password; an earlier one is worthless. */
    public GivenCode giveResetCode(Actor by, UUID account) {
        var person = getHelped(by, account);
        var code = ShortCode.next(CODE_CHARACTERS);
        var until = OffsetDateTime.now(clock).plus(settings.resetCodeLife());
        resets.put(account, Objects.requireNonNull(passwords.encode(code)), by.account(), until);
        throttle.release("reset " + account);
        audit(
                by,
                "account.reset-code.give",
                person.username(),
                Helping.placeOf(person.actor().grants()),
                "");
        return new GivenCode(ShortCode.grouped(code), until);
    }

    private SignedIn getHelped(Actor by, UUID account) {
        var person = actors.find(account).filter(SignedIn::active).orElseThrow(() -> new Refused.NotFound(account));
        Helping.require(by, person.actor().grants());
        return person;
    }

    private void audit(Actor by, String action, String subject, PlacePath place, String detail) {
        events.publishEvent(new Audited(by, action, subject, place, detail));
    }
}
