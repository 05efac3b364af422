/**
 * Floor 4. What a green community is measured against, and who is found to meet it: standards as data, criteria, scores,
 * cycles and titles. It never changes a record or a figure, and never decides with a criterion nobody has assessed.
 */
@ApplicationModule(allowedDependencies = {"place", "account", "activity", "indicator"})
@NullMarked
package org.zhuxi.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
