/** The green action team: who belongs to it, and its duties at stations. */
@NamedInterface("team")
@NullMarked
package org.zhuxi.waste.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
