/**
 * Floor 4. Sorted household waste: drop-off stations, the steward's drops, inspections, accuracy.
 * It never keeps amounts of its own; every drop is an activity.
 */
@ApplicationModule(allowedDependencies = {"place", "account", "activity", "points"})
@NullMarked
package org.zhuxi.waste;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
