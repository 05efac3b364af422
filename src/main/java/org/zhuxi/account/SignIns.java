package org.zhuxi.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.internal.AccountStore;
import org.zhuxi.account.internal.Actors;
import org.zhuxi.account.internal.FirstSignInStore;
import org.zhuxi.account.internal.PasswordRules;
import org.zhuxi.account.internal.ResetStore;
import org.zhuxi.account.internal.Secret;
import org.zhuxi.account.internal.ShortCode;
import org.zhuxi.account.internal.passkey.PasskeyStore;
import org.zhuxi.account.internal.session.RememberedStore;
import org.zhuxi.account.internal.session.SessionStore;
import org.zhuxi.account.internal.throttle.SignInThrottle;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.security.SignedIn;

/** A person's own password and the browsers in which he is signed in. */
@Service
@Transactional(noRollbackFor = {SignInRefused.class, AccountRefused.class}) // the count of attempts stays
public class SignIns {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int MOST_WRONG_CODES = 5;

    private final AccountStore accounts;
    private final Actors actors;
    private final ResetStore resets;
    private final FirstSignInStore firstSignIns;
    private final PasskeyStore passkeys;
    private final SessionStore sessions;
    private final RememberedStore remembered;
    private final PasswordEncoder passwords;
    private final PasswordRules rules;
    private final SignInThrottle throttle;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignIns(
            AccountStore accounts,
            Actors actors,
            ResetStore resets,
            FirstSignInStore firstSignIns,
            PasskeyStore passkeys,
            SessionStore sessions,
            RememberedStore remembered,
            PasswordEncoder passwords,
            PasswordRules rules,
            SignInThrottle throttle,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.actors = actors;
        this.resets = resets;
        this.firstSignIns = firstSignIns;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.remembered = remembered;
        this.passwords = passwords;
        this.rules = rules;
        this.throttle = throttle;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The browser in which a person acts; it stays signed in when others are signed out.
     *
     * @param sessionId its session, or null
     * @param secret by which it is remembered, or null
     */
    public record Here(@Nullable String sessionId, @Nullable Secret secret) {

        /** No browser at all: everything is ended. */
        public static final Here NOWHERE = new Here(null, null);
    }

    /** Where the actor is signed in: open sessions, last used first, then remembered browsers. */
    @Transactional(readOnly = true)
    public List<SignInPlace> list(Actor actor, Here here) {
        requireOwnDoing(actor);
        var open = sessions.list(actor.account(), clock.instant()).stream()
                .map(session -> new SignInPlace(
                        session.device(),
                        session.since(),
                        session.lastSeen(),
                        false,
                        session.sessionId().equals(here.sessionId())));
        var kept = remembered.list(actor.account(), OffsetDateTime.now(clock)).stream()
                .map(login -> new SignInPlace(
                        login.device(),
                        login.createdAt().toInstant(),
                        login.lastUsedDay() == null
                                ? login.createdAt().toInstant()
                                : login.lastUsedDay().atStartOfDay(CHINA).toInstant(),
                        true,
                        false));
        return Stream.concat(open, kept).toList();
    }

    /** Signs the actor out everywhere else. Answers how many sessions and remembered browsers ended. */
    public int endElsewhere(Actor actor, Here here) {
        requireOwnDoing(actor);
        var ended = end(actor.account(), here);
        audit(actor, "account.sign-out-elsewhere", String.valueOf(ended));
        return ended;
    }

    /**
     * Signs somebody out everywhere, such as when a phone was lost; for those who may manage accounts at every place where that
     * person has a role. The password stays.
     *
     * @return how many sessions and remembered browsers ended
     */
    public int endEverywhere(Actor by, String username) {
        var person = actors.findByName(username).orElseThrow(() -> new Refused.NotFound(username));
        var places = person.actor().grants().stream().map(Grant::place).toList();
        (places.isEmpty() ? List.of(PlacePath.NATION) : places)
                .forEach(place -> by.require(AccountPermissions.MANAGE, place));
        var ended = end(person.actor().account(), Here.NOWHERE);
        audit(by, "account.sign-out-by-manager", person.username() + " " + ended);
        return ended;
    }

    /**
     * Changes the actor's own password and signs him out everywhere else.
     *
     * @throws SignInRefused.WrongPassword when the present password is another
     * @throws SignInRefused.Blocked after too many wrong ones
     */
    public void changePassword(Actor actor, String current, String next, Here here) {
        requireOwnDoing(actor);
        var person = personWith(current, actor).orElseThrow(SignInRefused.WrongPassword::new);
        set(person, next);
        end(actor.account(), here);
        audit(actor, "account.password.change", person.username());
    }

    /** Whether a password signs the actor in. */
    @Transactional(readOnly = true)
    public boolean hasPassword(Actor actor) {
        requireOwnDoing(actor);
        return actors.find(actor.account()).map(SignedIn::passwordHash).isPresent();
    }

    /**
     * Lets no password sign the actor in any more, only passkeys and what else he has, and signs him out everywhere else.
     *
     * @throws SignInRefused.NoPasskey when he has none: nothing would be left
     */
    public void removePassword(Actor actor, Here here) {
        requireOwnDoing(actor);
        accounts.lockPassword(actor.account());
        if (passkeys.list(actor.account()).isEmpty()) {
            throw new SignInRefused.NoPasskey();
        }
        accounts.setPassword(actor.account(), null);
        resets.delete(actor.account());
        actors.forgetAfterCommit();
        end(actor.account(), here);
        audit(actor, "account.password.remove", actor.account().toString());
    }

    /**
     * Gives the actor, who has none, a password again, and signs him out everywhere else.
     *
     * @throws SignInRefused.WrongPassword when he has one, which he would have to tell
     */
    public void choosePassword(Actor actor, String next, Here here) {
        requireOwnDoing(actor);
        if (accounts.lockPassword(actor.account())) {
            throw new SignInRefused.WrongPassword();
        }
        var person = actors.find(actor.account()).orElseThrow(() -> new Refused.NotFound(actor.account()));
        set(person, next);
        end(actor.account(), here);
        audit(actor, "account.password.choose", person.username());
    }

    /**
     * Lets somebody who is signed in prove anew that it is him.
     *
     * @throws SignInRefused.NotConfirmed when the password is another
     * @throws SignInRefused.Blocked after too many wrong ones
     */
    public void prove(Actor actor, String password) {
        requireOwnDoing(actor);
        var person = personWith(password, actor).orElse(null);
        if (person == null) {
            audit(actor, "sign-in.proof-failed", actor.account().toString());
            throw new SignInRefused.NotConfirmed();
        }
        audit(actor, "sign-in.proof", person.username());
    }

    private Optional<SignedIn> personWith(String password, Actor actor) {
        var subject = SignInThrottle.account(actor.account());
        throttle.admit(subject, "change " + actor.account());
        var person = actors.find(actor.account())
                .filter(found -> found.passwordHash() != null && passwords.matches(password, found.passwordHash()));
        person.ifPresent(right -> throttle.succeeded(subject, "change " + actor.account()));
        return person;
    }

    /**
     * Lets a person choose a new password with the code a community worker gave him, and signs him out everywhere.
     *
     * @param address from where it is tried
     * @throws SignInRefused.WrongCode when name and code do not belong together, or the code is too old, used or tried too often
     * @throws SignInRefused.Blocked after too many wrong ones
     */
    public void resetPassword(String name, String code, String next, String address) {
        var person = actors.findByName(name).filter(SignedIn::active).orElse(null);
        var subject = "reset "
                + (person == null ? Actors.normalized(name) : person.actor().account());
        var from = SignInThrottle.address(address);
        throttle.admit(subject, from);
        if (person == null || !isRight(person.actor().account(), code)) {
            throw new SignInRefused.WrongCode();
        }
        set(person, next);
        var account = person.actor().account();
        resets.delete(account);
        firstSignIns.claim(account, OffsetDateTime.now(clock));
        end(account, Here.NOWHERE);
        throttle.succeeded(subject, from);
        throttle.release(SignInThrottle.account(account));
        audit(person.actor(), "account.password.reset", person.username());
    }

    /** Neither a token nor a guest on a lent device changes how somebody signs in. */
    private static void requireOwnDoing(Actor actor) {
        if (actor.scopes() != null) {
            throw new Refused.Forbidden("account.own");
        }
    }

    private boolean isRight(UUID account, String code) {
        return isResetCode(account, code) || isFirstCode(account, code);
    }

    private boolean isFirstCode(UUID account, String typed) {
        var first = firstSignIns.lockCode(account).orElse(null);
        if (first == null
                || first.failures() >= MOST_WRONG_CODES
                || !first.expiresAt().isAfter(OffsetDateTime.now(clock))) {
            return false;
        }
        var isRight = first.is(ShortCode.read(typed));
        if (!isRight) {
            firstSignIns.fail(account);
        }
        return isRight;
    }

    private boolean isResetCode(UUID account, String code) {
        var reset = resets.lock(account).orElse(null);
        if (reset == null
                || reset.failures() >= MOST_WRONG_CODES
                || !reset.expiresAt().isAfter(OffsetDateTime.now(clock))) {
            return false;
        }
        var isRight = passwords.matches(ShortCode.read(code), reset.codeHash());
        if (!isRight) {
            resets.fail(account);
        }
        return isRight;
    }

    private void set(SignedIn person, String next) {
        var account = person.actor().account();
        rules.require(next, person.username(), Objects.requireNonNullElse(accounts.findPhone(account), ""));
        accounts.setPassword(account, Objects.requireNonNull(passwords.encode(next)));
        actors.forgetAfterCommit();
    }

    private int end(UUID account, Here here) {
        return sessions.end(account, here.sessionId()) + remembered.end(account, here.secret());
    }

    private void audit(Actor by, String action, String subject) {
        events.publishEvent(new Audited(by, action, subject, PlacePath.NATION, ""));
    }
}
