/**
 * Floor 7. Pages that span modules: the public home, how a figure is known, the resident's card.
 * It never writes.
 */
@ApplicationModule(allowedDependencies = {"place", "account", "activity", "points", "waste", "notice"})
@NullMarked
package org.zhuxi.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
