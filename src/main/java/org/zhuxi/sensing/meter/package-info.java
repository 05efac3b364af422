/** Meters of households and of sites: what is read from them, what a home uses, and what it saved. */
@NamedInterface("meter")
@NullMarked
package org.zhuxi.sensing.meter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
