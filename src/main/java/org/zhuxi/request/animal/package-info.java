/** The shelter log (流浪动物收容记录): stray animals that were taken in, and what became of each. */
@NamedInterface("animal")
@NullMarked
package org.zhuxi.request.animal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
