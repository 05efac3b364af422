/** Household kits and bags whose codes stand for the household they were given to. */
@NamedInterface("kit")
@NullMarked
package org.zhuxi.waste.kit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
