package org.zhuxi.report.internal;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;

/** What those are called who wrote and decided; only their ids are kept, so that a name goes with its account. */
@Component
class WriterNames {

    private final Accounts accounts;

    WriterNames(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Empty for an account that is no more. */
    String of(UUID account) {
        return accounts.findActor(account).map(Actor::name).orElse("");
    }
}
