package org.zhuxi.platform.start;

/**
 * What must be in the database before the first request is served. Beans of this type run once at each start, in the order
 * of {@link org.springframework.core.annotation.Order}; each finds out by itself whether something is left to do.
 */
public interface Preparation {

    void prepare();
}
