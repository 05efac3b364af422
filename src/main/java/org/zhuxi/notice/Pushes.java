package org.zhuxi.notice;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.notice.internal.PublicAddress;
import org.zhuxi.notice.internal.PushKeys;
import org.zhuxi.notice.internal.PushStore;
import org.zhuxi.notice.internal.Sealed;
import org.zhuxi.waste.OpeningWindow;

/** Browsers that ring at once when there is a notification (web push, RFC 8030); off until somebody turns it on. */
@Service
public class Pushes {

    /** Most browsers of one person. */
    public static final int MOST = 10;

    private static final int AUTH_BYTES = 16;
    private static final int LONGEST = 1_000;

    private final PushStore store;
    private final PushKeys keys;
    private final PublicAddress addresses;
    private final Sealed sealed;
    private final Clock clock;

    Pushes(PushStore store, PushKeys keys, PublicAddress addresses, Sealed sealed, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.addresses = addresses;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** What a browser needs to know of us; base64url. */
    public String publicKey() {
        return keys.publicKey();
    }

    /**
     * Rings this browser from now on; the same again changes nothing.
     *
     * @param endpoint that its push service gave it
     * @param publicKey 65 bytes in base64url
     * @param auth 16 bytes in base64url
     * @throws NoticeRefused.BadSubscription when one of them cannot be
     * @throws Refused.Forbidden to a token
     */
    @Transactional
    public void subscribe(Actor actor, String endpoint, String publicKey, String auth, Locale locale) {
        requireInPerson(actor);
        if (store.count(actor.account()) >= MOST) {
            throw new NoticeRefused.TooManyBrowsers(MOST);
        }
        try {
            if (endpoint.length() > LONGEST) {
                throw new NoticeRefused.BadSubscription();
            }
            var host = addresses.check(endpoint).getHost();
            var secret = Base64.getUrlDecoder().decode(auth);
            if (secret.length != AUTH_BYTES) {
                throw new NoticeRefused.BadSubscription();
            }
            var language = Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? "en" : "zh";
            store.insert(
                    new PushDevice(Ids.next(), host, clock.instant()),
                    actor.account(),
                    endpoint,
                    sealed.seal(endpoint),
                    keys.checked(Base64.getUrlDecoder().decode(publicKey)),
                    secret,
                    language);
        } catch (NoticeRefused.BadAddress | IllegalArgumentException | GeneralSecurityException e) {
            throw new NoticeRefused.BadSubscription();
        }
    }

    /** Rings that browser no more. */
    @Transactional
    public void unsubscribe(Actor actor, UUID device) {
        requireInPerson(actor);
        store.delete(actor.account(), device);
    }

    /** The actor's own browsers that are rung. */
    @Transactional(readOnly = true)
    public List<PushDevice> devices(Actor actor) {
        return store.devices(actor.account());
    }

    @Transactional(readOnly = true)
    public PushSettings settings(Actor actor) {
        return store.settings(actor.account());
    }

    /**
     * @param rings kinds that ring
     * @param quietFrom such as 22:00; empty, like {@code quietTo}, for no quiet hours
     * @throws NoticeRefused.BadTime when one of them is no time
     */
    @Transactional
    public void set(Actor actor, Set<NotificationKind> rings, String quietFrom, String quietTo) {
        var account = actor.account();
        var muted = EnumSet.copyOf(NotificationKind.offeredTo(actor));
        muted.removeAll(rings);
        store.mute(account, muted);
        var from = minute("quietFrom", quietFrom);
        var to = minute("quietTo", quietTo);
        if ((from == null) != (to == null)) {
            throw new NoticeRefused.BadTime(from == null ? "quietFrom" : "quietTo");
        }
        store.keepQuiet(account, from, to);
    }

    private static @Nullable Integer minute(String field, String typed) {
        if (typed.isBlank()) {
            return null;
        }
        return OpeningWindow.minuteOf(typed)
                .filter(minute -> minute < OpeningWindow.DAY)
                .orElseThrow(() -> new NoticeRefused.BadTime(field));
    }

    private static void requireInPerson(Actor actor) {
        actor.account();
        if (actor.scopes() != null) {
            throw new Refused.Forbidden("sign-in");
        }
    }
}
