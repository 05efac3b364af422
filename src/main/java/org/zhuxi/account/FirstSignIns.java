package org.zhuxi.account;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.internal.Actors;
import org.zhuxi.account.internal.ErasureDesk;
import org.zhuxi.account.internal.ErasureStore;
import org.zhuxi.account.internal.FirstSignInStore;
import org.zhuxi.account.internal.Helping;
import org.zhuxi.account.internal.ShortCode;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.security.SignedIn;

/**
 * Accounts opened from a list. Nobody types a password for their owners: each gets a code, printed or handed over, with which
 * he chooses his own. Until then the account can be taken back without a trace of the person.
 */
@Service
@Transactional
public class FirstSignIns {

    /** How long a code is good. */
    public static final Duration CODE_LIFE = Duration.ofDays(30);

    private static final int CODE_CHARACTERS = 12;

    private final Accounts accounts;
    private final FirstSignInStore store;
    private final Actors actors;
    private final ErasureDesk erasing;
    private final ErasureStore erasures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FirstSignIns(
            Accounts accounts,
            FirstSignInStore store,
            Actors actors,
            ErasureDesk erasing,
            ErasureStore erasures,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.actors = actors;
        this.erasing = erasing;
        this.erasures = erasures;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A line of a list.
     *
     * @param key always the same for the same line
     */
    public record Line(UUID key, NewAccount account) {}

    /** A code, shown this once. */
    public record Given(String username, String name, String code, OffsetDateTime until) {

        @Override
        public String toString() {
            return "Given[" + username + "]";
        }
    }

    /**
     * Opens the accounts of lines that have none yet.
     *
     * @throws AccountRefused when one of them cannot be opened; then none is
     */
    public void open(Actor by, List<Line> lines) {
        var known = find(lines.stream().map(Line::key).toList());
        var fresh =
                lines.stream().filter(line -> !known.containsKey(line.key())).toList();
        var ids = accounts.open(by, fresh.stream().map(Line::account).toList());
        store.insert(
                IntStream.range(0, ids.size())
                        .mapToObj(i -> new FirstSignInStore.Opened(
                                ids.get(i), fresh.get(i).key()))
                        .toList(),
                by.account(),
                OffsetDateTime.now(clock));
    }

    /** The accounts that lines have opened, by line. */
    @Transactional(readOnly = true)
    public Map<UUID, UUID> find(Collection<UUID> keys) {
        return store.findByKeys(keys);
    }

    /** Makes codes for those of the lines whose owners have not signed in yet; earlier ones are worthless. */
    public List<Given> giveCodes(Actor by, Collection<UUID> keys) {
        var until = OffsetDateTime.now(clock).plus(CODE_LIFE);
        return store.findByKeys(keys).values().stream()
                .flatMap(account -> actors.find(account).stream())
                .filter(SignedIn::active)
                .peek(person -> Helping.require(by, person.actor().grants()))
                .filter(person -> store.lockUnclaimed(person.actor().account()))
                .map(person -> give(by, person, until))
                .toList();
    }

    private Given give(Actor by, SignedIn person, OffsetDateTime until) {
        var code = ShortCode.next(CODE_CHARACTERS);
        store.putCode(person.actor().account(), code, until);
        audit(by, "account.first-code.give", person);
        return new Given(person.username(), person.actor().name(), ShortCode.grouped(code), until);
    }

    /**
     * Takes an account back as if it had not been opened; answers false when the line has opened none.
     *
     * @throws AccountRefused.InUse when its owner has signed in, or could
     */
    public boolean takeBack(Actor by, UUID key) {
        var account = store.findByKeys(List.of(key)).get(key);
        var person = account == null ? null : actors.find(account).orElse(null);
        if (person == null) {
            return false;
        }
        Helping.require(by, person.actor().grants());
        if (!store.lockUnclaimed(person.actor().account())) {
            throw new AccountRefused.InUse(person.username());
        }
        var now = clock.instant();
        var request = new ErasureRequest(person.actor().account(), Ids.next(), now, now);
        erasures.insert(request, by.account(), "opened by mistake");
        audit(by, "account.take-back", person);
        erasing.erase(request);
        return true;
    }

    private void audit(Actor by, String action, SignedIn person) {
        var place = person.actor().grants().stream()
                .map(Grant::place)
                .min(java.util.Comparator.comparing(PlacePath::value))
                .orElse(PlacePath.NATION);
        events.publishEvent(new Audited(by, action, person.actor().account().toString(), place, ""));
    }
}
