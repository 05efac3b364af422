/** Paid buy-back of recyclables: recyclers, their prices, receipts, monthly settlements. */
@NamedInterface("buyback")
@NullMarked
package org.zhuxi.waste.buyback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
