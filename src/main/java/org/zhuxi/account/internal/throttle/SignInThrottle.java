package org.zhuxi.account.internal.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.SignInRefused;
import org.zhuxi.account.internal.Secret;

/**
 * Counts attempts before they are judged, so that a thousand at once are no better than one after the other, and makes
 * whoever fails often wait longer and longer. All running instances share the counts. Callers in a transaction must let it
 * commit when they refuse; an address is always locked before a subject.
 */
@EnableConfigurationProperties(SignInSettings.class)
@Component
@Transactional(noRollbackFor = SignInRefused.class)
public class SignInThrottle {

    private static final Logger LOG = LoggerFactory.getLogger(SignInThrottle.class);
    private static final String ACCOUNT = "account ";
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    /** How many were forgotten since the last one; what is left of the time counts on, or frequent attempts would never be forgotten. */
    private static final String FORGOTTEN_SINCE =
            "floor(extract(epoch from excluded.last_at - attempt.last_at) / :easing)::integer";
    /** Doubling stops here; the longest wait is reached much earlier. */
    private static final int MOST_DOUBLINGS = 20;

    private final JdbcClient jdbc;
    private final SignInSettings settings;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, SignInSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** What an account's attempts are counted under. */
    public static String account(UUID account) {
        return ACCOUNT + account;
    }

    /** The same for a name that nobody has, so that nobody learns who has an account. */
    public static String name(String normalized) {
        return "name " + normalized;
    }

    /** An address; of IPv6 the part that a provider gives to one customer. */
    public static String address(String remote) {
        var parts = remote.split(":", -1);
        return "address "
                + (parts.length > 4 ? String.join(":", java.util.List.of(parts).subList(0, 4)) : remote);
    }

    /**
     * Counts an attempt.
     *
     * @throws SignInRefused.Blocked when it comes too early; then it is not counted and must not be judged
     */
    public void admit(String subject, String address) {
        count(address, new Limit(settings.addressAttempts(), settings.addressEasing()));
        count(subject, new Limit(settings.attempts(), settings.easing()));
    }

    /** The attempt was right: forget those of the subject, and this one of the address. */
    public void succeeded(String subject, String address) {
        jdbc.sql("""
                        update account.sign_in_attempt
                        set attempts = greatest(0, attempts - 1),
                            blocked_until = case when attempts > :free then blocked_until end
                        where subject_hash = :address
                        """)
                .param("free", settings.addressAttempts())
                .param("address", hash(address))
                .update();
        jdbc.sql("delete from account.sign_in_attempt where subject_hash = :subject")
                .param("subject", hash(subject))
                .update();
    }

    /** Lets a subject try again at once. */
    public void release(String subject) {
        jdbc.sql("delete from account.sign_in_attempt where subject_hash = :subject")
                .param("subject", hash(subject))
                .update();
    }

    /** Until when a subject has to wait; empty when it need not. */
    @Transactional(readOnly = true)
    public Optional<OffsetDateTime> blockedUntil(String subject) {
        return jdbc.sql("""
                        select blocked_until
                        from account.sign_in_attempt
                        where subject_hash = :subject and blocked_until > :now
                        """)
                .param("subject", hash(subject))
                .param("now", OffsetDateTime.now(clock))
                .query(OffsetDateTime.class)
                .optional();
    }

    /** Forgets what nobody tried for a day; answers how many. */
    public int purge() {
        return jdbc.sql("delete from account.sign_in_attempt where last_at < :before")
                .param("before", OffsetDateTime.now(clock).minus(FORGOTTEN))
                .update();
    }

    /** How many are free, and how long until one is forgotten. */
    record Limit(int free, Duration easing) {}

    /** Counts one more of a subject. */
    void count(String subject, Limit limit) {
        var now = OffsetDateTime.now(clock);
        var counted = jdbc.sql("""
                        insert into account.sign_in_attempt as attempt (subject_hash, attempts, last_at)
                        values (:subject, 1, :now)
                        on conflict (subject_hash) do update
                        set attempts = 1 + greatest(0, attempt.attempts - (%1$s)),
                            last_at = case when attempt.attempts > (%1$s)
                                then attempt.last_at + (%1$s) * cast(:easing as integer) * interval '1 second'
                                else excluded.last_at end
                        where attempt.blocked_until is null or attempt.blocked_until <= excluded.last_at
                        returning attempts
                        """.formatted(FORGOTTEN_SINCE))
                .param("subject", hash(subject))
                .param("now", now)
                .param("easing", limit.easing().toSeconds())
                .query(Integer.class)
                .optional();
        if (counted.isEmpty()) {
            throw new SignInRefused.Blocked(
                    Duration.between(now, blockedUntil(subject).orElse(now)));
        }
        block(subject, waitAfter(counted.get(), limit), now);
    }

    /** As it may stand in a log: names and addresses belong to people, and what was typed may have several lines. */
    private static String anonymous(String subject) {
        return subject.startsWith(ACCOUNT) ? subject : subject.substring(0, subject.indexOf(' '));
    }

    private void block(String subject, @Nullable Duration wait, OffsetDateTime now) {
        if (wait != null) {
            LOG.warn("Many attempts, {}: the next may come after {} s", anonymous(subject), wait.toSeconds());
            jdbc.sql("update account.sign_in_attempt set blocked_until = :until where subject_hash = :subject")
                    .param("until", now.plus(wait))
                    .param("subject", hash(subject))
                    .update();
        }
    }

    private @Nullable Duration waitAfter(int attempts, Limit limit) {
        if (attempts < limit.free()) {
            return null;
        }
        var wait = settings.firstWait().multipliedBy(1L << Math.min(attempts - limit.free(), MOST_DOUBLINGS));
        return wait.compareTo(settings.longestWait()) > 0 ? settings.longestWait() : wait;
    }

    private static byte[] hash(String subject) {
        return new Secret(subject).hash();
    }
}
