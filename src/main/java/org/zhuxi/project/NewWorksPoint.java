package org.zhuxi.project;

import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;

/** A point as people agree on it; see {@link WorksPoint}. */
public record NewWorksPoint(@Nullable Names name, @Nullable GeoPoint location) {}
