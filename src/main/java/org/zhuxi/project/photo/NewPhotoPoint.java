package org.zhuxi.project.photo;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;

/** A point as it is set; see {@link PhotoPoint}. @param place code of a community; that of the project when it is left out */
public record NewPhotoPoint(
        @Nullable UUID project,
        @Nullable String place,
        @Nullable Names name,
        @Nullable GeoPoint location,
        @Nullable Integer bearingDegrees) {}
