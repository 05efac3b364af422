/** Pick-up by appointment: bulky waste, waste electronics, hazardous waste. */
@NamedInterface("appointment")
@NullMarked
package org.zhuxi.waste.appointment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
