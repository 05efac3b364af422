package org.zhuxi.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.zhuxi.assessment.CriterionSheet;

/** Figures and tables of one report share one pass over the results. */
class YearSheetsTests {

    @Test
    void countsWhenFirstAskedAndOnce() {
        var passes = new AtomicInteger();
        var sheets = new YearSheets(() -> {
            passes.incrementAndGet();
            return List.<CriterionSheet>of();
        });
        assertThat(passes).hasValue(0);

        assertThat(sheets.national()).isEmpty();
        assertThat(sheets.all()).isEmpty();
        assertThat(sheets.all()).isEmpty();

        assertThat(passes).hasValue(1);
    }
}
