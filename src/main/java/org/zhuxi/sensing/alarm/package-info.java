/** Alarms: rules in plain words, what stands on the board, who took it in hand, and what became of it. */
@NamedInterface("alarm")
@NullMarked
package org.zhuxi.sensing.alarm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
