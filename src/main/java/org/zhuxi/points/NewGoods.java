package org.zhuxi.points;

import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * What goods are from now on: the next version.
 *
 * @param pricePoints of one piece, 1 to 1,000,000
 * @param isOnSale whether residents can redeem it
 * @param photo JPEG or PNG, or null to keep the one it has
 */
public record NewGoods(Names name, long pricePoints, boolean isOnSale, byte @Nullable [] photo) {}
