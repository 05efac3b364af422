package org.zhuxi.sensing.internal.store;

import org.zhuxi.kernel.PlacePath;

/**
 * Whose an entity is.
 *
 * @param community 0 above communities
 * @param isOpen whether everybody may read it
 */
public record Belonging(int community, PlacePath path, boolean isOpen) {}
