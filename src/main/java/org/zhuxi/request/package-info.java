/**
 * Floor 4. What residents report and what becomes of it: work orders with deadlines, patrols, mediation, help at the press of a button,
 * Open311 for other programs. It never shows a person, a face or words nobody has released, and never answers for an office.
 */
@ApplicationModule(allowedDependencies = {"place", "account", "activity", "indicator"})
@NullMarked
package org.zhuxi.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
