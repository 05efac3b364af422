package org.zhuxi.sensing.internal.store;

import org.jspecify.annotations.Nullable;

/**
 * One entity as it was read.
 *
 * @param cells in the order of the {@link Layout}: texts (also of JSON), numbers and moments
 */
@SuppressWarnings("ArrayRecordComponent")
public record Row(long id, @Nullable Object[] cells) {}
