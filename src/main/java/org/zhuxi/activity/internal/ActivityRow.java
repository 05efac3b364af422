package org.zhuxi.activity.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.Amount;
import org.zhuxi.activity.Kind;
import org.zhuxi.kernel.Names;

/**
 * A record as it stands in a list.
 *
 * @param household how people call the door, or null
 */
public record ActivityRow(
        Activity activity,
        Kind kind,
        List<Amount> amounts,
        Names community,
        @Nullable String household) {}
