package org.zhuxi.indicator;

import java.util.List;
import java.util.Map;
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
 * @param sites how many sites there are, by type; null when not known, and then not zero
 */
public record RegisterItem(
        int community,
        String place,
        Names name,
        boolean urban,
        long communities,
        @Nullable Long residents,
        @Nullable Long households,
        @Nullable Map<String, Long> sites) {

    public RegisterItem {
        sites = sites == null ? null : Map.copyOf(sites);
    }

    /** A line of a document that does not tell about sites. */
    public RegisterItem(
            int community,
            String place,
            Names name,
            boolean urban,
            long communities,
            @Nullable Long residents,
            @Nullable Long households) {
        this(community, place, name, urban, communities, residents, households, null);
    }

    /** How many sites of some types there are, or null when that is not known. */
    public @Nullable Long count(List<String> types) {
        var known = sites;
        return known == null
                ? null
                : (Long) types.stream()
                        .mapToLong(type -> known.getOrDefault(type, 0L))
                        .sum();
    }

    /** The same with its sites counted. */
    public RegisterItem with(Map<String, Long> counted) {
        return new RegisterItem(community, place, name, urban, communities, residents, households, counted);
    }
}
