package org.zhuxi.compost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Economy and society in the benefit report: published masses times entered prices, and who came together. */
@ZhuxiTest
@Import(World.class)
class SavingsTests {

    private static final int YEAR = Yard.LAST_MONTH.getYear();

    private final World worlds;
    private final Accounts accounts;
    private final CompostSites sites;
    private final CompostLog log;
    private final CompostMonths months;
    private final CompostBatches batches;
    private final CompostBenefits benefits;
    private final CompostCosts costs;
    private final CompostGatherings gatherings;
    private final MockMvc web;
    private Yard yard;

    SavingsTests(
            World worlds,
            Accounts accounts,
            CompostSites sites,
            CompostLog log,
            CompostMonths months,
            CompostBatches batches,
            CompostBenefits benefits,
            CompostCosts costs,
            CompostGatherings gatherings,
            MockMvc web) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.sites = sites;
        this.log = log;
        this.months = months;
        this.batches = batches;
        this.benefits = benefits;
        this.costs = costs;
        this.gatherings = gatherings;
        this.web = web;
        this.yard = Yard.make(worlds, accounts, sites);
    }

    @BeforeEach
    void settle() {
        yard = Yard.make(worlds, accounts, sites);
    }

    private CompostCost enter(long nutrientFenPerKg) {
        return costs.enter(
                yard.head(),
                Ids.next(),
                yard.made().communityCode(),
                new CompostCosts.NewCost(YEAR, 20_000, 15_000, nutrientFenPerKg, "trial contract", Origin.SYNTHETIC));
    }

    @Test
    void withoutPricesNothingIsEstimated() throws Exception {
        yard.log(log, yard.fed("100", 3));
        yard.verify(months, Yard.LAST_MONTH);

        assertThat(benefits.report(yard.id(), YEAR).savings()).isNull();
        web.perform(get("/compost/sites/" + yard.id() + "/benefits?year=" + YEAR))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("不估算")));
    }

    @Test
    void whatWasNotCarriedAwayIsPricedAndRejectsAreNot() throws Exception {
        var fed = yard.fed("100", 3);
        yard.log(log, fed);
        yard.log(log, NewEntry.fed(Ids.next(), yard.unit(), "sawdust", new BigDecimal("20"), Yard.on(4)));
        yard.log(log, NewEntry.mass(Ids.next(), yard.unit(), EntryKind.REJECT, new BigDecimal("10"), Yard.on(5)));
        yard.log(log, NewEntry.mass(Ids.next(), yard.unit(), EntryKind.OUTPUT, new BigDecimal("40"), Yard.on(20)));
        batches.test(yard.clerk(), tested(Ids.derived(fed.id(), "batch"), "30", "4"), Origin.SYNTHETIC);
        yard.verify(months, Yard.LAST_MONTH);
        enter(1_000);

        var savings = Objects.requireNonNull(benefits.report(yard.id(), YEAR).savings());

        assertThat(savings.wasteKg())
                .as("bought sawdust would not have been carried away; rejects were")
                .isEqualByComparingTo("90");
        assertThat(savings.collectionFen()).isEqualTo(1_800);
        assertThat(savings.treatmentFen()).isEqualTo(1_350);
        assertThat(savings.nutrientKg())
                .as("40 kg, 70 % of it dry, 4 % of that nutrients")
                .isEqualByComparingTo("1.12");
        assertThat(savings.nutrientFen()).isEqualTo(1_120);
        assertThat(savings.sumFen()).isEqualTo(4_270);
        web.perform(get("/api/v1/compost/sites/" + yard.id() + "/benefits?year=" + YEAR))
                .andExpect(jsonPath("$.savings.sumFen").value(4_270))
                .andExpect(jsonPath("$.savings.evidence[0]").value("trial contract"));
    }

    private static QualityTest tested(UUID batch, String moisture, String nutrients) {
        return new QualityTest(
                Ids.next(),
                batch,
                "NYT525-2021",
                Yard.LAST_MONTH.atDay(20),
                "",
                "",
                Map.of("moisture", new BigDecimal(moisture), "nutrients", new BigDecimal(nutrients)),
                List.of());
    }

    @Test
    void pricesNeedTheRightTheirEvidenceAndAYearThatHasBegun() {
        var resident = accounts.actorOf(yard.made().username("resident"));
        var place = yard.made().communityCode();
        var good = new CompostCosts.NewCost(YEAR, 1, 1, 0, "trial", Origin.SYNTHETIC);

        assertThatThrownBy(() -> costs.enter(resident, Ids.next(), place, good)).isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> costs.enter(yard.head(), Ids.next(), "990000000000", good))
                .isInstanceOf(CompostRefused.Unreadable.class);
        for (var bad : List.of(
                new CompostCosts.NewCost(YEAR, -1, 1, 0, "trial", Origin.SYNTHETIC),
                new CompostCosts.NewCost(YEAR, 1, 200_000_000, 0, "trial", Origin.SYNTHETIC),
                new CompostCosts.NewCost(YEAR + 2, 1, 1, 0, "trial", Origin.SYNTHETIC),
                new CompostCosts.NewCost(YEAR, 1, 1, 0, " ", Origin.SYNTHETIC))) {
            assertThatThrownBy(() -> costs.enter(yard.head(), Ids.next(), place, bad))
                    .isInstanceOf(Mistyped.class);
        }
        var entered = enter(0);
        assertThat(costs.enter(yard.head(), entered.id(), place, good))
                .as("the same id is answered with what is there")
                .isEqualTo(entered);
        assertThat(costs.list(entered.path())).contains(entered);
    }

    @Test
    void lessonsAndWorkdaysAreAddedUpAndTakenBack() throws Exception {
        var lesson = gathering(Gathering.Kind.LESSON, 20, "1.5", Yard.LAST_MONTH.atDay(6));
        gatherings.record(yard.clerk(), yard.id(), lesson);
        gatherings.record(yard.clerk(), yard.id(), lesson);
        var workday = gathering(Gathering.Kind.WORKDAY, 6, "3", Yard.LAST_MONTH.atDay(7));
        gatherings.record(yard.clerk(), yard.id(), workday);

        var sum = benefits.report(yard.id(), YEAR).gatherings();

        assertThat(sum.lessons()).isEqualTo(1);
        assertThat(sum.people()).isEqualTo(26);
        assertThat(sum.personHours()).isEqualByComparingTo("48");
        gatherings.takeBack(yard.clerk(), yard.id(), workday.id(), "counted twice");
        assertThat(benefits.report(yard.id(), YEAR).gatherings().people()).isEqualTo(20);
        assertThatThrownBy(() -> gatherings.takeBack(yard.clerk(), yard.id(), workday.id(), "again"))
                .isInstanceOf(CompostRefused.TakenBack.class);
        assertThat(gatherings.list(yard.clerk(), yard.id(), YEAR)).hasSize(2);
        web.perform(get("/api/v1/compost/sites/" + yard.id() + "/benefits?year=" + YEAR))
                .andExpect(jsonPath("$.gatherings.lessons").value(1));
    }

    @Test
    void aGatheringThatCannotBeIsRefused() {
        var good = gathering(Gathering.Kind.VISIT, 3, "1", Yard.LAST_MONTH.atDay(6));
        gatherings.record(yard.clerk(), yard.id(), good);

        assertThatThrownBy(() -> gatherings.record(
                        yard.clerk(), yard.id(), with(good.id(), Gathering.Kind.VISIT, 4, "1", good.day())))
                .isInstanceOf(CompostRefused.Conflict.class);
        for (var bad : List.of(
                gathering(Gathering.Kind.VISIT, 0, "1", good.day()),
                gathering(Gathering.Kind.VISIT, 1, "25", good.day()),
                gathering(Gathering.Kind.VISIT, 1, "0", good.day()))) {
            assertThatThrownBy(() -> gatherings.record(yard.clerk(), yard.id(), bad))
                    .isInstanceOf(Mistyped.class);
        }
        for (var day : List.of(LocalDate.now(Yard.ZONE).plusDays(1), LocalDate.of(2019, 12, 31))) {
            assertThatThrownBy(() ->
                            gatherings.record(yard.clerk(), yard.id(), gathering(Gathering.Kind.VISIT, 1, "1", day)))
                    .isInstanceOf(CompostRefused.Unreadable.class);
        }
    }

    private static Gathering gathering(Gathering.Kind kind, int people, String hours, LocalDate day) {
        return with(Ids.next(), kind, people, hours, day);
    }

    private static Gathering with(UUID id, Gathering.Kind kind, int people, String hours, LocalDate day) {
        return new Gathering(id, kind, people, new BigDecimal(hours), "", "", day, Origin.SYNTHETIC, null);
    }
}
