package org.zhuxi.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.notice.NoticeRefused;
import org.zhuxi.notice.ReminderCall;
import org.zhuxi.notice.ReminderCall.Outcome;
import org.zhuxi.notice.ReminderCalls;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Closure;
import org.zhuxi.waste.OpeningWindow;
import org.zhuxi.waste.StationRef;
import org.zhuxi.waste.Stations;

/** Households without a smart phone are called; who asked for it stands on the list, and every look is kept. */
@ZhuxiTest
@Import(World.class)
class ReminderCallTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final World worlds;
    private final Accounts accounts;
    private final Places places;
    private final Stations stations;
    private final ReminderCalls calls;
    private final SpokenReminder spoken;
    private final JdbcClient sql;

    ReminderCallTests(
            World worlds,
            Accounts accounts,
            Places places,
            Stations stations,
            ReminderCalls calls,
            SpokenReminder spoken,
            JdbcClient sql) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.places = places;
        this.stations = stations;
        this.calls = calls;
        this.spoken = spoken;
        this.sql = sql;
    }

    @Test
    void aHouseholdThatAskedIsListedAndTickedAndTakenOff() {
        var made = worlds.make(3);
        var station = worlds.station(made, stations);
        var clerk = accounts.actorOf(made.username("clerk"));
        var at = at(made);
        calls.add(clerk, made.dwellings().get(1), station.site(), "本人当面说的");
        calls.add(clerk, made.dwellings().get(2), station.site(), "女儿代说");

        var first = calls.list(clerk, at, 1, null);
        assertThat(first.next()).isNotNull();
        assertThat(calls.list(clerk, at, 10, null).items())
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.outcome()).isNull());

        var household = made.households().get(1).id();
        calls.note(clerk, household, Outcome.NO_ANSWER);
        calls.note(clerk, household, Outcome.DONE);
        assertThat(calls.list(clerk, at, 10, null).items())
                .filteredOn(call -> call.household().id().equals(household))
                .extracting(ReminderCall::outcome)
                .containsExactly(Outcome.DONE);

        calls.remove(clerk, household);
        assertThat(calls.list(clerk, at, 10, null).items()).hasSize(1);
        assertThatThrownBy(() -> calls.note(clerk, household, Outcome.DONE)).isInstanceOf(Refused.NotFound.class);
        assertThat(sql.sql(
                                "select count(*) from account.audit_entry where action = 'reminder.list' and account_id = :me")
                        .param("me", clerk.account())
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void nobodyIsListedWithoutConsentAndTheListIsForHelpersOfThePlace() {
        var made = worlds.make(2);
        var station = worlds.station(made, stations);
        var clerk = accounts.actorOf(made.username("clerk"));
        var card = made.dwellings().getFirst();

        assertThatThrownBy(() -> calls.add(clerk, card, station.site(), " ")).isInstanceOf(NoticeRefused.Length.class);
        assertThatThrownBy(() -> calls.add(clerk, "ZX-NONE", station.site(), "本人"))
                .isInstanceOf(NoticeRefused.NoHousehold.class);
        var resident = accounts.actorOf(made.username("resident"));
        assertThatThrownBy(() -> calls.list(resident, at(made), 10, null)).isInstanceOf(Refused.Forbidden.class);
        Actor elsewhere = accounts.actorOf(worlds.make(1).username("clerk"));
        assertThatThrownBy(() -> calls.add(elsewhere, card, station.site(), "本人"))
                .isInstanceOf(Refused.Forbidden.class);

        calls.add(clerk, card, station.site(), "本人");
        calls.remove(resident, made.households().getFirst().id());
        assertThat(calls.list(clerk, at(made), 10, null).items()).isEmpty();
    }

    @Test
    void whatIsSaidIsTodaysAndTomorrowsHours() {
        var made = worlds.make(1);
        StationRef station = worlds.station(made, stations);
        var head = accounts.actorOf(made.username("head"));
        stations.setWindows(
                head,
                station,
                TODAY,
                List.of(
                        OpeningWindow.of(OpeningWindow.everyDay(), "07:00", "09:00"),
                        OpeningWindow.of(OpeningWindow.everyDay(), "18:30", "20:00")));
        stations.close(head, station, new Closure(TODAY.plusDays(1), "检修"));

        var view = stations.get(station.site());
        assertThat(spoken.of(view, Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("东门投放点今天早上七点到上午九点，还有晚上六点半到晚上八点开放。 东门投放点明天不开放。");
        assertThat(spoken.of(view, Locale.ENGLISH))
                .isEqualTo("East Gate Station is open today from 7 a.m. to 9 a.m., and 6.30 p.m. to 8 p.m."
                        + " East Gate Station stays closed tomorrow.");
    }

    private Place at(World.Made made) {
        return places.findByPath(made.path()).orElseThrow();
    }
}
