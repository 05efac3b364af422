package org.zhuxi.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as people say them. */
class SpokenReminderTests {

    @ParameterizedTest
    @CsvSource({
        "0, 凌晨零点, midnight",
        "390, 早上六点半, 6.30 a.m.",
        "420, 早上七点, 7 a.m.",
        "545, 上午九点零五分, 9.05 a.m.",
        "630, 上午十点半, 10.30 a.m.",
        "720, 中午十二点, noon",
        "735, 中午十二点十五分, 12.15 p.m.",
        "840, 下午两点, 2 p.m.",
        "1125, 晚上六点四十五分, 6.45 p.m.",
        "1200, 晚上八点, 8 p.m.",
        "1440, 夜里十二点, midnight"
    })
    void aTimeIsSaidAsPeopleSayIt(int minute, String chinese, String english) {
        assertThat(SpokenReminder.chinese(minute)).isEqualTo(chinese);
        assertThat(SpokenReminder.english(minute)).isEqualTo(english);
    }

    @Test
    void everyMinuteHasWordsWithoutADigit() {
        for (var minute = 0; minute <= 24 * 60; minute++) {
            assertThat(SpokenReminder.chinese(minute))
                    .doesNotContainPattern("\\d")
                    .contains("点");
        }
    }
}
