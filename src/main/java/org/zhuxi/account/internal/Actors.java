package org.zhuxi.account.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhuxi.account.ApiToken;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.security.SignedIn;

/**
 * Who somebody is right now: an account with its present roles and households. Kept for ten seconds, so that a batch client
 * does not read them a hundred times a second; a change here is seen at once, in another running instance ten seconds later.
 */
@Component
public class Actors {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final AccountStore accounts;
    private final TokenStore tokens;
    private final Clock clock;
    private final Cache<UUID, SignedIn> present =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(LONGEST).build();
    private final Cache<Secret, ApiToken> presentTokens =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(LONGEST).build();

    Actors(AccountStore accounts, TokenStore tokens, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** By user name or phone number; not from the cache. */
    public Optional<SignedIn> findByName(String name) {
        return accounts.findByName(normalized(name)).map(this::signedIn);
    }

    public Optional<SignedIn> find(UUID id) {
        return Optional.ofNullable(present.get(
                id, missing -> accounts.find(missing).map(this::signedIn).orElse(null)));
    }

    /** The actor behind the secret of a token, limited to its scopes; empty when it is unknown, revoked or expired. */
    public Optional<SignedIn> findByToken(Secret secret) {
        return Optional.ofNullable(presentTokens.get(secret, this::readToken))
                .filter(token -> token.isValid(OffsetDateTime.now(clock)))
                .flatMap(token -> find(token.account()).map(owner -> limited(owner, token.scopes())))
                .filter(SignedIn::active);
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(CHINA));
    }

    /** User names and phone numbers are compared in small letters, without blanks and a Chinese country code. */
    public static String normalized(String name) {
        var compact = Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return compact.matches("[+0-9 -]+") ? compact.replaceAll("^\\+86|[ -]", "") : compact;
    }

    /** Forgets what is kept, when the running transaction has committed. */
    public void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                present.invalidateAll();
                presentTokens.invalidateAll();
            }
        });
    }

    private @Nullable ApiToken readToken(Secret secret) {
        var token = tokens.find(secret).orElse(null);
        if (token != null && token.isValid(OffsetDateTime.now(clock)) && !today().equals(token.lastUsedDay())) {
            tokens.touch(secret, today());
        }
        return token;
    }

    private SignedIn signedIn(AccountStore.Account account) {
        var actor = new Actor(
                account.id(),
                account.name(),
                accounts.listGrants(account.id(), today()),
                accounts.listHouseholds(account.id(), today()),
                null);
        return new SignedIn(account.username(), account.passwordHash(), account.active(), actor);
    }

    private static SignedIn limited(SignedIn owner, Set<String> scopes) {
        var actor = owner.actor();
        return new SignedIn(
                owner.username(),
                null,
                owner.active(),
                new Actor(actor.accountId(), actor.name(), actor.grants(), actor.households(), scopes));
    }
}
