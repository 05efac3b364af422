/** Shares the cost of works in a stairwell, to the cent. */
@NullMarked
package org.zhuxi.governance.internal.works;

import org.jspecify.annotations.NullMarked;
