/** Taps: rules by which readings of a device become records, and what they recorded. */
@NamedInterface("tap")
@NullMarked
package org.zhuxi.sensing.tap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
