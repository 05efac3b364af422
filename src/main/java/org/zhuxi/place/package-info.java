/**
 * Floor 1. Where: the administrative tree, communities, quarters, buildings, dwellings, households and sites.
 * It never knows who signs in and what people do there.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.zhuxi.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
