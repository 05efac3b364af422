package org.zhuxi.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhuxi.indicator.Qualifier;
import org.zhuxi.indicator.TargetView;
import org.zhuxi.kernel.Names;
import org.zhuxi.place.Place;

/**
 * What an authority sees of a place and year at a glance.
 *
 * @param figures by the codes under which reports cite them
 * @param target the target that holds, or null
 * @param neededPerMonth how many more communities have to meet the standard each month to be there in time, this month included; null
 *     when there is no target, it is reached, or its year is over
 * @param rows the places directly below
 * @param reporting how many below have handed in their annual reports
 * @param quality what does not fit, in the tables of the annual report
 */
public record OfficeView(
        Place place,
        int year,
        Map<String, ReportFigure> figures,
        @Nullable TargetView target,
        @Nullable Long neededPerMonth,
        List<Row> rows,
        ReportingRate reporting,
        ReportTable quality) {

    public OfficeView {
        rows = List.copyOf(rows);
    }

    /**
     * A place below, in a league table.
     *
     * @param communities urban communities of the register, or null
     * @param enrolled null when not known
     * @param attained null when not known
     * @param rate of attainment in percent, or null
     * @param missing to the target that holds above; zero when it is reached, null when it cannot be told
     */
    public record Row(
            Place place,
            Names name,
            @Nullable BigDecimal communities,
            @Nullable BigDecimal enrolled,
            @Nullable BigDecimal attained,
            @Nullable BigDecimal rate,
            Qualifier qualifier,
            @Nullable Long missing) {}

    /** By what a league table is sorted; unknown values come last. */
    public enum Sort {
        RATE,
        MISSING,
        COMMUNITIES,
        NAME
    }
}
