package org.zhuxi.account;

import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.internal.AccountStore;
import org.zhuxi.account.internal.passkey.PasskeyCeremony;
import org.zhuxi.account.internal.passkey.PasskeyStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;

/** A person's own passkeys: devices that sign him in by their own lock, without a password. */
@Service
@Transactional
public class Passkeys {

    public static final int MOST = 20;
    private static final int LONGEST_LABEL = 60;

    private final AccountStore accounts;
    private final PasskeyStore store;
    private final PasskeyCeremony ceremony;
    private final ApplicationEventPublisher events;

    Passkeys(AccountStore accounts, PasskeyStore store, PasskeyCeremony ceremony, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.store = store;
        this.ceremony = ceremony;
        this.events = events;
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Passkey> list(Actor actor) {
        return store.list(actor.account());
    }

    /**
     * Adds a device.
     *
     * @param challenge that the device signed, in base64url
     * @param credential the browser's answer, as JSON
     * @param label what the person calls the device, 1 to 60 characters
     * @throws SignInRefused.WrongPasskey when the answer does not fit
     */
    public void add(Actor actor, String challenge, String credential, String label) {
        requireOwnDoing(actor);
        var name = checked(label);
        if (store.list(actor.account()).size() >= MOST) {
            throw new SignInRefused.TooManyPasskeys(MOST);
        }
        ceremony.register(actor.account(), challenge, credential, name);
        audit(actor, "account.passkey.add", name);
    }

    public void rename(Actor actor, UUID id, String label) {
        requireOwnDoing(actor);
        if (!store.rename(actor.account(), id, checked(label))) {
            throw new Refused.NotFound(id);
        }
    }

    /**
     * Takes a device away; it signs nobody in any more.
     *
     * @throws SignInRefused.LastPasskey when neither another one nor a password is left
     */
    public void remove(Actor actor, UUID id) {
        requireOwnDoing(actor);
        var hasPassword = accounts.lockPassword(actor.account());
        if (!hasPassword
                && list(actor).stream().allMatch(passkey -> passkey.id().equals(id))) {
            throw new SignInRefused.LastPasskey();
        }
        if (!store.delete(actor.account(), id)) {
            throw new Refused.NotFound(id);
        }
        audit(actor, "account.passkey.remove", id.toString());
    }

    /** Neither a token nor a guest on a lent device changes how somebody signs in. */
    private static void requireOwnDoing(Actor actor) {
        if (actor.scopes() != null) {
            throw new Refused.Forbidden("account.own");
        }
    }

    private static String checked(String label) {
        var name = label.strip();
        if (name.isEmpty() || name.length() > LONGEST_LABEL) {
            throw new SignInRefused.WrongPasskeyLabel();
        }
        return name;
    }

    private void audit(Actor by, String action, String subject) {
        events.publishEvent(new Audited(by, action, subject, PlacePath.NATION, ""));
    }
}
