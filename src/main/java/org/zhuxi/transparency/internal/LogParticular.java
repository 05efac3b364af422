package org.zhuxi.transparency.internal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.operations.Particular;

/** The key of the log, which witnesses and those who check receipts need. */
@Component
class LogParticular implements Particular {

    private final LogStore store;

    LogParticular(LogStore store) {
        this.store = store;
    }

    @Override
    public String message() {
        return "transparency.operations.key";
    }

    @Override
    public Optional<String> value() {
        return store.find().map(LogStore.Head::verifierKey);
    }
}
