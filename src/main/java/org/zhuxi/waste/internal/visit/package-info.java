@NullMarked
package org.zhuxi.waste.internal.visit;

import org.jspecify.annotations.NullMarked;
