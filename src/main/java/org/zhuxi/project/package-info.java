/**
 * Floor 4. Works that improve a community, from the problem to the evaluation, with their money; what is inspected at
 * intervals (facilities, heritage, sponge measures, lifelines); photos from the same point before, during and after.
 * It never pays anybody and never decides alone: whoever runs works does not accept them.
 */
@ApplicationModule(allowedDependencies = {"place", "account", "activity", "indicator"})
@NullMarked
package org.zhuxi.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
