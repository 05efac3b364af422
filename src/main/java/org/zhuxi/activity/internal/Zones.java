package org.zhuxi.activity.internal;

import java.time.ZoneId;

/** The zone of days that are asked for without a place. */
final class Zones {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Zones() {}
}
