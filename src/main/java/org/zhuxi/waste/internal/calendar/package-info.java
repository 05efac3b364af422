@NullMarked
package org.zhuxi.waste.internal.calendar;

import org.jspecify.annotations.NullMarked;
