/**
 * Floor 6. What the community tells its people: notices, and notifications about what concerns a household or an office.
 * It never decides anything; it tells what others have decided.
 */
@ApplicationModule(
        allowedDependencies = {"place", "account", "activity", "points", "request", "waste", "assessment", "report"})
@NullMarked
package org.zhuxi.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
