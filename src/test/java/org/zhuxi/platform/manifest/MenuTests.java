package org.zhuxi.platform.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MenuTests {

    @Test
    void aResidentsBarHoldsFourAndTheRestStandsUnderMore() {
        var menu = Menu.of(Shell.RESIDENT, entries(10, 20, 30, 40, 50, 60));

        assertThat(menu.bar()).extracting(NavigationEntry::order).containsExactly(10, 20, 30, 40);
        assertThat(menu.rest()).extracting(NavigationEntry::order).containsExactly(50, 60);
    }

    @Test
    void aShortMenuStandsInTheBar() {
        assertThat(Menu.of(Shell.FIELD, entries(10, 20)).rest()).isEmpty();
    }

    @Test
    void theWorkbenchIsGroupedByTaskInOrder() {
        var tasks = Menu.of(Shell.WORK, entries(0, 10, 29, 30, 44, 95)).tasks();

        assertThat(tasks.sequencedKeySet())
                .containsExactly(Task.TODAY, Task.RECORDS, Task.HOUSEHOLDS, Task.SORTING, Task.PROGRAM);
        assertThat(tasks.get(Task.RECORDS)).hasSize(2);
    }

    private static List<NavigationEntry> entries(int... orders) {
        return IntStream.of(orders)
                .mapToObj(order -> new NavigationEntry(Shell.WORK, "/work/" + order, "label", "list", order, null))
                .toList();
    }
}
