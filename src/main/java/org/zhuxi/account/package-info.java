/**
 * Floor 1. Who: people, sign-in, roles in places, API tokens, audit.
 * It never knows the tree of places; a role names a path.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.zhuxi.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
