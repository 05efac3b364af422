package org.zhuxi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.manifest.FigureSource;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.Manifests;

/** Many readers of a public page cost one reckoning. */
class LiveFiguresTests {

    private static final Period YEAR = new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2027-01-01"));

    private final AtomicInteger reckoned = new AtomicInteger();
    private final LiveFigures figures = new LiveFigures(new Manifests(List.of(new Counting())));

    @Test
    void aValueIsReckonedOnceForManyReaders() {
        for (var reader = 0; reader < 100; reader++) {
            assertThat(figures.of(List.of("count", "unknown"), PlacePath.NATION, YEAR))
                    .singleElement()
                    .satisfies(live -> assertThat(live.value().verified()).isEqualByComparingTo("1"));
        }

        assertThat(reckoned).hasValue(1);
    }

    @Test
    void eachPlaceHasItsOwn() {
        figures.all(PlacePath.NATION, YEAR);
        figures.all(new PlacePath("/32"), YEAR);

        assertThat(reckoned).hasValue(2);
    }

    private final class Counting implements Manifest, FigureSource {

        @Override
        public String module() {
            return "test";
        }

        /** Another object each time, as some modules make them. */
        @Override
        public List<FigureSource> figures() {
            return List.of(new Counting());
        }

        @Override
        public String code() {
            return "count";
        }

        @Override
        public Names names() {
            return new Names("数", "Count");
        }

        @Override
        public Names formula() {
            return names();
        }

        @Override
        public Names unit() {
            return names();
        }

        @Override
        public int decimals() {
            return 0;
        }

        @Override
        public boolean additive() {
            return true;
        }

        @Override
        public Value value(PlacePath place, Period period) {
            return new Value(BigDecimal.valueOf(reckoned.incrementAndGet()), BigDecimal.ZERO, 1);
        }

        @Override
        public Trail trail(PlacePath place, Period period, @Nullable String after) {
            return new Trail(value(place, period), List.of(), List.of(), null);
        }
    }
}
