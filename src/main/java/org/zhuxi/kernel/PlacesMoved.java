package org.zhuxi.kernel;

import java.util.Map;

/**
 * Divisions or communities lie below another parent since today, and what is kept by their path is about to follow; told outside
 * of a transaction.
 *
 * @param paths from where each lay to where it lies
 */
public record PlacesMoved(Map<PlacePath, PlacePath> paths) {

    public PlacesMoved {
        paths = Map.copyOf(paths);
    }
}
