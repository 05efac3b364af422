package org.zhuxi.account.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationException;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.security.SignedIn;

/**
 * "Keep me signed in": a cookie with a random secret, of which the database knows the hash. Unlike Spring's own it does not
 * change the secret at every use, because two requests of one page at the same moment would then look like a theft.
 */
@Component
class RememberedLogins extends AbstractRememberMeServices {

    static final String COOKIE = "zhuxi-remember";

    private static final Duration LIFE = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Actors actors;
    private final Clock clock;

    RememberedLogins(JdbcClient jdbc, Actors actors, Clock clock, UserDetailsService people) {
        // the key only ties together two objects of this running program
        super(UUID.randomUUID().toString(), people);
        this.jdbc = jdbc;
        this.actors = actors;
        this.clock = clock;
        setCookieName(COOKIE);
        setTokenValiditySeconds((int) LIFE.toSeconds());
        setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
    }

    @Override
    protected void onLoginSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        var person = (SignedIn) Objects.requireNonNull(authentication.getPrincipal());
        var secret = Secret.next("");
        var now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        insert into account.remembered_login (secret_hash, account_id, created_at, expires_at)
                        values (:hash, :account, :now, :end)
                        """)
                .param("hash", secret.hash())
                .param("account", person.actor().account())
                .param("now", now)
                .param("end", now.plus(LIFE))
                .update();
        setCookie(new String[] {secret.text()}, getTokenValiditySeconds(), request, response);
    }

    @Override
    protected UserDetails processAutoLoginCookie(
            String[] cookie, HttpServletRequest request, HttpServletResponse response) {
        return jdbc.sql(
                        "select account_id from account.remembered_login where secret_hash = :hash and expires_at > :now")
                .param("hash", new Secret(cookie[0]).hash())
                .param("now", OffsetDateTime.now(clock))
                .query(UUID.class)
                .optional()
                .flatMap(actors::find)
                .orElseThrow(() -> new RememberMeAuthenticationException("Unknown or too old"));
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        var cookie = extractRememberMeCookie(request);
        if (cookie != null) {
            jdbc.sql("delete from account.remembered_login where secret_hash = :hash")
                    .param("hash", new Secret(decodeCookie(cookie)[0]).hash())
                    .update();
        }
        super.logout(request, response, authentication);
    }
}
