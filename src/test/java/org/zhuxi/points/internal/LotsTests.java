package org.zhuxi.points.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LotsTests {

    @Test
    void keepsTheSoonestFirst() {
        assertThat(Lots.NONE.add(30, 5).add(10, 1).add(20, 3).add(10, 1)).isEqualTo(new Lots(10, 2, 20, 3, 30, 5));
    }

    @Test
    void takesWhatExpiresFirst() {
        var taken = new Lots(10, 2, 20, 3, 30, 5).take(4);
        assertThat(taken).isEqualTo(new Lots.Taken(new Lots(20, 1, 30, 5), 20));
    }

    @Test
    void takesALotToItsLastPoint() {
        assertThat(new Lots(10, 2, 20, 3).take(2)).isEqualTo(new Lots.Taken(new Lots(20, 3), 10));
    }

    @Test
    void takesThePreferredDayBeforeOthers() {
        assertThat(new Lots(10, 2, 20, 3, 30, 5).takePreferring(30, 4)).isEqualTo(new Lots(10, 2, 20, 3, 30, 1));
        assertThat(new Lots(10, 2, 20, 3, 30, 5).takePreferring(20, 4)).isEqualTo(new Lots(10, 1, 30, 5));
        assertThat(new Lots(10, 2).takePreferring(15, 2)).isEqualTo(Lots.NONE);
    }

    @Test
    void isValidOnItsLastDayAndNotAfter() {
        assertThat(new Lots(10, 2).hasExpiredBy(10)).isFalse();
        assertThat(new Lots(10, 2).hasExpiredBy(11)).isTrue();
    }

    @Test
    void refusesToTakeMoreThanThereIs() {
        assertThatThrownBy(() -> new Lots(10, 2).take(3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void neverLosesAPoint(
            @ForAll @Size(max = 20) int[] days, @ForAll @IntRange(min = 1, max = 50) int taken, @ForAll int preferred) {
        var lots = Lots.NONE;
        for (var day : days) {
            lots = lots.add(Math.floorMod(day, 7), 3);
        }
        var total = 3L * days.length;
        assertThat(lots.total()).isEqualTo(total);
        if (taken <= total) {
            assertThat(lots.take(taken).rest().total()).isEqualTo(total - taken);
            assertThat(lots.takePreferring(Math.floorMod(preferred, 7), taken).total())
                    .isEqualTo(total - taken);
        }
    }
}
