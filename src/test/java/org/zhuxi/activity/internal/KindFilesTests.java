package org.zhuxi.activity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhuxi.activity.Kind;

class KindFilesTests {

    private static final String GOOD = """
            kinds:
              - code: test.thing
                names: {zh: 事, en: Thing}
                description: {zh: 事, en: Thing}
                practiceLine: {zh: 线, en: Line}
                quantities:
                  - {code: mass, names: {zh: 质量, en: Mass}, unit: kg, required: true, above: 0, whole: false, maximum: 10}
                verification: {policy: RULE}
                filedBy: [STEWARD]
                selfFiling: false
                lateDays: 30
            """;

    @TempDir
    private Path folder;

    @Test
    void readsTheShippedKinds() {
        assertThat(new KindFiles().read())
                .extracting(Kind::code)
                .contains(
                        "waste.drop.kitchen",
                        "waste.drop.recyclable",
                        "waste.drop.hazardous",
                        "waste.drop.residual",
                        "waste.inspection",
                        "volunteer.hours",
                        "garden.tree-planted",
                        "household.saving",
                        "education.lesson",
                        "meter.electricity",
                        "meter.water");
    }

    @Test
    void readsAKind() throws IOException {
        assertThat(read(GOOD).read())
                .singleElement()
                .satisfies(kind -> assertThat(kind.lateDays()).isEqualTo(30));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    unit: kg       | unit: kilo      | none of the base units
                    policy: RULE   | policy: SAMPLE  | needs a percent from 1 to 99
                    lateDays: 30   | lateDays: 0     | needs lateDays of at least 1
                    [STEWARD]      | [MERCHANT]      | may not file records
                    above: 0       | unusualAbove: 3 | needs either 'above' or 'atLeast'
                    test.thing     | Thing           | is no code such as
                    code: mass     | code: Mass2     | is no code of small letters
                    whole: false   | whole: false, weight: 3 | weight
                    {zh: 线, en: Line} | a: b: c      | mapping values""")
    void saysWhatIsWrongAndWhere(String good, String bad, String message) {
        assertThatThrownBy(() -> read(GOOD.replace(good, bad)).read())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("trial.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void refusesACodeThatIsDeclaredTwice() {
        assertThatThrownBy(() ->
                        read(GOOD + GOOD.substring(GOOD.indexOf('\n') + 1)).read())
                .hasMessageContaining("test.thing is declared twice");
    }

    private KindFiles read(String content) throws IOException {
        Files.writeString(folder.resolve("trial.yaml"), content);
        return new KindFiles("file:" + folder + "/*.yaml");
    }
}
