/**
 * Floor 0. The values every module shares: ids, places in the tree, who acts, names in two languages, problems.
 * It never touches a database, the web or a feature module.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package org.zhuxi.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
