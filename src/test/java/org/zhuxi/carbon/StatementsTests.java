package org.zhuxi.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.carbon.Statement.State;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.indicator.NewFigure;
import org.zhuxi.indicator.PublishedFigures;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Statements on the real database: drafted, verified, published, superseded, rolled up; nothing published is ever rewritten. */
@ZhuxiTest
@Import(World.class)
class StatementsTests {

    private final World worlds;
    private final Accounts accounts;
    private final Statements statements;
    private final BaselineMixes mixes;
    private final Indicators indicators;
    private final PublishedFigures figures;
    private final Rollups rollups;
    private final JdbcClient jdbc;

    StatementsTests(
            World worlds,
            Accounts accounts,
            Statements statements,
            BaselineMixes mixes,
            Indicators indicators,
            PublishedFigures figures,
            Rollups rollups,
            JdbcClient jdbc) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.statements = statements;
        this.mixes = mixes;
        this.indicators = indicators;
        this.figures = figures;
        this.rollups = rollups;
        this.jdbc = jdbc;
    }

    private static BaselineMix mix(String landfill, String incineration, String dump) {
        return new BaselineMix(new BigDecimal(landfill), new BigDecimal(incineration), new BigDecimal(dump), "年鉴");
    }

    private static NewInput tonne() {
        return NewInput.of(Line.FOOD_COMPOSTED, "1", "t", Quality.WEIGHED, "称重单");
    }

    private static NewStatement organics(World.Made made, String period, BaselineMix mix, NewInput... inputs) {
        return NewStatement.usual(
                made.communityCode(), period, Line.Scope.ORGANICS, Climate.TEMPERATE_WET, mix, List.of(inputs), "");
    }

    private static NewStatement with(
            NewStatement it, ProcessMethod process, Horizon horizon, @Nullable UUID supersedes) {
        return new NewStatement(
                it.place(),
                it.period(),
                it.scope(),
                process,
                horizon,
                it.gwp(),
                it.climate(),
                it.baseline(),
                it.grid(),
                it.inputs(),
                it.versions(),
                supersedes,
                it.note());
    }

    private Statement published(World.Made made, NewStatement wanted) {
        var drafted = statements.draft(clerk(made), Ids.next(), wanted, Origin.SYNTHETIC);
        statements.verify(head(made), drafted.id());
        return statements.publish(head(made), drafted.id());
    }

    private Actor clerk(World.Made made) {
        return accounts.actorOf(made.username("clerk"));
    }

    private Actor head(World.Made made) {
        return accounts.actorOf(made.username("head"));
    }

    @Test
    void theBaselineDecidesTheSignAndNothingIsCutOff() {
        var made = worlds.make(1);

        var buried = statements.whatIf(organics(made, "2024", mix("1", "0", "0"), tonne()));
        var burnt = statements.whatIf(organics(made, "2024", mix("0", "1", "0"), tonne()));
        var mixed = statements.whatIf(organics(made, "2024", mix("0.5", "0.5", "0"), tonne()));

        assertThat(buried.net().kg()).isEqualByComparingTo("868.921");
        assertThat(burnt.net().kg()).isEqualByComparingTo("-162.345");
        assertThat(mixed.net().kg()).isBetween(new BigDecimal("353.2"), new BigDecimal("353.4"));
        assertThat(burnt.landfillOnly().kg()).isEqualByComparingTo(buried.net().kg());
        assertThat(buried.net().lowKg()).isLessThan(buried.net().kg());
        assertThat(buried.net().highKg()).isGreaterThan(buried.net().kg());
        assertThat(buried.terms().stream().map(term -> term.part()))
                .containsExactly("baseline.landfill", "process.ch4", "process.n2o");
    }

    @Test
    void o26_twentyYearsNetOfTool13() {
        var made = worlds.make(1);
        var wanted = with(
                organics(made, "2024", mix("1", "0", "0"), tonne()), ProcessMethod.TOOL13, Horizon.TWENTY_YEARS, null);

        assertThat(statements.whatIf(wanted).net().kg()).isEqualByComparingTo("935.521");
    }

    @Test
    void yearlyAccountingCountsWhatEarlierYearsLeft() {
        var made = worlds.make(1);
        var kilograms = new NewInput(
                Line.FOOD_COMPOSTED,
                new BigDecimal("1000"),
                "kg",
                Quality.WEIGHED,
                "称重单",
                Map.of(2023, new BigDecimal("1000")));
        var wanted =
                with(organics(made, "2024", mix("1", "0", "0"), kilograms), ProcessMethod.TOOL13, Horizon.ANNUAL, null);

        var found = statements.whatIf(wanted);

        // 180.887 kg of this year's tonne and e^(−0.185) of it of the year before, less 109 kg
        assertThat(found.net().kg()).isBetween(new BigDecimal("222.2"), new BigDecimal("222.3"));
        assertThat(found.terms().stream().filter(term -> Integer.valueOf(2023).equals(term.year())))
                .hasSize(1);
    }

    @Test
    void anotherPersonVerifiesAndPublishesAndTheNumberRollsUp() {
        var made = worlds.make(1);
        var id = Ids.next();
        var wanted = organics(made, "2024-05", mix("0.4", "0.6", "0"), tonne());
        var drafted = statements.draft(clerk(made), id, wanted, Origin.SYNTHETIC);

        assertThat(statements.draft(clerk(made), id, wanted, Origin.SYNTHETIC)).isEqualTo(drafted);
        assertThatThrownBy(() -> statements.verify(clerk(made), id)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> statements.publish(head(made), id)).isInstanceOf(CarbonRefused.Decided.class);
        assertThatThrownBy(() -> statements.get(Actor.VISITOR, id)).isInstanceOf(Refused.NotFound.class);
        statements.verify(head(made), id);
        var published = statements.publish(head(made), id);
        rollups.refreshAll();

        assertThat(published.state()).isEqualTo(State.PUBLISHED);
        assertThat(statements.get(Actor.VISITOR, id).hash()).isEqualTo(drafted.hash());
        for (var period : List.of("2024-05", "2024")) {
            assertThat(indicators
                            .value(
                                    "carbon.organics.net",
                                    made.path(),
                                    ReportPeriod.parse(period).orElseThrow())
                            .orNull())
                    .as(period)
                    .isEqualByComparingTo(published.document().net().kg().setScale(1, java.math.RoundingMode.HALF_UP));
        }
        var figure = figures.publish(
                head(made),
                Ids.next(),
                new NewFigure("carbon.organics.net", made.communityCode(), "2024"),
                Origin.SYNTHETIC);
        assertThat(figures.trace(figure.id(), "carbon.organics.net", made.path().value(), 2)
                        .toString())
                .contains("/carbon/statements/" + id);
    }

    @Test
    void whoeverMadeItCannotVerifyIt() {
        var made = worlds.make(1);
        var own = statements.draft(
                head(made), Ids.next(), organics(made, "2023", mix("1", "0", "0"), tonne()), Origin.SYNTHETIC);

        assertThatThrownBy(() -> statements.verify(head(made), own.id()))
                .isInstanceOf(CarbonRefused.OwnStatement.class);
        assertThat(statements.withdraw(head(made), own.id(), "填错了").state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void aPublishedStatementIsSupersededAndNeverRewritten() {
        var made = worlds.make(1);
        var first = published(made, organics(made, "2022", mix("1", "0", "0"), tonne()));
        var better = with(
                organics(made, "2022", mix("0.2", "0.8", "0"), tonne()),
                ProcessMethod.IPCC_TIER1,
                Horizon.TWENTY_YEARS,
                first.id());
        var second = published(made, better);
        rollups.refreshAll();

        var before = statements.get(Actor.VISITOR, first.id());
        assertThat(before.state()).isEqualTo(State.SUPERSEDED);
        assertThat(before.supersededBy()).isEqualTo(second.id());
        assertThat(before.json()).isEqualTo(first.json());
        assertThat(statements.isReproducible(before)).isTrue();
        assertThat(indicators
                        .value(
                                "carbon.organics.net",
                                made.path(),
                                ReportPeriod.parse("2022").orElseThrow())
                        .orNull())
                .isEqualByComparingTo(second.document().net().kg().setScale(1, java.math.RoundingMode.HALF_UP));
    }

    @Test
    void theSameWasteIsNotCountedTwice() {
        var made = worlds.make(1);
        published(made, organics(made, "2021", mix("1", "0", "0"), tonne()));

        assertThatThrownBy(() -> published(made, organics(made, "2021-03", mix("1", "0", "0"), tonne())))
                .isInstanceOf(CarbonRefused.CountedTwice.class);
        assertThatThrownBy(() -> published(made, organics(made, "2021", mix("1", "0", "0"), tonne())))
                .isInstanceOf(CarbonRefused.CountedTwice.class);
    }

    @Test
    void aTamperedDocumentIsFoundOut() {
        var made = worlds.make(1);
        var it = published(made, organics(made, "2020", mix("1", "0", "0"), tonne()));

        jdbc.sql("update carbon.statement set document = replace(document, '868.', '968.') where id = :id")
                .param("id", it.id())
                .update();

        assertThat(statements.isReproducible(statements.get(Actor.VISITOR, it.id())))
                .isFalse();
    }

    @Test
    void theMixOfTheNearestPlaceAndLatestYearIsOffered() {
        var made = worlds.make(1);
        var founder = World.founder();
        mixes.enter(founder, Ids.next(), "321003000000", 2019, mix("0.9", "0.1", "0"), Origin.SYNTHETIC);
        mixes.enter(founder, Ids.next(), made.streetCode(), 2018, mix("0.3", "0.7", "0"), Origin.SYNTHETIC);

        assertThat(mixes.find(made.path(), 2019).orElseThrow().mix().landfill()).isEqualByComparingTo("0.3");
        assertThatThrownBy(() -> mixes.enter(
                        founder, Ids.next(), "321003000000", 2019, mix("0.9", "0.2", "0"), Origin.SYNTHETIC))
                .isInstanceOf(CarbonRefused.NotAWhole.class);
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        var made = worlds.make(1);
        var all = mix("1", "0", "0");

        refused(organics(made, "2024", mix("0.5", "0.4", "0"), tonne()), "carbon-baseline");
        refused(organics(made, "2024", mix("1.5", "-0.5", "0"), tonne()), "carbon-baseline");
        refused(organics(made, "2024", all, input("-5", "kg")), "carbon-amount");
        refused(organics(made, "2024", all, input("5000000", "t")), "carbon-amount");
        refused(organics(made, "2024", all, input("1E+30", "kg")), "carbon-amount");
        refused(organics(made, "2024", all, input("5", "kWh")), "carbon-unit");
        refused(organics(made, "2024", all, input("5", "斤")), "carbon-unit");
        refused(organics(made, "2024", all), "carbon-inputs");
        refused(organics(made, "2199", all, tonne()), "carbon-period");
        refused(
                organics(made, "2024", all, NewInput.of(Line.WATER_SAVED, "1", "m3", Quality.METERED, "表")),
                "carbon-line");
        refused(
                with(organics(made, "2024-05", all, tonne()), ProcessMethod.TOOL13, Horizon.ANNUAL, null),
                "carbon-yearly");
        refused(versions(made, Map.of("grid.cn", "1999")), "carbon-version");
        refused(versions(made, Map.of("no.such", "1")), "carbon-factor");
        refused(versions(made, Map.of("warm.food.composted", "v15")), "carbon-factor");
    }

    private static NewInput input(String amount, String unit) {
        return NewInput.of(Line.FOOD_COMPOSTED, amount, unit, Quality.WEIGHED, "称重单");
    }

    private static NewStatement versions(World.Made made, Map<String, String> versions) {
        var it = organics(made, "2024", mix("1", "0", "0"), tonne());
        return new NewStatement(
                it.place(),
                it.period(),
                it.scope(),
                it.process(),
                it.horizon(),
                it.gwp(),
                it.climate(),
                it.baseline(),
                it.grid(),
                it.inputs(),
                versions,
                null,
                "");
    }

    private void refused(NewStatement wanted, String slug) {
        assertThatThrownBy(() -> statements.whatIf(wanted))
                .isInstanceOfSatisfying(
                        CarbonRefused.class,
                        refusal -> assertThat(refusal.problem().slug()).isEqualTo(slug));
    }

    @Test
    void everyLineIsReckonedWithItsSignAndFactors() {
        var made = worlds.make(1);
        var inputs = List.of(
                NewInput.of(Line.GARDEN_COMPOSTED, "1", "t", Quality.ESTIMATED, "x"),
                NewInput.of(Line.FOOD_DIGESTED, "1", "t", Quality.WEIGHED, "x"),
                NewInput.of(Line.RESIDUE, "100", "kg", Quality.WEIGHED, "x"),
                NewInput.of(Line.ELECTRICITY_USED, "0.1", "MWh", Quality.METERED, "x"),
                NewInput.of(Line.DIESEL_USED, "10", "kg", Quality.WEIGHED, "x"),
                NewInput.of(Line.WATER_USED, "1000", "L", Quality.METERED, "x"),
                NewInput.of(Line.VAN, "100", "t.km", Quality.ESTIMATED, "x"),
                NewInput.of(Line.TRUCK, "100", "t.km", Quality.ESTIMATED, "x"));

        var found =
                statements.whatIf(organics(made, "2024", mix("0.5", "0.3", "0.2"), inputs.toArray(NewInput[]::new)));

        assertThat(part(found, 3, "used")).isEqualByComparingTo("-53.060");
        assertThat(part(found, 4, "used")).isEqualByComparingTo("-30.959");
        assertThat(part(found, 5, "used.supply")).isBetween(new BigDecimal("-0.154"), new BigDecimal("-0.153"));
        assertThat(part(found, 6, "used")).isEqualByComparingTo("-62.264");
        assertThat(part(found, 7, "used")).isEqualByComparingTo("-9.752");
        assertThat(part(found, 2, "baseline.landfill")).isNegative();
        assertThat(part(found, 1, "digestion.ch4")).isEqualByComparingTo("-22.400");
        assertThat(part(found, 0, "baseline.dump")).isPositive();
    }

    private static BigDecimal part(StatementDocument document, int input, String part) {
        return document.terms().stream()
                .filter(term -> term.input() == input && term.part().equals(part))
                .map(StatementDocument.OpenedTerm::kg)
                .findFirst()
                .orElseThrow();
    }
}
