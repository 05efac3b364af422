package org.zhuxi.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.springframework.core.io.ClassPathResource;

/** What holds on every way through the states, and for every working day. */
class RequestStateProperties {

    private static final WorkingCalendar CALENDAR = new WorkingCalendar(new ClassPathResource("request/holidays.yaml"));

    @Property(tries = 300)
    void staysInTheTable(@ForAll List<Integer> choices) {
        var state = RequestState.RECEIVED;
        for (var choice : choices) {
            var next = List.copyOf(state.next());
            if (next.isEmpty()) {
                break;
            }
            var to = next.get(Math.floorMod(choice, next.size()));
            assertThat(to).isNotEqualTo(state);
            assertThat(to.isEnded() && to.isOwed()).isFalse();
            if (state.isEnded()) {
                assertThat(to.isOwed()).as("what is opened again is owed").isTrue();
            }
            state = to;
        }
    }

    @Property(tries = 300)
    void isAnsweredOnAWorkingDay(@ForAll int day, @ForAll byte days) {
        var from = LocalDate.of(2026, 1, 1).plusDays(Math.floorMod(day, 365));
        var count = 1 + Math.floorMod(days, 15);
        var due = CALENDAR.plus(from, count);

        assertThat(CALENDAR.isWorkingDay(due)).isTrue();
        assertThat(from.plusDays(1)
                        .datesUntil(due.plusDays(1))
                        .filter(CALENDAR::isWorkingDay)
                        .count())
                .isEqualTo(count);
    }
}
