package org.zhuxi.platform.key;

import java.time.LocalDate;
import java.util.List;

/** Keeps keys in files, which operators see with their age. A module that does declares one as a bean. */
public interface Keyholder {

    /** Those that are there. @param today in UTC */
    List<KeyLife> keys(LocalDate today);
}
