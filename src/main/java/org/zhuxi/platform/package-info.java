/**
 * Floor 0. The technical glue every module rests on: database, web, sign-in plumbing, time, manifests.
 * It never imports a feature module and never knows a word of the domain.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package org.zhuxi.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
