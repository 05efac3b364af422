package org.zhuxi.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.place.Register;
import org.zhuxi.platform.web.Chart;
import org.zhuxi.platform.web.ChartPoint;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
class SortingChartsTests {

    private final SortingCharts charts;
    private final Stations stations;
    private final Drops drops;
    private final Places places;
    private final MockMvc web;
    private final Neighbourhood here;

    SortingChartsTests(
            SortingCharts charts,
            Stations stations,
            Drops drops,
            Places places,
            MockMvc web,
            Register register,
            Accounts accounts) {
        this.charts = charts;
        this.stations = stations;
        this.drops = drops;
        this.places = places;
        this.web = web;
        here = new Neighbourhood.Builder(register, accounts, stations).build(6, 1);
    }

    @Test
    void tellsNothingWhereNothingWasRecorded() throws Exception {
        assertThat(charts.ofCommunity(places.getCommunity(here.community()))).allMatch(Chart::isEmpty);
        web.perform(get("/communities/" + here.code()).param("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("All sorted waste: no data yet")))
                .andExpect(content().string(not(containsString("/assets/chart.js"))));
    }

    @Test
    void addsUpEachClassAndMarksTheMonthThatIsNotOver() {
        drop(0, WasteClass.RESIDUAL, "2");
        drop(1, WasteClass.HAZARDOUS, "0.5");

        var mass = charts.ofCommunity(places.getCommunity(here.community())).getFirst();
        assertThat(last(mass, "all")).isEqualTo(point("2.5"));
        assertThat(last(mass, "residual")).isEqualTo(point("2"));
        assertThat(last(mass, "kitchen")).isEqualTo(ChartPoint.MISSING);
        assertThat(mass.series().getFirst().points().getFirst()).isEqualTo(ChartPoint.MISSING);
    }

    @Test
    void publishesNoAccuracyOfFewerThanFiveHouseholds() {
        for (int i = 0; i < 4; i++) {
            drop(i, WasteClass.RESIDUAL, "1");
        }
        assertThat(charts.ofStation(stations.get(here.station().site())).isEmpty())
                .isTrue();

        drop(4, WasteClass.RESIDUAL, "1");
        assertThat(last(charts.ofStation(stations.get(here.station().site())), "accuracy"))
                .extracting(ChartPoint::mark)
                .isEqualTo(ChartPoint.Mark.UNFINISHED);
    }

    @Test
    void showsAHouseholdItsOwnAndNobodyElses() {
        drop(0, WasteClass.RESIDUAL, "2");
        var own = here.big().getFirst().ref();
        var member = new Actor(Ids.next(), "member", Set.of(), Set.of(own), null);

        assertThat(last(charts.ofHousehold(member, own), "all")).isEqualTo(point("2"));
        assertThatThrownBy(() -> charts.ofHousehold(here.clerk(), own)).isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void handsOutWhatItDraws() throws Exception {
        drop(0, WasteClass.RESIDUAL, "2");
        var charts = "/communities/" + here.code() + "/charts/";

        web.perform(get(charts + "mass.csv"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("from,all,all_mark,kitchen,kitchen_mark")));
        web.perform(get("/api/v1" + charts + "mass"))
                .andExpect(jsonPath("$.series[0].values[25].mark").value("unfinished"))
                .andExpect(jsonPath("$.series[0].values[0].value").doesNotExist());
        web.perform(get(charts + "nothing.csv")).andExpect(status().isNotFound());
        web.perform(get("/stations/" + here.station().site())).andExpect(status().isOk());
        web.perform(get("/stations/" + Ids.next())).andExpect(status().isNotFound());
    }

    private void drop(int household, WasteClass wasteClass, String kg) {
        drops.record(here.steward(), here.drop(here.big().get(household), wasteClass, kg, Grade.A));
    }

    private static ChartPoint last(Chart chart, String series) {
        return chart.series().stream()
                .filter(row -> row.code().equals(series))
                .findFirst()
                .map(row -> row.points().getLast())
                .map(it -> it.value() == null
                        ? it
                        : new ChartPoint(Objects.requireNonNull(it.value()).stripTrailingZeros(), it.mark()))
                .orElseThrow();
    }

    private static ChartPoint point(String value) {
        return new ChartPoint(new BigDecimal(value), ChartPoint.Mark.UNFINISHED);
    }
}
