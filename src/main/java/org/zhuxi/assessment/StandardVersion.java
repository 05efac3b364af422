package org.zhuxi.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * A standard in one version: what is asked of a community, how it is checked and what it is worth. Never changed once it is
 * published; another version takes over.
 *
 * @param jurisdiction 12-digit code of the place whose authority set it; the nation's is twelve zeros
 * @param parent code of the standard it refines, or null
 * @param effectiveFrom the first day on which a cycle may use it
 * @param official whether an authority issued it; examples say that they are none
 * @param source where it is written
 */
public record StandardVersion(
        String code,
        int version,
        Names names,
        String jurisdiction,
        @Nullable String parent,
        List<Area> areas,
        List<Criterion> criteria,
        PassRule passRule,
        LocalDate effectiveFrom,
        boolean official,
        String source,
        State state) {

    /** The national standard of 2020, to whose 16 criteria every other one is mapped. */
    public static final String NATIONAL = "GC2020";

    public StandardVersion {
        areas = List.copyOf(areas);
        criteria = List.copyOf(criteria);
    }

    /** What may be done with a version. */
    public enum State {
        /** Being written; no cycle can use it. */
        DRAFT,
        /** In force from its first day. */
        PUBLISHED,
        /** No new cycle can use it; those that do go on. */
        RETIRED
    }

    /** The criterion with this code. */
    public Optional<Criterion> criterion(String criterionCode) {
        return criteria.stream().filter(one -> one.code().equals(criterionCode)).findFirst();
    }

    /** The criteria of an area, in their order. */
    public List<Criterion> criteriaOf(Area area) {
        return criteria.stream().filter(one -> one.area().equals(area.code())).toList();
    }

    /** The same in another state. */
    public StandardVersion in(State other) {
        return new StandardVersion(
                code,
                version,
                names,
                jurisdiction,
                parent,
                areas,
                criteria,
                passRule,
                effectiveFrom,
                official,
                source,
                other);
    }
}
