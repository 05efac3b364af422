package org.zhuxi.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Register;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
class AccuracyTests {

    private final Accuracy accuracy;
    private final Drops drops;
    private final Inspections inspections;
    private final Neighbourhood.Builder builder;
    private final JdbcClient jdbc;
    private final Neighbourhood here;
    private final YearMonth month = YearMonth.now(Neighbourhood.ZONE);

    AccuracyTests(
            Accuracy accuracy,
            Drops drops,
            Inspections inspections,
            Stations stations,
            Register register,
            Accounts accounts,
            JdbcClient jdbc) {
        this.accuracy = accuracy;
        this.drops = drops;
        this.inspections = inspections;
        builder = new Neighbourhood.Builder(register, accounts, stations);
        this.jdbc = jdbc;
        here = builder.build(6, 2);
    }

    @Test
    void addsGradedDropsAndInspectedBags() {
        drop(0, Grade.A);
        drop(1, Grade.A);
        drop(2, Grade.B);
        inspections.record(here.steward(), here.inspection(here.big().get(3), 4, 3));

        var whole = accuracy.read(here.clerk(), here.path(), month).whole();
        assertThat(whole.verified()).isEqualTo(new SortingTally(2, 3, 3, 4));
        assertThat(whole.verified().percent()).contains(new BigDecimal("71.4"));
        assertThat(whole.households()).isEqualTo(4);
        assertThat(whole.trend()).isEmpty();
    }

    @Test
    void keepsWhatWaitsApart() {
        drop(0, Grade.A);
        drops.record(here.steward(), here.drop(here.big().get(1), WasteClass.RESIDUAL, "90", Grade.C));

        var whole = accuracy.read(here.clerk(), here.path(), month).whole();
        assertThat(whole.verified()).isEqualTo(new SortingTally(1, 1, 0, 0));
        assertThat(whole.provisional()).isEqualTo(new SortingTally(0, 1, 0, 0));
    }

    @Test
    void countsBagsOfNobodyForTheWholeAndForNoBuilding() {
        drop(0, Grade.A);
        var unknown = here.inspection(here.big().getFirst(), 10, 5);
        inspections.record(
                here.steward(),
                new NewInspection(Ids.next(), here.station(), null, 10, 5, unknown.at(), "", java.util.List.of()));

        var report = accuracy.read(here.clerk(), here.path(), month);
        assertThat(report.whole().verified()).isEqualTo(new SortingTally(1, 1, 5, 10));
        assertThat(report.parts())
                .singleElement()
                .satisfies(line -> assertThat(line.verified()).isEqualTo(new SortingTally(1, 1, 0, 0)));
    }

    @Test
    void givesNoFigureRatherThanZeroWithoutAnyLook() {
        var whole = accuracy.read(here.clerk(), here.path(), month).whole();
        assertThat(whole.verified().percent()).isEmpty();
        assertThat(whole.trend()).isEmpty();
    }

    @Test
    void comparesWithTheMonthBeforeInPercentagePoints() {
        drop(0, Grade.A);
        drop(1, Grade.A);
        drop(2, Grade.B);
        drop(3, Grade.B);
        drop(4, Grade.C);
        moveToTheMonthBefore();
        drop(0, Grade.A);
        drop(1, Grade.A);
        drop(2, Grade.B);

        var whole = accuracy.read(here.clerk(), here.path(), month).whole();
        assertThat(whole.before().percent()).contains(new BigDecimal("40.0"));
        assertThat(whole.trend()).contains(new BigDecimal("26.7"));
    }

    @Test
    void withholdsABuildingWithFewerThanFiveHouseholdsFromOthers() {
        for (int i = 0; i < 6; i++) {
            drop(i, Grade.A);
        }
        drops.record(here.steward(), here.drop(here.small().getFirst(), WasteClass.RESIDUAL, "1", Grade.C));

        assertThat(accuracy.read(here.clerk(), here.path(), month).parts())
                .noneMatch(AccuracyLine::suppressed)
                .hasSize(2);
        var published = accuracy.read(officer(), here.path(), month);
        assertThat(published.parts()).allMatch(AccuracyLine::suppressed);
        assertThat(published.whole().households()).isEqualTo(7);
    }

    @Test
    void withholdsTheWholeBelowFiveHouseholds() {
        drop(0, Grade.A);
        assertThat(accuracy.published(here.path(), month).whole().suppressed()).isTrue();
    }

    @Test
    void showsHouseholdsToThoseWhoServeThemAndRemembersIt() {
        drop(0, Grade.A);
        drop(0, Grade.B);
        var lines = accuracy.households(here.clerk(), here.bigBuilding(), month, 10, null);

        assertThat(lines.items()).singleElement().satisfies(line -> {
            assertThat(line.name().zh()).isEqualTo(here.big().getFirst().label());
            assertThat(line.verified().percent()).contains(new BigDecimal("50.0"));
        });
        assertThat(jdbc.sql(
                                "select count(*) from account.audit_entry where action = 'household.accuracy' and account_id = :who")
                        .param("who", here.clerk().accountId())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThatThrownBy(() -> accuracy.households(here.steward(), here.bigBuilding(), month, 10, null))
                .isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void refusesTheStewardOfAnotherCommunity() {
        var elsewhere = builder.build(0, 0);
        assertThatThrownBy(() -> accuracy.read(elsewhere.steward(), here.path(), month))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> inspections.record(
                        elsewhere.steward(), here.inspection(here.big().getFirst(), 1, 1)))
                .isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void countsAnInspectionThatIsSentTwiceOnce() {
        var inspection = here.inspection(here.big().getFirst(), 4, 3);
        assertThat(inspections.record(here.steward(), inspection)).isFalse();
        assertThat(inspections.record(here.steward(), inspection)).isTrue();
        assertThat(accuracy.read(here.clerk(), here.path(), month).whole().verified())
                .isEqualTo(new SortingTally(0, 0, 3, 4));
    }

    @Test
    void refusesMoreCorrectBagsThanWereChecked() {
        assertThatThrownBy(() -> here.inspection(here.big().getFirst(), 3, 4))
                .isInstanceOf(WasteRefused.MoreCorrectThanChecked.class);
    }

    private void drop(int household, Grade grade) {
        var drop = here.drop(here.big().get(household), WasteClass.RESIDUAL, "1.2", grade);
        drops.record(here.steward(), drop);
    }

    /** Records of an earlier month cannot be filed late, so these are moved there. */
    private void moveToTheMonthBefore() {
        jdbc.sql("update activity.activity set local_date = :day where community_id = :community")
                .param("day", month.minusMonths(1).atDay(15))
                .param("community", here.community().value())
                .update();
    }

    private Actor officer() {
        return new Actor(
                Ids.next(),
                "officer",
                java.util.Set.of(new org.zhuxi.kernel.Grant(Role.STREET_OFFICER, here.path())),
                java.util.Set.of(),
                null);
    }
}
