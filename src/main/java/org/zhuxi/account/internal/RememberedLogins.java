package org.zhuxi.account.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationException;
import org.springframework.stereotype.Component;
import org.zhuxi.account.SignIns.Here;
import org.zhuxi.account.internal.session.Device;
import org.zhuxi.account.internal.session.RememberedStore;
import org.zhuxi.account.internal.session.StaffPasskey;
import org.zhuxi.platform.security.SignedIn;

/**
 * "Keep me signed in": a cookie with a random secret, of which the database knows the hash. Unlike Spring's own it does not
 * change the secret at every use, because two requests of one page at the same moment would then look like a theft.
 */
@Component
public class RememberedLogins extends AbstractRememberMeServices {

    static final String COOKIE = "zhuxi-remember";

    private static final Duration LIFE = Duration.ofDays(30);

    private final RememberedStore store;
    private final Actors actors;
    private final StaffPasskey staff;
    private final Clock clock;

    RememberedLogins(RememberedStore store, Actors actors, StaffPasskey staff, Clock clock) {
        // the key only ties together two objects of this running program
        super(UUID.randomUUID().toString(), RememberedLogins::findNobody);
        this.store = store;
        this.actors = actors;
        this.staff = staff;
        this.clock = clock;
        setCookieName(COOKIE);
        setTokenValiditySeconds((int) LIFE.toSeconds());
        setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
    }

    /** People are found by the secret and their id, never by a name in a cookie. */
    private static UserDetails findNobody(String name) {
        throw new UsernameNotFoundException("Not by name");
    }

    @Override
    protected void onLoginSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        var person = (SignedIn) Objects.requireNonNull(authentication.getPrincipal());
        var secret = Secret.next("");
        var now = OffsetDateTime.now(clock);
        store.insert(secret, person.actor().account(), Device.of(request), now, now.plus(LIFE));
        setCookie(new String[] {secret.text()}, getTokenValiditySeconds(), request, response);
    }

    @Override
    protected UserDetails processAutoLoginCookie(
            String[] cookie, HttpServletRequest request, HttpServletResponse response) {
        return store.use(new Secret(cookie[0]), OffsetDateTime.now(clock), actors.today())
                .flatMap(actors::find)
                .map(staff::remembered)
                .orElseThrow(() -> new RememberMeAuthenticationException("Unknown or too old"));
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        var secret = secretIn(request);
        if (secret != null) {
            store.delete(secret);
        }
        super.logout(request, response, authentication);
    }

    /** The browser that sends this. */
    public Here here(HttpServletRequest request) {
        var session = request.getSession(false);
        return new Here(session == null ? null : session.getId(), secretIn(request));
    }

    /** The secret of this browser, if it is remembered. */
    private @Nullable Secret secretIn(HttpServletRequest request) {
        var cookie = extractRememberMeCookie(request);
        if (cookie == null || cookie.isEmpty()) {
            return null;
        }
        try {
            return new Secret(decodeCookie(cookie)[0]);
        } catch (InvalidCookieException e) {
            return null;
        }
    }
}
