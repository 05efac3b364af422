package org.zhuxi.indicator.internal;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Ids;

/** A register to be frozen as it has been typed so far. */
public record RegisterForm(UUID id, String scope, String cycle, String source) {

    public RegisterForm(@Nullable UUID id, @Nullable String scope, @Nullable String cycle, @Nullable String source) {
        this.id = Objects.requireNonNullElseGet(id, Ids::next);
        this.scope = EntryForm.text(scope);
        this.cycle = EntryForm.text(cycle);
        this.source = EntryForm.text(source);
    }
}
