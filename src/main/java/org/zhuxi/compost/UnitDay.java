package org.zhuxi.compost;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit today.
 *
 * @param batch what is in it, or null when it is empty
 * @param advice the most urgent first; empty when nothing needs to be done
 * @param latest the last entries, the latest first
 */
public record UnitDay(CompostUnit unit, @Nullable Batch batch, List<Advice> advice, List<LogEntry> latest) {}
