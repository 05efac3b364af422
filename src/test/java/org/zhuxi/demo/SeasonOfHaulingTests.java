package org.zhuxi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhuxi.activity.Submission;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.chain.Balances;
import org.zhuxi.waste.chain.Load;
import org.zhuxi.waste.chain.NewCollection;

class SeasonOfHaulingTests {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);
    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final List<UUID> households =
            IntStream.range(0, 120).mapToObj(i -> new UUID(1, i)).toList();
    private final List<UUID> stations = List.of(new UUID(2, 1), new UUID(2, 2));
    private final SeasonOfDrops drops = new SeasonOfDrops(DemoCommunities.ZHUXI, households, stations, 7);

    @Test
    void balancesAgainstTheDropsUpToASmallRemainder() {
        var story = told();
        for (var wasteClass : List.of(WasteClass.KITCHEN, WasteClass.RESIDUAL)) {
            var dropped = dropped(wasteClass);
            var collected = sum(story.collections().stream()
                    .filter(it -> it.wasteClass() == wasteClass && monthOf(it).equals(MONTH))
                    .map(it -> it.load().netKg(BigDecimal.ONE))
                    .toList());
            var explained = sum(story.explanations().stream()
                    .filter(it -> it.wasteClass() == wasteClass
                            && it.month().equals(MONTH)
                            && !it.reason().equals("in-transit"))
                    .map(Balances.NewExplanation::kg)
                    .toList());
            var rest = dropped.subtract(collected).subtract(explained);

            assertThat(rest.abs().multiply(BigDecimal.valueOf(20)))
                    .as("%s: %s dropped, %s collected, %s explained", wasteClass, dropped, collected, explained)
                    .isLessThan(dropped);
        }
    }

    @Test
    void isAlwaysTheSame() {
        assertThat(told().collections()).isEqualTo(told().collections());
        assertThat(told().treatments()).isEqualTo(told().treatments());
        assertThat(told().explanations()).isEqualTo(told().explanations());
    }

    @Test
    void weighsEveryLoad() {
        assertThat(told().collections())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.load()).isInstanceOf(Load.Weighed.class));
    }

    private SeasonOfHauling told() {
        var story = new SeasonOfHauling(drops, stations, LAST);
        story.tell();
        return story;
    }

    private BigDecimal dropped(WasteClass wasteClass) {
        return sum(IntStream.rangeClosed(1, MONTH.lengthOfMonth())
                .mapToObj(MONTH::atDay)
                .flatMap(day -> drops.on(day).stream())
                .filter(it -> it.kind().equals(wasteClass.kind()))
                .map(SeasonOfHaulingTests::kg)
                .toList());
    }

    private static BigDecimal kg(Submission drop) {
        return Objects.requireNonNull(drop.quantities().get("mass")).value();
    }

    private static YearMonth monthOf(NewCollection collection) {
        return YearMonth.from(collection.at().atZone(ZONE));
    }

    private static BigDecimal sum(List<BigDecimal> masses) {
        return masses.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
