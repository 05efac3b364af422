/**
 * Floor 5. What is due from whom, the annual report of a place from nation to community, and what authorities see at a glance.
 * It never changes a number and lets nobody type one.
 */
@ApplicationModule(allowedDependencies = {"place", "account", "activity", "indicator", "assessment", "project"})
@NullMarked
package org.zhuxi.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
