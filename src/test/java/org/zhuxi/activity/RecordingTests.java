package org.zhuxi.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhuxi.activity.Outcome.Status.CONFLICT;
import static org.zhuxi.activity.Outcome.Status.CREATED;
import static org.zhuxi.activity.Outcome.Status.DUPLICATE;
import static org.zhuxi.activity.Outcome.Status.REJECTED;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Register;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
class RecordingTests {

    private final Activities activities;
    private final ActivityTotals totals;
    private final Register register;
    private final JdbcClient jdbc;

    private World world;
    private Actor steward;

    RecordingTests(Activities activities, ActivityTotals totals, Register register, JdbcClient jdbc) {
        this.activities = activities;
        this.totals = totals;
        this.register = register;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void settle() {
        world = World.create(register, 12);
        steward = world.person(Role.STEWARD);
    }

    @Test
    void keepsWhatWasFiled() {
        var drop = world.residual(0, "1.2");

        assertThat(record(drop)).extracting(Outcome::status).containsExactly(CREATED);

        var kept = activities.get(steward, drop.id());
        assertThat(kept.kind()).isEqualTo("waste.drop.residual");
        assertThat(kept.quantities()).containsExactly(Map.entry("mass", new BigDecimal("1.2")));
        assertThat(kept.household()).isEqualTo(world.household(0));
        assertThat(kept.state()).isEqualTo(ActivityState.VERIFIED);
        assertThat(kept.recordedBy()).isEqualTo(steward.accountId());
        assertThat(kept.place()).isEqualTo(world.path());
    }

    @Test
    void countsWhatIsSentAgainOnce() {
        var drop = world.residual(0, "1.2");
        record(drop);

        assertThat(record(drop)).extracting(Outcome::status).containsExactly(DUPLICATE);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void knowsTheSameContentInAnotherUnit() {
        var drop = world.residual(0, "1.2");
        record(drop);
        var inGrams = new Submission(
                drop.id(),
                drop.kind(),
                drop.place(),
                drop.household(),
                null,
                drop.occurredAt(),
                Map.of("mass", new Measured(new BigDecimal("1200"), "g")),
                "A",
                null,
                List.of(),
                null);

        assertThat(record(inGrams)).extracting(Outcome::status).containsExactly(DUPLICATE);
    }

    @Test
    void letsTheFirstContentStand() {
        var drop = world.residual(0, "1.2");
        record(drop);

        var outcome = record(World.withId(drop.id(), world.residual(1, "3"))).getFirst();

        assertThat(outcome.status()).isEqualTo(CONFLICT);
        assertThat(slug(outcome)).isEqualTo("activity-conflict");
        assertThat(activities.get(steward, drop.id()).household()).isEqualTo(world.household(0));
    }

    @Test
    void findsRepetitionsAndConflictsInsideOneBatch() {
        var drop = world.residual(0, "1.2");
        var other = World.withId(drop.id(), world.residual(5, "7"));

        assertThat(record(drop, drop, other, world.residual(2, "2")))
                .extracting(Outcome::status)
                .containsExactly(CREATED, DUPLICATE, CONFLICT, CREATED);
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void seesAConflictAcrossCommunities() {
        var drop = world.residual(0, "1.2");
        record(drop);
        var elsewhere = World.create(register, 1);

        var outcomes = activities.record(
                elsewhere.person(Role.STEWARD), List.of(World.withId(drop.id(), elsewhere.residual(0, "1.2"))));

        assertThat(outcomes).extracting(Outcome::status).containsExactly(CONFLICT);
    }

    @Test
    void letsOneBadItemSpoilNoOther() {
        var outcomes = record(
                world.residual(0, "1"),
                world.residual(1, "5000"),
                world.residual(2, "-1"),
                world.drop("waste.drop.unknown", world.household(3), "1", Instant.now()),
                world.drop("waste.drop.residual", UUID.randomUUID(), "1", Instant.now()),
                world.drop(
                        "waste.drop.residual",
                        world.household(4),
                        "1",
                        Instant.now().plus(Duration.ofHours(1))),
                world.residual(5, "2"));

        assertThat(outcomes)
                .extracting(Outcome::status)
                .containsExactly(CREATED, REJECTED, REJECTED, REJECTED, REJECTED, REJECTED, CREATED);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.status() == REJECTED)
                .extracting(RecordingTests::slug)
                .containsExactly(
                        "quantity-above-household",
                        "quantity-not-above",
                        "kind-unknown",
                        "household-unknown",
                        "occurred-in-future");
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void refusesWhatWasFiledTooLate() {
        var late = world.drop(
                "waste.drop.residual", world.household(0), "1", Instant.now().minus(Duration.ofDays(31)));

        assertThat(slug(record(late).getFirst())).isEqualTo("occurred-too-long-ago");
    }

    @Test
    void knowsARecordThatIsSentAgainWhenItHasBecomeTooLate() {
        var late = world.drop(
                "waste.drop.residual", world.household(0), "1", Instant.now().minus(Duration.ofDays(31)));
        activities.takeOver(World.person("operator", Role.OPERATOR, world.path()), List.of(late), Origin.RECORDED);

        assertThat(record(late)).extracting(Outcome::status).containsExactly(DUPLICATE);
    }

    @Test
    void letsLateAndUnusualRecordsWait() {
        var late = world.drop(
                "waste.drop.residual", world.household(0), "1", Instant.now().minus(Duration.ofDays(3)));
        var unusual = world.residual(1, "60");
        record(late, unusual);

        assertThat(activities.detail(steward, late.id()).waits()).isEqualTo(ReviewReason.LATE);
        assertThat(activities.detail(steward, unusual.id()).waits()).isEqualTo(ReviewReason.UNUSUAL);
        assertThat(activities.get(steward, unusual.id()).state()).isEqualTo(ActivityState.RECORDED);
    }

    @Test
    void forbidsWhomTheKindDoesNotName() {
        assertThat(activities.record(world.person(Role.MERCHANT), List.of(world.residual(0, "1"))))
                .extracting(RecordingTests::slug)
                .containsExactly("forbidden");
        assertThat(activities.record(World.create(register, 0).person(Role.STEWARD), List.of(world.residual(0, "1"))))
                .extracting(RecordingTests::slug)
                .containsExactly("forbidden");
    }

    @Test
    void forbidsATokenWithoutTheScope() {
        var reader = new Actor(steward.accountId(), "reader", steward.grants(), Set.of(), Set.of("activities:read"));

        assertThat(activities.record(reader, List.of(world.residual(0, "1"))))
                .extracting(RecordingTests::slug)
                .containsExactly("forbidden");
    }

    @Test
    void letsMembersFileForTheirOwnHouseholdOnly() {
        var hours = Map.of("duration", new Measured(BigDecimal.TWO, "h"));
        var own = new Submission(
                Ids.next(),
                "volunteer.hours",
                world.code(),
                world.household(3),
                null,
                Instant.now(),
                hours,
                null,
                null,
                List.of(),
                null);
        var neighbours = new Submission(
                Ids.next(),
                "volunteer.hours",
                world.code(),
                world.household(4),
                null,
                Instant.now(),
                hours,
                null,
                null,
                List.of(),
                null);

        assertThat(activities.record(world.member(3), List.of(own, neighbours, world.residual(3, "1"))))
                .extracting(Outcome::status)
                .containsExactly(CREATED, REJECTED, REJECTED);
    }

    @Test
    void refusesABatchThatIsTooLarge() {
        var drops = Collections.nCopies(1_001, world.residual(0, "1"));

        assertThatThrownBy(() -> activities.record(steward, drops)).isInstanceOf(ActivityRefused.TooMany.class);
        assertThat(rows()).isZero();
    }

    @Test
    void survivesAStormOfRepetitions() throws Exception {
        var drops = IntStream.range(0, 200)
                .mapToObj(number -> world.residual(number % 12, "1." + number))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var storms = Collections.nCopies(50, (Callable<List<Outcome>>) () -> {
                var shuffled = new ArrayList<>(drops);
                Collections.shuffle(shuffled, new Random(7));
                return activities.record(steward, shuffled);
            });
            var outcomes = new ArrayList<Outcome>();
            for (var storm : threads.invokeAll(storms)) {
                outcomes.addAll(storm.get());
            }
            assertThat(outcomes).hasSize(10_000).extracting(Outcome::status).containsOnly(CREATED, DUPLICATE);
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome.status() == CREATED)
                    .hasSize(200);
        }
        assertThat(rows()).isEqualTo(200);
        assertThat(total("VERIFIED"))
                .isEqualByComparingTo(IntStream.range(0, 200)
                        .mapToObj(number -> new BigDecimal("1." + number))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(totals.recount(world.community())).isEmpty();
    }

    @Test
    void replacesARecordByItsCorrection() {
        var wrong = world.residual(0, "12");
        record(wrong);
        var right = World.correcting(wrong.id(), world.residual(0, "1.2"));

        assertThat(record(right)).extracting(Outcome::status).containsExactly(CREATED);

        assertThat(activities.get(steward, wrong.id()).state()).isEqualTo(ActivityState.REVERSED);
        assertThat(activities.detail(steward, wrong.id()).supersededBy()).isEqualTo(right.id());
        assertThat(total("VERIFIED")).isEqualByComparingTo("1.2");
        assertThat(totals.recount(world.community())).isEmpty();
    }

    @Test
    void takesARecordAndItsCorrectionInOneBatch() {
        var wrong = world.residual(0, "12");
        var right = World.correcting(wrong.id(), world.residual(7, "1.2"));

        assertThat(record(wrong, right)).extracting(Outcome::status).containsExactly(CREATED, CREATED);
        assertThat(total("VERIFIED")).isEqualByComparingTo("1.2");
    }

    @Test
    void refusesASecondCorrectionOfTheSameRecord() {
        var wrong = world.residual(0, "12");
        record(wrong, World.correcting(wrong.id(), world.residual(0, "1")));

        var second =
                record(World.correcting(wrong.id(), world.residual(0, "2"))).getFirst();

        assertThat(slug(second)).isEqualTo("supersedes-closed");
        assertThat(total("VERIFIED")).isEqualByComparingTo("1");
    }

    @Test
    void forbidsCorrectingWhatSomebodyElseRecorded() {
        var wrong = world.residual(0, "12");
        record(wrong);
        var correction = World.correcting(wrong.id(), world.residual(0, "2"));

        assertThat(slug(activities
                        .record(world.person(Role.VOLUNTEER), List.of(correction))
                        .getFirst()))
                .isEqualTo("supersedes-forbidden");
        assertThat(activities.record(world.person(Role.COMMUNITY_CLERK), List.of(correction)))
                .extracting(Outcome::status)
                .containsExactly(CREATED);
    }

    private List<Outcome> record(Submission... submissions) {
        return activities.record(steward, List.of(submissions));
    }

    private static String slug(Outcome outcome) {
        return Objects.requireNonNull(outcome.problem()).slug();
    }

    private long rows() {
        return jdbc.sql("select count(*) from activity.activity where community_id = :community")
                .param("community", world.community().value())
                .query(Long.class)
                .single();
    }

    private BigDecimal total(String state) {
        return jdbc.sql("""
                        select coalesce(sum(total), 0) from activity.daily_total
                        where community_id = :community and state = :state and quantity = 'mass'""")
                .param("community", world.community().value())
                .param("state", state)
                .query(BigDecimal.class)
                .single();
    }
}
