/** The waste chain from the station onwards: collections, treatment, mass balance, contamination hot spots. */
@NamedInterface("chain")
@NullMarked
package org.zhuxi.waste.chain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
