package org.zhuxi.governance.internal;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Slice;

/** A page of a list for programs. @param next what to ask for after it; null on the last one */
record Items<T>(List<T> items, @Nullable String next) {

    static <A, B> Items<B> of(Slice<A> found, Function<A, B> json) {
        return new Items<>(found.items().stream().map(json).toList(), found.next());
    }
}
