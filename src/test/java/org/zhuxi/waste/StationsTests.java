package org.zhuxi.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Register;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
class StationsTests {

    private static final Set<DayOfWeek> DAILY = OpeningWindow.everyDay();

    private final Stations stations;
    private final Neighbourhood.Builder builder;
    private final JdbcClient jdbc;

    private final Neighbourhood here;
    private final LocalDate today;

    StationsTests(Stations stations, Register register, Accounts accounts, JdbcClient jdbc) {
        this.stations = stations;
        builder = new Neighbourhood.Builder(register, accounts, stations);
        this.jdbc = jdbc;
        here = builder.build(1, 0);
        today = LocalDate.now(Neighbourhood.ZONE);
    }

    @Test
    void listsTheStationsOfAPlaceWithWhetherTheyAreOpen() {
        var listed = stations.list(here.path(), 10, null);
        assertThat(listed.items()).singleElement().satisfies(view -> {
            assertThat(view.station().ref()).isEqualTo(here.station());
            assertThat(view.station().site().name().en()).isEqualTo("East gate");
            assertThat(view.opening().isOpen()).isTrue();
        });
        assertThat(listed.next()).isNull();
    }

    @Test
    void goesOnWhereThePageEnded() {
        var second = stations.add(here.head(), another());
        var first = stations.list(here.path(), 1, null);
        assertThat(first.next()).isNotNull();
        assertThat(stations.list(here.path(), 1, first.next()).items())
                .singleElement()
                .satisfies(view -> assertThat(view.station().ref()).isEqualTo(second));
    }

    @Test
    void changesTheWindowsFromADayAndKeepsWhatWas() {
        var morning = OpeningWindow.of(DAILY, "07:00", "09:00");
        stations.setWindows(here.clerk(), here.station(), today.plusDays(1), List.of(morning));

        var hours = stations.hoursOf(here.station());
        assertThat(hours.isOpenAt(Neighbourhood.at(today, "12:00:00"))).isTrue();
        assertThat(hours.isOpenAt(Neighbourhood.at(today.plusDays(1), "08:00:00")))
                .isTrue();
        assertThat(hours.isOpenAt(Neighbourhood.at(today.plusDays(1), "12:00:00")))
                .isFalse();
        assertThat(hours.timetables()).hasSize(2);
    }

    @Test
    void replacesATimetableThatBeginsOnTheSameDay() {
        var tomorrow = today.plusDays(1);
        stations.setWindows(here.clerk(), here.station(), tomorrow, List.of(OpeningWindow.of(DAILY, "07:00", "09:00")));
        stations.setWindows(here.clerk(), here.station(), tomorrow, List.of(OpeningWindow.of(DAILY, "10:00", "11:00")));

        assertThat(stations.hoursOf(here.station()).windowsOn(tomorrow))
                .extracting(OpeningWindow::times)
                .containsExactly("10:00–11:00");
    }

    @Test
    void refusesWindowsThatOverlap() {
        var windows = List.of(OpeningWindow.of(DAILY, "07:00", "09:00"), OpeningWindow.of(DAILY, "08:59", "10:00"));
        assertThatThrownBy(() -> stations.setWindows(here.clerk(), here.station(), today, windows))
                .isInstanceOf(WasteRefused.WindowsOverlap.class);
        assertThat(stations.isOpenAt(here.station(), Neighbourhood.at(today, "03:00:00")))
                .isTrue();
    }

    @Test
    void refusesToChangeWhatHasBeen() {
        assertThatThrownBy(() -> stations.setWindows(here.clerk(), here.station(), today.minusDays(1), List.of()))
                .isInstanceOf(WasteRefused.TimetableInThePast.class);
        assertThatThrownBy(() -> stations.close(here.clerk(), here.station(), new Closure(today.minusDays(1), "施工")))
                .isInstanceOf(WasteRefused.TimetableInThePast.class);
    }

    @Test
    void closesForADayAndOpensAgain() {
        var noon = Neighbourhood.at(today.plusDays(2), "12:00:00");
        stations.close(here.clerk(), here.station(), new Closure(today.plusDays(2), "设备检修"));
        assertThat(stations.hoursOf(here.station()).at(noon).closure()).isEqualTo("设备检修");

        stations.reopen(here.clerk(), here.station(), today.plusDays(2));
        assertThat(stations.isOpenAt(here.station(), noon)).isTrue();
    }

    @Test
    void letsOnlyThoseWhoManageThePlaceChangeAnything() {
        var elsewhere = builder.build(0, 0);
        assertThatThrownBy(() -> stations.setWindows(here.steward(), here.station(), today, List.of()))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> stations.setWindows(elsewhere.clerk(), here.station(), today, List.of()))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> stations.add(here.clerk(), another())).isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void keepsWhoChangedTheWindows() {
        stations.setWindows(here.clerk(), here.station(), today.plusDays(1), List.of());
        var kept = jdbc.sql(
                        "select count(*) from account.audit_entry where action = 'station.windows' and account_id = :clerk")
                .param("clerk", here.clerk().accountId())
                .query(Long.class)
                .single();
        assertThat(kept).isEqualTo(1);
    }

    private NewStation another() {
        return new NewStation(
                here.code(),
                new org.zhuxi.kernel.Names("西门投放点", "West gate"),
                null,
                Set.of(WasteClass.KITCHEN),
                false,
                "",
                org.zhuxi.kernel.Origin.SYNTHETIC);
    }
}
