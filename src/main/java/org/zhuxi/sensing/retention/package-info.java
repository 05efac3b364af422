/** How long single readings are kept, and until when hours stand for them. */
@NamedInterface("retention")
@NullMarked
package org.zhuxi.sensing.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
