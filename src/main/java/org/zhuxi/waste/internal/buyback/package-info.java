@NullMarked
package org.zhuxi.waste.internal.buyback;

import org.jspecify.annotations.NullMarked;
