package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A site's month with everything a reviewer needs.
 *
 * @param entries how many stand, without those taken back
 * @param daysLogged days with at least one entry
 * @param days days of the month on which there was a batch to log about
 * @param treatedKg what the organic waste fed weighs so far, with buckets where they were weighed often enough
 * @param madeKg finished compost
 * @param densities what was weighed of each material
 * @param sample entries the reviewer looks at: all that are held and a random tenth, at least five
 * @param steps what happened to the month, the first first
 */
public record MonthReport(
        CompostSite site,
        YearMonth month,
        MonthState state,
        int entries,
        int daysLogged,
        int days,
        BigDecimal treatedKg,
        BigDecimal madeKg,
        List<DensityLine> densities,
        List<MonthRemark> remarks,
        List<Looked> sample,
        List<Step> steps,
        Map<EntryKind, Long> kinds) {

    /**
     * @param buckets how many entries by volume it is needed for
     * @param kgPerLitre null with fewer weighings than a month needs
     */
    public record DensityLine(
            String material,
            int weighings,
            int buckets,
            @Nullable BigDecimal kgPerLitre) {}

    /** @param good what the reviewer said of it, or null when he has not looked */
    public record Looked(LogEntry entry, @Nullable Boolean good, String words) {}

    /** @param reason empty when there is none */
    public record Step(int number, String step, String reason, UUID by, Instant at) {}

    /** The remarks, alike ones together, the first noticed first; what holds the month up always stands alone. */
    public Collection<List<MonthRemark>> remarksTogether() {
        return remarks.stream()
                .collect(Collectors.groupingBy(
                        it -> it.severity() == MonthRemark.Severity.HOLD ? (Object) it : it.code(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    /** How many of the sample nobody has looked at. */
    public long missingLooks() {
        return sample.stream().filter(it -> it.good() == null).count();
    }

    /** How many of the sample were found wrong. */
    public long wrongLooks() {
        return sample.stream().filter(it -> Boolean.FALSE.equals(it.good())).count();
    }
}
