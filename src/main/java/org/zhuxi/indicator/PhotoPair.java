package org.zhuxi.indicator;

import java.time.LocalDate;
import java.util.UUID;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;

/**
 * Two photos from the same point, before and after.
 *
 * @param id of the point
 * @param path of the place where it is
 * @param before address under which everybody sees the photo
 * @param after the same
 */
public record PhotoPair(
        UUID id, Names name, PlacePath path, String before, LocalDate beforeOn, String after, LocalDate afterOn) {}
