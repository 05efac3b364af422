/**
 * Floor 4. What records mean for the climate: a library of emission factors, published methods, and statements with intervals.
 * It never changes a record, never cuts a negative result off, and never rewrites a published statement.
 */
@ApplicationModule(allowedDependencies = {"place", "account", "activity", "indicator"})
@NullMarked
package org.zhuxi.carbon;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
