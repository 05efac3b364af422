package org.zhuxi.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Register;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
@RecordApplicationEvents
class DecisionTests {

    private final Activities activities;
    private final ActivityTotals totals;
    private final Register register;

    private World world;
    private Actor steward;
    private Actor verifier;

    DecisionTests(Activities activities, ActivityTotals totals, Register register) {
        this.activities = activities;
        this.totals = totals;
        this.register = register;
    }

    @BeforeEach
    void settle() {
        world = World.create(register, 8);
        steward = world.person(Role.STEWARD);
        verifier = world.person(Role.VERIFIER);
    }

    @Test
    void acceptsARecordThatWaits(ApplicationEvents events) {
        var id = waiting(0);

        var decided = activities.verify(verifier, id, true, "");

        assertThat(decided.state()).isEqualTo(ActivityState.VERIFIED);
        assertThat(activities.detail(verifier, id).verifiedBy()).isEqualTo("REVIEW");
        assertThat(events.stream(ActivitiesVerified.class))
                .anySatisfy(event -> assertThat(event.activities()).containsExactly(decided));
        assertThat(events.stream(Audited.class))
                .anySatisfy(audited -> assertThat(audited.action()).isEqualTo("activity.verified"));
    }

    @Test
    void rejectsARecordWithAReason(ApplicationEvents events) {
        var id = waiting(0);

        activities.verify(verifier, id, false, "袋子里没有厨余");

        assertThat(activities.detail(verifier, id).decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.verdict()).isEqualTo(Decision.Verdict.REJECTED);
            assertThat(decision.reason()).isEqualTo("袋子里没有厨余");
            assertThat(decision.by()).isEqualTo(verifier.accountId());
        });
        assertThat(events.stream(ActivitiesReversed.class)).anySatisfy(event -> {
            assertThat(event.reason()).isEqualTo("袋子里没有厨余");
            assertThat(event.activities().getFirst().state()).isEqualTo(ActivityState.REJECTED);
        });
        assertThat(totals.recount(world.community())).isEmpty();
    }

    @Test
    void refusesARejectionWithoutAReason() {
        var id = waiting(0);

        assertThatThrownBy(() -> activities.verify(verifier, id, false, " "))
                .isInstanceOf(ActivityRefused.ReasonMissing.class);
        assertThat(activities.get(verifier, id).state()).isEqualTo(ActivityState.RECORDED);
    }

    @Test
    void refusesTheRecorderAsVerifier() {
        var both = new Actor(
                UUID.randomUUID(),
                "both",
                Set.of(new Grant(Role.STEWARD, world.path()), new Grant(Role.VERIFIER, world.path())),
                Set.of(),
                null);
        var drop = world.residual(0, "60");
        activities.record(both, List.of(drop));

        assertThatThrownBy(() -> activities.verify(both, drop.id(), true, ""))
                .isInstanceOf(ActivityRefused.RecorderIsVerifier.class);
    }

    @Test
    void refusesASecondDecision() {
        var id = waiting(0);
        activities.verify(verifier, id, true, "");

        assertThatThrownBy(() -> activities.verify(verifier, id, false, "too late"))
                .isInstanceOf(ActivityRefused.WrongState.class);
    }

    @Test
    void forbidsWhoMayNotVerifyThere() {
        var id = waiting(0);

        assertThatThrownBy(() -> activities.verify(steward, id, true, "")).isInstanceOf(Refused.Forbidden.class);
        var stranger = World.create(register, 0).person(Role.VERIFIER);
        assertThatThrownBy(() -> activities.verify(stranger, id, true, "")).isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void takesBackAVerifiedRecord() {
        var drop = world.residual(0, "2");
        activities.record(steward, List.of(drop));

        assertThat(activities.reverse(verifier, drop.id(), "误记").state()).isEqualTo(ActivityState.REVERSED);
        assertThatThrownBy(() -> activities.reverse(verifier, drop.id(), "误记"))
                .isInstanceOf(ActivityRefused.WrongState.class);
        assertThat(totals.recount(world.community())).isEmpty();
    }

    @Test
    void letsNobodyCorrectAReviewedRecordButAVerifier() {
        var id = waiting(0);
        activities.verify(verifier, id, true, "");
        var correction = World.correcting(id, world.residual(0, "3"));

        assertThat(activities.record(steward, List.of(correction)))
                .extracting(Outcome::status)
                .containsExactly(Outcome.Status.REJECTED);
    }

    @Test
    void showsTheQueueOldestFirstWithWhatIsUsual() {
        for (var drop = 0; drop < 6; drop++) {
            activities.record(steward, List.of(world.residual(1, "1." + drop)));
        }
        var first = waiting(1);
        var second = waiting(2);

        var queue = activities.waiting(verifier, null, 10, null);

        assertThat(queue.items()).extracting(item -> item.activity().id()).containsExactly(first, second);
        assertThat(queue.items().getFirst().household()).isEqualTo(world.label(1));
        assertThat(queue.items().getFirst().hints()).singleElement().satisfies(hint -> {
            assertThat(hint.isOutlier()).isTrue();
            assertThat(hint.household()).isNotNull();
        });
        assertThat(queue.items().getLast().hints().getFirst().household()).isNull();
        var page = activities.waiting(verifier, world.path(), 1, null);
        assertThat(activities.waiting(verifier, world.path(), 1, page.next()).items())
                .extracting(item -> item.activity().id())
                .containsExactly(second);
        assertThat(activities.countWaiting(verifier, null)).isEqualTo(2);
    }

    @Test
    void aRoleInABuildingStaysNarrowWithAnotherRoleElsewhere() {
        var building = world.path().child("Q1").child("B01");
        var elsewhere = World.create(register, 1);
        var both = new Actor(
                UUID.randomUUID(),
                "both",
                Set.of(new Grant(Role.VERIFIER, building), new Grant(Role.VERIFIER, elsewhere.path())),
                Set.of(),
                null);
        var outside = waiting(0);
        var inside = World.at(world.code() + "-Q1-B01", world.residual(1, "60"));
        activities.record(steward, List.of(inside));
        var there = elsewhere.residual(0, "60");
        activities.record(elsewhere.person(Role.STEWARD), List.of(there));

        assertThat(activities.list(both, ActivityFilter.ALL, 10, null).items())
                .extracting(Activity::id)
                .contains(inside.id(), there.id())
                .doesNotContain(outside);
        assertThat(activities.waiting(both, null, 10, null).items())
                .extracting(item -> item.activity().id())
                .containsExactly(inside.id(), there.id());
        assertThat(activities.countWaiting(both, null)).isEqualTo(2);
        assertThat(activities.countWaiting(both, building)).isEqualTo(1);
    }

    @Test
    void showsARecordToItsHouseholdAndNotToTheNeighbours() {
        var drop = world.residual(0, "2");
        activities.record(steward, List.of(drop));

        assertThat(activities.get(world.member(0), drop.id()).id()).isEqualTo(drop.id());
        assertThat(activities
                        .list(world.member(0), ActivityFilter.of(world.household(0)), 10, null)
                        .items())
                .hasSize(1);
        assertThatThrownBy(() -> activities.get(world.member(1), drop.id())).isInstanceOf(Refused.NotFound.class);
        assertThatThrownBy(() -> activities.list(world.member(1), ActivityFilter.of(world.household(0)), 10, null))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> activities.get(Actor.VISITOR, drop.id())).isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void remembersWhenStaffReadAHousehold(ApplicationEvents events) {
        var drop = world.residual(0, "2");
        activities.record(steward, List.of(drop));

        activities.get(verifier, drop.id());

        assertThat(events.stream(Audited.class)).anySatisfy(audited -> {
            assertThat(audited.action()).isEqualTo("household.read");
            assertThat(audited.subject()).isEqualTo(world.household(0).toString());
            assertThat(audited.detail()).contains(drop.id().toString());
        });
    }

    @Test
    void listsPageByPageWithoutGapsOrRepetitions() {
        for (var drop = 0; drop < 7; drop++) {
            activities.record(steward, List.of(world.residual(drop, "1")));
        }
        var seen = new CopyOnWriteArrayList<UUID>();
        String after = null;
        do {
            var page = activities.list(verifier, ActivityFilter.ALL, 3, after);
            page.items().forEach(activity -> seen.add(activity.id()));
            after = page.next();
        } while (after != null);

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void keepsTotalsEqualToARecountAfterAnyHistory() {
        var random = new Random(20_261_121);
        var ids = new CopyOnWriteArrayList<UUID>();
        for (var step = 0; step < 150; step++) {
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    var drop = world.residual(random.nextInt(8), random.nextInt(1, 90) + "." + random.nextInt(10));
                    activities.record(steward, List.of(drop));
                    ids.add(drop.id());
                }
                case 2 -> quietly(() -> activities.verify(verifier, any(ids, random), random.nextBoolean(), "why"));
                case 3 -> quietly(() -> activities.reverse(verifier, any(ids, random), "why"));
                default -> {
                    var correction = World.correcting(any(ids, random), world.residual(random.nextInt(8), "3." + step));
                    activities.record(steward, List.of(correction));
                    ids.add(correction.id());
                }
            }
        }
        assertThat(totals.recount(world.community())).isEmpty();
    }

    private static UUID any(List<UUID> ids, Random random) {
        return ids.isEmpty() ? UUID.randomUUID() : ids.get(random.nextInt(ids.size()));
    }

    private static void quietly(Runnable step) {
        try {
            step.run();
        } catch (Refused refused) {
            // a decision that does not fit the state is part of a random history
        }
    }

    /** Files a drop of 60 kg, which is unusual. */
    private UUID waiting(int household) {
        var drop = world.residual(household, "60");
        activities.record(steward, List.of(drop));
        return drop.id();
    }
}
