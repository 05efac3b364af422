/** Photos from the same point before, during and after works. */
@NamedInterface("photo")
@NullMarked
package org.zhuxi.project.photo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
