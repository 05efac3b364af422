/** Tasks for the young, and pairs of neighbours who help each other. */
@NamedInterface("neighbour")
@NullMarked
package org.zhuxi.waste.neighbour;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
