package org.zhuxi.sensing.internal.mqtt;

import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.sensing.internal.store.Scribe;

/** Says who a client is: an API token is its password, whatever the user name; without one it is a visitor. */
@Component
class Admission {

    private final Accounts accounts;
    private final boolean isOpen;

    Admission(Accounts accounts, @Value("${zhuxi.sensing.open:false}") boolean isOpen) {
        this.accounts = accounts;
        this.isOpen = isOpen;
    }

    /** Empty when the token is not valid. */
    Optional<Visit> admit(@Nullable String token, InetAddress from) {
        return visit(token, isOpen && from.isLoopbackAddress());
    }

    /** The same client as it is now; empty when its token is not valid any more. */
    Optional<Visit> renew(Visit visit) {
        return visit(visit.token(), visit.isFree());
    }

    /** Whom a token belongs to that came with no connection; empty when it is not valid. */
    Optional<Visit> owner(String token) {
        return visit(token, false);
    }

    private Optional<Visit> visit(@Nullable String token, boolean isFree) {
        var actor = token == null ? Optional.of(Actor.VISITOR) : accounts.findActorByToken(token);
        return actor.map(found -> new Visit(token, isFree, new Scribe(found, isFree)));
    }
}
