package org.zhuxi.account.internal.throttle;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.zhuxi.account.SignInRefused;
import org.zhuxi.account.internal.Actors;
import org.zhuxi.account.internal.session.Proofs;
import org.zhuxi.platform.security.SignedIn;

/** Compares a password, takes the same time where there is none, and lets nobody guess quickly. */
@Component
public class PasswordSignIn implements AuthenticationProvider {

    /** Longer ones cannot be anybody's; no need to hash them. */
    private static final int LONGEST = 1000;

    private final Actors actors;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final Clock clock;

    /** Hashed at the first attempt, whoever makes it: hashing is slow by design and would hold up every start. */
    private final SingletonSupplier<String> nobodys;

    PasswordSignIn(Actors actors, PasswordEncoder passwords, SignInThrottle throttle, Clock clock) {
        this.actors = actors;
        this.passwords = passwords;
        this.throttle = throttle;
        this.clock = clock;
        this.nobodys = SingletonSupplier.of(() -> Objects.requireNonNull(passwords.encode("nobody's password")));
    }

    /** @throws LockedException caused by {@link SignInRefused.Blocked} when it is too early for another attempt */
    @Override
    public Authentication authenticate(Authentication attempt) {
        var name = Actors.normalized(attempt.getName());
        var person = actors.findByName(name).filter(SignedIn::active).orElse(null);
        var subject = person == null
                ? SignInThrottle.name(name)
                : SignInThrottle.account(person.actor().account());
        var address = SignInThrottle.address(addressOf(attempt));
        try {
            throttle.admit(subject, address);
        } catch (SignInRefused.Blocked blocked) {
            throw new LockedException("Too many attempts", blocked);
        }
        var typed = Objects.toString(attempt.getCredentials(), "");
        var known = person == null ? null : person.passwordHash();
        var isRight = typed.length() <= LONGEST
                && passwords.matches(typed, Objects.requireNonNullElse(known, nobodys.obtain()));
        if (person == null || known == null || !isRight) {
            throw new BadCredentialsException("Wrong name or password");
        }
        throttle.succeeded(subject, address);
        var entered = UsernamePasswordAuthenticationToken.authenticated(
                person, null, List.of(Proofs.of(FactorGrantedAuthority.PASSWORD_AUTHORITY, clock.instant())));
        entered.setDetails(attempt.getDetails());
        return entered;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? Objects.toString(details.getRemoteAddress(), "")
                : "";
    }
}
