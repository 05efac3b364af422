package org.zhuxi.sensing.alarm;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Origin;

/**
 * A rule that is added; see {@link AlarmRule}.
 *
 * @param id made by whoever adds it; the same again changes nothing
 * @param place code of a community or of a place in it
 * @param backAt null for the threshold itself
 */
public record NewAlarmRule(
        UUID id,
        String place,
        String template,
        AlarmRule.Condition condition,
        String quantity,
        @Nullable BigDecimal threshold,
        @Nullable BigDecimal backAt,
        int forMinutes,
        @Nullable Integer fromHour,
        @Nullable Integer toHour,
        int quietMinutes,
        int escalateMinutes,
        Origin origin) {}
