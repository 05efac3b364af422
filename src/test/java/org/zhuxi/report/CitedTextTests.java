package org.zhuxi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhuxi.report.internal.CitedText;

/** No number is typed into a report: texts cite figures. */
class CitedTextTests {

    private static final Map<String, String> PRINTED = Map.of("F02", "85.98 %", "A", "3,901", "Y", "2022");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "已有3901个社区达标",
                "达标率85.98%",
                "达标率８５．９８％",
                "达标率百分之八十五",
                "三千九百零一个社区",
                "培训12场",
                "共 1,264 个",
                "100余户",
                "2022个社区",
                "more than 60 % of communities",
                "60 communities"
            })
    void refusesATypedNumber(String text) {
        assertThatThrownBy(() -> CitedText.check("zh", text, PRINTED)).isInstanceOf(ReportRefused.TypedNumber.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "本年达标{A}个，达标率{F02}。",
                "按照建城〔2020〕68号，2020年起开展。",
                "2022年11月30日前完成，11月10日公示。",
                "第3批和第三批社区",
                "千家万户一起做，一个不落，三位一体。",
                "In {Y}, {A} communities met the standard ({F02}).",
                "From 2020 on, as the circular says."
            })
    void letsYearsDocumentsAndCitationsPass(String text) {
        assertThatCode(() -> CitedText.check("zh", text, PRINTED)).doesNotThrowAnyException();
    }

    @Test
    void namesTheFigureThatWasMeant() {
        assertThatThrownBy(() -> CitedText.check("zh", "已有3901个社区达标", PRINTED))
                .isInstanceOfSatisfying(
                        ReportRefused.TypedNumber.class,
                        refused -> assertThat(refused.problem().arguments()).isEqualTo(List.of("3901", "{A}")));
    }

    @Test
    void refusesACitationOfNothing() {
        assertThatThrownBy(() -> CitedText.check("zh", "{F99}", PRINTED))
                .isInstanceOf(ReportRefused.UnknownFigure.class);
    }

    @Property(tries = 200)
    void noAmountOfThingsPasses(@ForAll @LongRange(min = 0, max = 10_000_000) long count) {
        assertThatThrownBy(() -> CitedText.check("zh", "今年完成" + count + "个社区。", PRINTED))
                .isInstanceOf(ReportRefused.TypedNumber.class);
    }
}
