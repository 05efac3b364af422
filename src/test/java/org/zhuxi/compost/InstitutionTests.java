package org.zhuxi.compost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.compost.WasteLine.Destination;
import org.zhuxi.compost.WasteLine.Source;
import org.zhuxi.compost.WasteLine.Stream;
import org.zhuxi.indicator.NewFigure;
import org.zhuxi.indicator.PublishedFigures;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A museum's ledger: line by line, confirmed by somebody else, the share that is neither burnt nor buried. */
@ZhuxiTest
@Import(World.class)
class InstitutionTests {

    private static final YearMonth MONTH = Yard.LAST_MONTH;

    private final World worlds;
    private final Accounts accounts;
    private final CompostSites sites;
    private final Institutions institutions;
    private final Rollups rollups;
    private final PublishedFigures figures;
    private final MockMvc web;
    private Yard yard;
    private UUID museum;

    InstitutionTests(
            World worlds,
            Accounts accounts,
            CompostSites sites,
            Institutions institutions,
            Rollups rollups,
            PublishedFigures figures,
            MockMvc web) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.sites = sites;
        this.institutions = institutions;
        this.rollups = rollups;
        this.figures = figures;
        this.web = web;
        this.yard = Yard.make(worlds, accounts, sites);
        this.museum = Ids.next();
    }

    @BeforeEach
    void settle() {
        yard = Yard.make(worlds, accounts, sites);
        museum = Ids.next();
        institutions.add(
                yard.head(),
                museum,
                yard.made().communityCode(),
                new NewInstitution(new Names("试验馆", "Trial Museum"), InstitutionKind.MUSEUM, "", Origin.SYNTHETIC));
    }

    private WasteLine line(String kg, Destination destination) {
        return new WasteLine(
                Ids.next(),
                MONTH,
                Source.VISITORS,
                Stream.RESIDUAL,
                destination,
                new BigDecimal(kg),
                "",
                Origin.SYNTHETIC,
                null);
    }

    @Test
    void theShareNeitherBurntNorBuriedOpensDownToALine() throws Exception {
        var composted = line("9000", Destination.COMPOSTED);
        institutions.record(yard.clerk(), museum, composted);
        institutions.record(yard.clerk(), museum, composted);
        institutions.record(yard.clerk(), museum, line("1000", Destination.INCINERATED));
        institutions.count(yard.clerk(), museum, MONTH, 50_000);

        var address = "/compost/institutions/" + museum + "?year=" + MONTH.getYear();
        assertThat(institutions.published(museum, MONTH.getYear()).months()).isEmpty();
        web.perform(get(address)).andExpect(status().isOk());
        institutions.confirm(yard.verifier(), museum, MONTH);

        var year = institutions.published(museum, MONTH.getYear());
        assertThat(year.generatedKg()).isEqualByComparingTo("10000");
        assertThat(year.divertedPercent()).isEqualByComparingTo("90.00");
        assertThat(year.residueGramsEach()).isEqualByComparingTo("20.0");
        web.perform(get("/api/v1/compost/institutions/" + museum + "?year=" + MONTH.getYear()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.divertedPercent").value(90.0));
        web.perform(get(address)).andExpect(status().isOk()).andExpect(content().string(Matchers.containsString("90")));
        web.perform(get("/compost/institutions/" + museum + "/ledger.csv?year=" + MONTH.getYear()))
                .andExpect(content().string(Matchers.containsString("COMPOSTED")));

        rollups.refreshAll();
        var figure = figures.publish(
                yard.head(),
                Ids.next(),
                new NewFigure("institution.diversion", yard.made().communityCode(), MONTH.toString()),
                Origin.SYNTHETIC);
        assertThat(figure.value()).isEqualByComparingTo("90");
    }

    @Test
    void aConfirmedMonthStaysAndWhoRecordedDoesNotConfirm() {
        var wrong = line("5", Destination.RECYCLED);
        institutions.record(yard.head(), museum, wrong);

        assertThatThrownBy(() -> institutions.confirm(yard.head(), museum, MONTH))
                .isInstanceOf(CompostRefused.OwnMonth.class);
        assertThatThrownBy(() -> institutions.confirm(yard.verifier(), museum, MONTH.plusMonths(1)))
                .isInstanceOf(CompostRefused.MonthRuns.class);
        assertThatThrownBy(() -> institutions.confirm(yard.verifier(), museum, MONTH.minusMonths(1)))
                .isInstanceOf(CompostRefused.LedgerEmpty.class);
        institutions.takeBack(yard.clerk(), museum, wrong.id(), "typing mistake");
        assertThatThrownBy(() -> institutions.takeBack(yard.clerk(), museum, wrong.id(), "again"))
                .isInstanceOf(CompostRefused.TakenBack.class);
        institutions.record(yard.clerk(), museum, line("6", Destination.RECYCLED));
        institutions.confirm(yard.verifier(), museum, MONTH);

        assertThat(institutions.published(museum, MONTH.getYear()).generatedKg())
                .isEqualByComparingTo("6");
        assertThatThrownBy(() -> institutions.record(yard.clerk(), museum, line("1", Destination.REUSED)))
                .isInstanceOf(CompostRefused.LedgerClosed.class);
        assertThatThrownBy(() -> institutions.count(yard.clerk(), museum, MONTH, 1))
                .isInstanceOf(CompostRefused.LedgerClosed.class);
    }

    @Test
    void whoCountedTheVisitorsDoesNotConfirm() {
        institutions.record(yard.clerk(), museum, line("5", Destination.RECYCLED));
        institutions.count(yard.head(), museum, MONTH, 50);
        assertThatThrownBy(() -> institutions.confirm(yard.head(), museum, MONTH))
                .isInstanceOf(CompostRefused.OwnMonth.class);

        institutions.count(yard.clerk(), museum, MONTH, 500);
        institutions.confirm(yard.head(), museum, MONTH);

        assertThat(institutions.published(museum, MONTH.getYear()).residueGramsEach())
                .isZero();
    }

    @Test
    void whatCannotBeIsRefusedInWords() throws Exception {
        assertThatThrownBy(() -> institutions.record(yard.clerk(), museum, line("-1", Destination.REUSED)))
                .isInstanceOf(Mistyped.OutOfRange.class);
        assertThatThrownBy(() -> institutions.count(yard.clerk(), museum, MONTH, -1))
                .isInstanceOf(Mistyped.OutOfRange.class);
        assertThatThrownBy(() -> institutions.count(yard.clerk(), museum, MONTH.plusMonths(2), 1))
                .isInstanceOf(CompostRefused.Unreadable.class);
        var line = line("5", Destination.REUSED);
        institutions.record(yard.clerk(), museum, line);
        var other = new WasteLine(
                line.id(),
                MONTH,
                Source.STAFF,
                Stream.BULKY,
                Destination.REUSED,
                BigDecimal.TEN,
                "",
                Origin.SYNTHETIC,
                null);
        assertThatThrownBy(() -> institutions.record(yard.clerk(), museum, other))
                .isInstanceOf(CompostRefused.Conflict.class);
        var resident = accounts.actorOf(yard.made().username("resident"));
        assertThatThrownBy(() -> institutions.record(resident, museum, line("5", Destination.REUSED)))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> institutions.year(resident, museum, 2026)).isInstanceOf(Refused.Forbidden.class);
        web.perform(get("/compost/institutions/none")).andExpect(status().isNotFound());
        web.perform(get("/compost/institutions/" + museum + "?year=x&after=")).andExpect(status().isOk());
        web.perform(get("/compost/institutions?kind=NONE&q=%00")).andExpect(status().isOk());
    }
}
