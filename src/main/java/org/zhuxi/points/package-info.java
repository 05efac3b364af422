/**
 * Floor 3. What records are worth to a household: an append-only double-entry ledger of green points.
 * It never changes a record and never touches money.
 */
@ApplicationModule(allowedDependencies = {"place", "account", "activity", "transparency"})
@NullMarked
package org.zhuxi.points;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
