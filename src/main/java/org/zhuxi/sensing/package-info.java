/**
 * Floor 4. Things that measure, what they observe, alarms and meters, as an OGC SensorThings 1.1 service and in words people understand.
 * It never decides what a value is worth, and keeps nothing that a sensor could tell of a person.
 */
@ApplicationModule(allowedDependencies = {"place", "account", "activity", "indicator"})
@NullMarked
package org.zhuxi.sensing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
