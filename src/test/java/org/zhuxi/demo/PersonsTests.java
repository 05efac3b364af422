package org.zhuxi.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PersonsTests {

    @Test
    void addUpToThePrintedTotal() {
        var persons = Persons.spread(11_659, 4_164, 1);

        assertThat(Arrays.stream(persons).sum()).isEqualTo(11_659);
        assertThat(Arrays.stream(persons).boxed()).allMatch(one -> one >= 1 && one <= 7);
    }

    @Test
    void areTheSameForTheSameSeed() {
        assertThat(Persons.spread(3_095, 1_224, 7)).isEqualTo(Persons.spread(3_095, 1_224, 7));
    }

    @Test
    void refuseATotalThatCannotBeSpread() {
        assertThatIllegalArgumentException().isThrownBy(() -> Persons.spread(5, 10, 1));
    }
}
