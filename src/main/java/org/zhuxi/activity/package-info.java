/**
 * Floor 2. The record: the one door through which anything measurable enters, is verified, superseded and reversed.
 * It never knows what a record is worth.
 */
@ApplicationModule(allowedDependencies = {"place", "account", "transparency"})
@NullMarked
package org.zhuxi.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
