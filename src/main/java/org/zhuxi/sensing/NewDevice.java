package org.zhuxi.sensing;

import org.jspecify.annotations.Nullable;

/**
 * A device that is claimed.
 *
 * @param code as printed on it: 4 to 40 capital letters, digits and hyphens
 * @param place the code of the community, building or site where it is
 * @param isOpen whether everybody may see its readings
 */
public record NewDevice(
        @Nullable String code,
        @Nullable String template,
        @Nullable String place,
        @Nullable String name,
        boolean isOpen) {}
