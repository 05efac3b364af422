package org.zhuxi.compost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.carbon.BaselineMix;
import org.zhuxi.carbon.BaselineMixes;
import org.zhuxi.carbon.Climate;
import org.zhuxi.carbon.GwpSet;
import org.zhuxi.carbon.Horizon;
import org.zhuxi.carbon.Line;
import org.zhuxi.carbon.NewInput;
import org.zhuxi.carbon.NewStatement;
import org.zhuxi.carbon.ProcessMethod;
import org.zhuxi.carbon.Quality;
import org.zhuxi.carbon.StatementSums;
import org.zhuxi.carbon.Statements;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Sha256;
import org.zhuxi.place.Places;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A programme's year: its sites, its climate statement with both intervals, on the page, as JSON, on paper, on the map. */
@ZhuxiTest
@Import(World.class)
class ProgrammeTests {

    private static final int YEAR = Yard.LAST_MONTH.getYear();
    private static final String PERIOD = Yard.LAST_MONTH.toString();

    private final World worlds;
    private final Accounts accounts;
    private final CompostSites sites;
    private final CompostLog log;
    private final CompostMonths months;
    private final CompostBenefits benefits;
    private final CompostProgrammes programmes;
    private final CompostClimate climate;
    private final Statements statements;
    private final BaselineMixes mixes;
    private final Places places;
    private final MockMvc web;
    private String name = "";
    private List<Yard> yards = List.of();

    ProgrammeTests(
            World worlds,
            Accounts accounts,
            CompostSites sites,
            CompostLog log,
            CompostMonths months,
            CompostBenefits benefits,
            CompostProgrammes programmes,
            CompostClimate climate,
            Statements statements,
            BaselineMixes mixes,
            Places places,
            MockMvc web) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.sites = sites;
        this.log = log;
        this.months = months;
        this.benefits = benefits;
        this.programmes = programmes;
        this.climate = climate;
        this.statements = statements;
        this.mixes = mixes;
        this.places = places;
        this.web = web;
    }

    /** Three sites of a programme; two of them publish a month. */
    @BeforeEach
    void settle() {
        name = "试验项目 " + Ids.next();
        yards = List.of(yard(0), yard(1), yard(2));
        publish(yards.get(0), "100");
        publish(yards.get(1), "60");
    }

    private Yard yard(int number) {
        return Yard.make(worlds, accounts, sites, name, new GeoPoint(32.1 + number, 119.2));
    }

    private void publish(Yard yard, String kg) {
        yard.log(log, yard.fed(kg, 3));
        yard.verify(months, Yard.LAST_MONTH);
        mixes.enter(
                World.founder(),
                Ids.next(),
                yard.made().communityCode(),
                YEAR,
                new BaselineMix(new BigDecimal("0.4"), new BigDecimal("0.6"), BigDecimal.ZERO, "trial"),
                Origin.SYNTHETIC);
    }

    private UUID state(Yard yard) {
        var id = Ids.next();
        benefits.draft(yard.clerk(), id, yard.id(), PERIOD, Climate.TEMPERATE_WET, Origin.SYNTHETIC);
        statements.verify(yard.head(), id);
        statements.publish(yard.head(), id);
        return id;
    }

    @Test
    void sitesThatPublishedNothingAreLeftBlank() {
        var report = programmes.report(name, YEAR);

        assertThat(report.sites()).hasSize(3);
        assertThat(report.reported()).isEqualTo(2);
        assertThat(report.months()).isEqualTo(2);
        assertThat(report.treatedKg()).isEqualByComparingTo("160");
        assertThat(report.keepers()).as("fewer than five are not counted out").isNull();
        assertThat(report.climate().sum()).isNull();
        assertThat(programmes.list()).extracting(CompostProgramme::name).contains(name);
        assertThatThrownBy(() -> programmes.report("", YEAR)).isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void itsStatementAddsPublishedOnesWithBothIntervals() throws Exception {
        var one = state(yards.get(0));
        var other = state(yards.get(1));

        var sum = Objects.requireNonNull(programmes.report(name, YEAR).climate().sum());

        assertThat(sum.parts()).extracting(it -> it.statement()).containsExactlyInAnyOrder(one, other);
        assertThat(sum.treatedKg()).isEqualByComparingTo("160");
        assertThat(sum.net().lowKg()).isLessThan(sum.net().kg());
        assertThat(sum.net().highKg()).isGreaterThan(sum.net().kg());
        assertThat(sum.net().halfWidthKg()).isPositive();
        var query = Map.of("name", name, "year", Integer.toString(YEAR));
        web.perform(asked("/api/v1/compost/programmes/report", query))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.reported").value(2))
                .andExpect(jsonPath("$.statement.net.lowKg").isNumber())
                .andExpect(jsonPath("$.statement.net.highKg").isNumber())
                .andExpect(jsonPath("$.statement.net.halfWidthKg").isNumber())
                .andExpect(jsonPath("$.hash").value(StatementSums.hash(sum)));
        web.perform(asked("/compost/programmes", query))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("95 % 区间")))
                .andExpect(content().string(Matchers.containsString("误差传播")))
                .andExpect(content().string(Matchers.containsString("/carbon/statements/" + one)));
        var document = web.perform(asked("/api/v1/compost/programmes/document", query))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(Sha256.hex(new String(document, StandardCharsets.UTF_8))).isEqualTo(StatementSums.hash(sum));
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder asked(
            String path, Map<String, String> query) {
        var request = get(path);
        query.forEach(request::param);
        return request;
    }

    @Test
    void itsPaperSaysWhatItsPageSaysAndIsTheSameEachTime() throws Exception {
        state(yards.get(0));
        var query = Map.of("name", name, "year", Integer.toString(YEAR));

        var paper = web.perform(asked("/compost/programmes/statement.pdf", query))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var again = web.perform(asked("/compost/programmes/statement.pdf", query))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(again).isEqualTo(paper);
        try (var pdf = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("95 % 区间")
                    .contains("误差传播")
                    .contains(Objects.requireNonNull(
                                    programmes.report(name, YEAR).climate().sum())
                            .simulation()
                            .seed());
        }
    }

    @Test
    void theMapAndTheFileOfSitesTellCarbonWithItsInterval() throws Exception {
        state(yards.get(0));
        var site = yards.get(0).site();

        var net = Objects.requireNonNull(
                        climate.latest(List.of(site)).get(site.ref().id()))
                .net();

        var feature =
                "$.features[?(@.id == '%s')].properties.".formatted(site.ref().id());
        web.perform(get("/api/v1/compost/map").param("q", name))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.features.length()").value(3))
                .andExpect(jsonPath(feature + "kind").value("SPOT"))
                .andExpect(jsonPath(feature + "netKgCo2e").value(net.kg().doubleValue()))
                .andExpect(jsonPath(feature + "lowKgCo2e").value(net.lowKg().doubleValue()))
                .andExpect(jsonPath(feature + "highKgCo2e").value(net.highKg().doubleValue()))
                .andExpect(jsonPath("$.features[*].properties.netKgCo2e").value(Matchers.hasSize(1)));
        web.perform(get("/compost/sites.csv"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("net_kg_co2e,low_kg_co2e,high_kg_co2e")))
                .andExpect(content()
                        .string(Matchers.containsString("%d,1,%s,%s,%s,%s"
                                .formatted(
                                        YEAR,
                                        net.kg().toPlainString(),
                                        net.lowKg().toPlainString(),
                                        net.highKg().toPlainString(),
                                        net.halfWidthKg().toPlainString()))));
        web.perform(get("/compost").param("q", name))
                .andExpect(content().string(Matchers.containsString("data-many=\"# 个堆肥点\"")))
                .andExpect(content().string(Matchers.containsString("95 % 区间")));
        web.perform(get("/compost/sites/" + site.ref().id()))
                .andExpect(content().string(Matchers.containsString("95 % 区间")));
    }

    @Test
    void statementsOfOtherAccountingAreToldAndLeftOut() {
        state(yards.get(0));
        var yard = yards.get(1);
        var code = places.findSite(yard.site().ref().community(), yard.id())
                .orElseThrow()
                .code();
        var id = Ids.next();
        statements.draft(
                yard.clerk(),
                id,
                new NewStatement(
                        code,
                        Integer.toString(YEAR),
                        Line.Scope.ORGANICS,
                        ProcessMethod.IPCC_TIER1,
                        Horizon.ANNUAL,
                        GwpSet.AR5_100,
                        Climate.TEMPERATE_WET,
                        new BaselineMix(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO, "trial"),
                        "grid.cn",
                        List.of(NewInput.of(Line.FOOD_COMPOSTED, "60", "kg", Quality.WEIGHED, "trial")),
                        Map.of(),
                        null,
                        ""),
                Origin.SYNTHETIC);
        statements.verify(yard.head(), id);
        statements.publish(yard.head(), id);

        var together = programmes.report(name, YEAR).climate();

        assertThat(Objects.requireNonNull(together.sum()).parts()).hasSize(1);
        assertThat(together.leftOut()).isEqualTo(1);
    }

    @Test
    void aWithdrawnStatementIsInNoSum() {
        var id = state(yards.get(0));
        statements.withdraw(yards.get(0).head(), id, "trial");

        assertThat(programmes.report(name, YEAR).climate().sum()).isNull();
        assertThat(climate.latest(List.of(yards.get(0).site()))).isEmpty();
    }
}
