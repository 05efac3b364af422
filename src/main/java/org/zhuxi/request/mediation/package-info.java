/** Mediation among neighbours (邻里调解): confidential, for the mediators of a place alone; everybody gets two numbers a year. */
@NamedInterface("mediation")
@NullMarked
package org.zhuxi.request.mediation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
