package org.zhuxi.place;

import org.zhuxi.kernel.Names;

/**
 * How neighbours reach their community.
 *
 * @param phone as people dial it
 * @param hours when somebody answers; both empty when not told
 */
public record Contact(String phone, Names hours) {}
