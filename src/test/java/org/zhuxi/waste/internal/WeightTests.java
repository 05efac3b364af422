package org.zhuxi.waste.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhuxi.waste.WasteRefused;

class WeightTests {

    @ParameterizedTest
    @CsvSource({
        "1.2,1.2",
        "'1,2',1.2",
        "１．２,1.2",
        " 1.2 kg ,1.2",
        "1.2公斤,1.2",
        "800g,0.8",
        "800 克,0.8",
        "2斤,1",
        ".5,0.5",
        "10,10"
    })
    void readsWhatPeopleType(String typed, BigDecimal kilograms) {
        assertThat(Weight.kilograms(typed)).isEqualTo(kilograms);
    }

    @ParameterizedTest
    @CsvSource({
        "'',weight-missing",
        "abc,weight-unreadable",
        "1.2.3,weight-unreadable",
        "1.2 lb,weight-unit",
        "0,weight-not-positive",
        "-1.2,weight-not-positive"
    })
    void saysWhatIsWrong(String typed, String slug) {
        assertThatThrownBy(() -> Weight.kilograms(typed))
                .isInstanceOfSatisfying(
                        WasteRefused.Unreadable.class,
                        refused -> assertThat(refused.problem().slug()).isEqualTo(slug));
    }

    @Test
    void countsWholeBagsOnly() {
        assertThat(Weight.bags("２")).isEqualTo(2);
        assertThatThrownBy(() -> Weight.bags("0")).isInstanceOf(WasteRefused.Unreadable.class);
        assertThatThrownBy(() -> Weight.bags("1.5")).isInstanceOf(WasteRefused.Unreadable.class);
    }

    @Property
    void readsEveryPlainNumberBack(@ForAll @BigRange(min = "0.001", max = "999") @Scale(3) BigDecimal kilograms) {
        assertThat(Weight.kilograms(kilograms.toPlainString())).isEqualByComparingTo(kilograms);
        assertThat(Weight.kilograms(kilograms.movePointRight(3).toPlainString() + "g"))
                .isEqualByComparingTo(kilograms);
    }
}
