package org.zhuxi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhuxi.activity.Submission;

class SeasonOfDropsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    private final List<UUID> households =
            IntStream.range(0, 200).mapToObj(i -> new UUID(7, i)).toList();
    private final SeasonOfDrops season = new SeasonOfDrops("321003010001", households, List.of(new UUID(8, 1)), 42);

    @Test
    void isTheSameForTheSameSeed() {
        var again = new SeasonOfDrops("321003010001", households, List.of(new UUID(8, 1)), 42);

        assertThat(again.on(DAY)).isEqualTo(season.on(DAY));
    }

    @Test
    void differsFromDayToDay() {
        assertThat(season.on(DAY)).isNotEqualTo(season.on(DAY.plusDays(1)));
    }

    @Test
    void happensOnItsDayInTheOrderOfTime() {
        var drops = season.on(DAY);

        assertThat(drops)
                .hasSizeGreaterThan(50)
                .isSortedAccordingTo(java.util.Comparator.comparing(Submission::occurredAt));
        assertThat(drops)
                .allMatch(drop -> drop.occurredAt()
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .toLocalDate()
                        .equals(DAY));
    }

    @Test
    void givesEveryDropAnIdOfItsOwn() {
        assertThat(season.on(DAY)).extracting(Submission::id).doesNotHaveDuplicates();
    }
}
