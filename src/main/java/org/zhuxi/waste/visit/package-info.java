/** Door-to-door guidance: rounds of doors, what came of each visit, and what changed afterwards. */
@NamedInterface("visit")
@NullMarked
package org.zhuxi.waste.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
