/**
 * Floor 3. What records add up to: measures, indicators, registers, targets, and figures that were published.
 * It never changes a record and never guesses: what is missing stays missing.
 */
@ApplicationModule(allowedDependencies = {"place", "activity"})
@NullMarked
package org.zhuxi.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
