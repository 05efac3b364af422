package org.zhuxi.project.asset;

import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * What makes a corridor (楼道) one that is shown: its theme and those who keep it.
 *
 * @param theme what it is about, such as 家风
 * @param keptBy a group that keeps it, such as 3 栋楼组; never the name of a person
 * @param stars from 1 to 5 at the last inspection that gave some; null before
 */
public record Corridor(Names theme, String keptBy, @Nullable Integer stars) {

    public static final int MOST_STARS = 5;
}
