package org.zhuxi.assessment;

import java.math.BigDecimal;
import java.util.Optional;
import org.zhuxi.indicator.Ratio;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;

/**
 * What a cycle comes to at a place, up to a cut-off, in whole communities.
 *
 * @param code of the place
 * @param communities N: urban communities in the register of the cycle
 * @param enrolled E: enrolled and not withdrawn
 * @param attained A: attained and not revoked
 * @param named holders of a title
 */
public record CycleCount(
        String code, PlacePath path, Names names, long communities, long enrolled, long attained, long named) {

    /** Percent of the urban communities that should attain, the number itself included (建城〔2020〕68号). */
    public static final BigDecimal TARGET = BigDecimal.valueOf(60);

    /** F01, E of N; empty when there is no community. */
    public Optional<Ratio> participation() {
        return ratio(enrolled, communities);
    }

    /** F02, A of N. */
    public Optional<Ratio> attainment() {
        return ratio(attained, communities);
    }

    /** F03, A of E. */
    public Optional<Ratio> success() {
        return ratio(attained, enrolled);
    }

    /** F04, titles of N. */
    public Optional<Ratio> namedOfAll() {
        return ratio(named, communities);
    }

    /** F04, titles of A; not the same, so both are printed. */
    public Optional<Ratio> namedOfAttained() {
        return ratio(named, attained);
    }

    /** F05: how many communities are missing to the target; 0 when it is reached. */
    public long gap() {
        return attainment().map(rate -> Math.max(0, rate.missingTo(TARGET))).orElse(0L);
    }

    /** Whether the target is reached, on whole numbers and not on the rounded percentage. */
    public boolean reachesTarget() {
        return attainment().map(rate -> rate.reaches(TARGET)).orElse(false);
    }

    private static Optional<Ratio> ratio(long part, long whole) {
        return whole == 0 ? Optional.empty() : Optional.of(Ratio.of(part, whole));
    }
}
