/** Help at the press of a button (一键求助): who is on duty, acknowledgement, raising by time. */
@NamedInterface("help")
@NullMarked
package org.zhuxi.request.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
