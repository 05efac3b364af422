@NullMarked
package org.zhuxi.waste.internal.neighbour;

import org.jspecify.annotations.NullMarked;
