package org.zhuxi.carbon.internal;

import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhuxi.carbon.Line;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.indicator.Reckoned;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;

/** What verified records of a community add up to; each sum opens down to its records on its indicator's page. */
@Component
public class RecordSums {

    private final Indicators indicators;

    RecordSums(Indicators indicators) {
        this.indicators = indicators;
    }

    /**
     * @param amount in the line's base unit
     * @param indicator that opens it
     */
    public record Sum(Line line, BigDecimal amount, String indicator) {}

    /** Empty where the line is not recorded, nothing is verified, or too few households are behind it. */
    Optional<Sum> find(Line line, Place place, ReportPeriod period) {
        var code = line.indicator();
        if (code == null || place.kind() != PlaceKind.COMMUNITY) {
            return Optional.empty();
        }
        return indicators.value(code, place.path(), period) instanceof Reckoned.Known known
                        && known.numerator().signum() > 0
                ? Optional.of(new Sum(line, known.numerator(), code))
                : Optional.empty();
    }
}
