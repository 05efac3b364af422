/**
 * Floor 5. How a community decides together: ideas from the first word to the result, meetings, four kinds of decisions with
 * their ballot box, conventions, shared works, opinion maps. It never decides in people's stead, never tells who voted how in
 * a secret vote, and counts the four kinds of decisions each by its own rule.
 */
@ApplicationModule(allowedDependencies = {"place", "activity", "indicator", "project"})
@NullMarked
package org.zhuxi.governance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
