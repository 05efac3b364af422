/**
 * Floor 5. What the community tells its people: notices, and notifications about what concerns a household.
 * It never decides anything; it tells what others have decided.
 */
@ApplicationModule(allowedDependencies = {"place", "account", "activity", "points", "waste"})
@NullMarked
package org.zhuxi.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
