/**
 * Floor 5. Community composting: sites, units, batches, the process log and its monthly verification.
 * It never turns a volume into credited mass without weighings of the site, and publishes nothing that nobody else looked at.
 */
@ApplicationModule(allowedDependencies = {"place", "account", "activity", "carbon", "indicator"})
@NullMarked
package org.zhuxi.compost;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
