package org.zhuxi.carbon;

import java.util.List;
import java.util.Optional;
import org.zhuxi.kernel.Names;

/**
 * An emission factor or a parameter of a method, with all its versions. A version is never changed; what is published rests on the
 * version it names.
 *
 * @param code stable, such as {@code grid.cn}
 * @param region such as CN, CN-EAST, GB, GLOBAL
 * @param unit by UCUM, of every version
 * @param indicatorOnly whether it may serve for comparisons only and never for a statement
 * @param versions the newest first, at least one
 */
public record Factor(
        String code,
        Topic topic,
        String region,
        Names names,
        String unit,
        boolean indicatorOnly,
        List<FactorVersion> versions) {

    public Factor {
        versions = List.copyOf(versions);
    }

    /** What a factor is about. */
    public enum Topic {
        LANDFILL,
        TREATMENT,
        ENERGY,
        WATER,
        TRANSPORT,
        GWP,
        WARM
    }

    public FactorVersion newest() {
        return versions.getFirst();
    }

    public Optional<FactorVersion> find(String version) {
        return versions.stream().filter(one -> one.version().equals(version)).findFirst();
    }

    /** The newest version not later than a year, else the oldest there is. */
    public FactorVersion in(int year) {
        return versions.stream().filter(one -> one.year() <= year).findFirst().orElseGet(versions::getLast);
    }
}
