package org.zhuxi.account.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Audited;

/** Writes what must be remembered in the transaction that does it: both are kept, or neither. */
@Component
class AuditListener {

    private final AuditStore store;

    AuditListener(AuditStore store) {
        this.store = store;
    }

    @EventListener
    @Transactional
    public void on(Audited audited) {
        store.insert(audited);
    }
}
