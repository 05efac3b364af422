/** Patrols (巡查): routes along plates, what was found at each, findings that become requests. */
@NamedInterface("patrol")
@NullMarked
package org.zhuxi.request.patrol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
