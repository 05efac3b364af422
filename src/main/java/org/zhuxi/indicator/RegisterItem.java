package org.zhuxi.indicator;

import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * A place in a register: a community, or a place above of which only the number of communities is known.
 *
 * @param community number of the community, or 0
 * @param urban whether it has a residents' committee; a village is in the register and not in the denominators of rates
 * @param communities how many communities it stands for
 * @param residents null when not known
 * @param households null when not known
 */
public record RegisterItem(
        int community,
        String place,
        Names name,
        boolean urban,
        long communities,
        @Nullable Long residents,
        @Nullable Long households) {}
