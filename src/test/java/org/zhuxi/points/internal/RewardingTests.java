package org.zhuxi.points.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.zhuxi.activity.ActivitiesRecorded;
import org.zhuxi.activity.ActivitiesReversed;
import org.zhuxi.activity.ActivitiesVerified;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.points.Finding;
import tools.jackson.databind.json.JsonMapper;

/** What happens in the ledger when records are kept, verified and taken back. */
class RewardingTests {

    private final TestLedger ledger = TestLedger.shared();
    private final RuleBook rules = rules();
    private final HouseholdRef household = TestLedger.anyHousehold();

    private RuleBook rules() {
        var book = new RuleBook(new RuleStore(ledger.sql(), JsonMapper.shared()), ledger.clock());
        book.afterSingletonsInstantiated();
        return book;
    }

    @Test
    void rewardsARecordInItsOwnTransaction() {
        var activity = drop("waste.drop.kitchen", "1.2", "A");
        var recorded = new ActivitiesRecorded(List.of(activity), List.of());
        publish(recorded);
        assertThat(recorded.points()).containsExactly(Map.entry(activity.id(), 2L));
        assertThat(ledger.balance(household)).isEqualTo(2);
    }

    @Test
    void rollsBackTogetherWithTheRecord() {
        var recorded = new ActivitiesRecorded(List.of(drop("waste.drop.kitchen", "3", "A")), List.of());
        assertThatThrownBy(() -> publishAnd(recorded, () -> {
                    throw new IllegalStateException("the record could not be kept");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(recorded.points()).isNotEmpty();
        assertThat(ledger.postings(household)).isZero();
    }

    @Test
    void tellsWhatARepeatedRecordEarned() {
        var activity = drop("waste.drop.recyclable", "2", "A");
        publish(new ActivitiesRecorded(List.of(activity), List.of()));
        var again = new ActivitiesRecorded(List.of(), List.of(activity));
        publish(again);
        assertThat(again.points()).containsExactly(Map.entry(activity.id(), 8L));
        assertThat(ledger.balance(household)).isEqualTo(8);
    }

    @Test
    void multipliesByTheGradeBeforeItRoundsDown() {
        assertThat(earned(drop("waste.drop.kitchen", "1.7", "B"))).isEqualTo(1);
        assertThat(earned(drop("waste.drop.kitchen", "0.1", "A"))).isEqualTo(1);
        assertThat(earned(drop("waste.drop.kitchen", "9", "C"))).isNull();
        assertThat(earned(drop("waste.drop.hazardous", "0.1", null))).isEqualTo(5);
        assertThat(earned(drop("waste.drop.residual", "4", "A"))).isNull();
    }

    @Test
    void survivesARecordThatClaimsTooMuch() {
        assertThat(earned(drop("waste.drop.kitchen", "1e30", "A"))).isEqualTo(10);
    }

    @Test
    void givesAHouseholdNoMoreThanTheDaysLimit() {
        assertThat(earned(drop("waste.drop.kitchen", "4", "A"))).isEqualTo(8);
        assertThat(earned(drop("waste.drop.kitchen", "4", "A"))).isEqualTo(2);
        assertThat(earned(drop("waste.drop.kitchen", "4", "A"))).isNull();
        assertThat(ledger.balance(household)).isEqualTo(10);
    }

    @Test
    void takesBackWhatARejectedRecordEarned() {
        var activity = drop("waste.drop.kitchen", "4", "A");
        publish(new ActivitiesRecorded(List.of(activity), List.of()));
        publish(new ActivitiesReversed(List.of(activity), "照片不符"));
        publish(new ActivitiesReversed(List.of(activity), "照片不符"));
        assertThat(ledger.balance(household)).isZero();
        assertThat(ledger.postings(household)).isEqualTo(2);
        var again = new ActivitiesRecorded(List.of(), List.of(activity));
        publish(again);
        assertThat(again.points()).isEmpty();
    }

    @Test
    void neverRewardsTwiceWhenARecordIsVerifiedLater() {
        var activity = drop("waste.drop.kitchen", "4", "A");
        publish(new ActivitiesRecorded(List.of(activity), List.of()));
        publish(new ActivitiesVerified(List.of(activity)));
        assertThat(ledger.balance(household)).isEqualTo(8);
    }

    @Test
    void findsByRecountWhetherRecordsAndPointsAgree() {
        var activities = List.of(
                drop("waste.drop.kitchen", "4", "A"),
                drop("waste.drop.kitchen", "4", "A"),
                drop("waste.drop.recyclable", "1", "B"));
        publish(new ActivitiesRecorded(activities, List.of()));
        var recount = new Recount(ledger.sql(), rules);
        assertThat(recount.of(household.community(), activities)).isEmpty();
        assertThat(recount.of(household.community(), activities.subList(0, 1)))
                .extracting(Finding::detail)
                .containsExactlyInAnyOrder("expected 8 posted 10", "expected 0 posted 2");
        assertThat(ledger.audit().of(household.community())).isEmpty();
    }

    private @Nullable Long earned(Activity activity) {
        var recorded = new ActivitiesRecorded(List.of(activity), List.of());
        publish(recorded);
        return recorded.points().get(activity.id());
    }

    private void publish(Object event) {
        publishAnd(event, () -> {});
    }

    private void publishAnd(Object event, Runnable then) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(
                    Rewarding.class,
                    () -> new Rewarding(
                            rules,
                            ledger.batch(),
                            new EarnedPoints(ledger.sql()),
                            ledger.rewardIds(rules),
                            ledger.withholding(rules),
                            ledger.bonuses(),
                            new TestLedger.OneZone(),
                            ledger.clock()));
            context.refresh();
            ledger.transactions().executeWithoutResult(status -> {
                context.publishEvent(event);
                then.run();
            });
        }
    }

    private Activity drop(String kind, String mass, @Nullable String grade) {
        return new Activity(
                Ids.next(),
                household.community(),
                kind,
                new PlacePath("/32/1/C1"),
                household.id(),
                null,
                Instant.parse("2026-03-15T01:00:00Z"),
                Orders.TODAY,
                Map.of("mass", new BigDecimal(mass)),
                grade,
                null,
                new UUID(0, 1),
                Instant.parse("2026-03-15T01:00:01Z"),
                ActivityState.RECORDED,
                null);
    }
}
