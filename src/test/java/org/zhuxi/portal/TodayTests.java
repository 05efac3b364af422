package org.zhuxi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Ids;
import org.zhuxi.platform.manifest.WaitingList;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** What waits on the today page of the workbench. */
@ZhuxiTest
@Import(World.class)
class TodayTests {

    private final World worlds;
    private final Accounts accounts;
    private final Activities activities;
    private final List<WaitingList> lists;

    TodayTests(World worlds, Accounts accounts, Activities activities, List<WaitingList> lists) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.activities = activities;
        this.lists = lists;
    }

    @Test
    void showsAHeadOnlyWhatWaitsInTheOwnCommunity() {
        var mine = worlds.make(1);
        var other = worlds.make(1);
        activities.record(accounts.actorOf(mine.username("steward")), List.of(unusual(mine)));
        var head = accounts.actorOf(mine.username("verifier"));
        var elsewhere = accounts.actorOf(other.username("verifier"));

        var review = list("/work/review");

        assertThat(review.concerns(head)).isTrue();
        assertThat(review.count(head)).isEqualTo(1);
        assertThat(review.count(elsewhere)).isZero();
        assertThat(review.concerns(accounts.actorOf(mine.username("resident")))).isFalse();
    }

    @Test
    void everyListCountsNothingWhereNothingHappened() {
        var quiet = worlds.make(1);
        var head = accounts.actorOf(quiet.username("head"));

        assertThat(lists)
                .isNotEmpty()
                .allSatisfy(list -> assertThat(list.concerns(head) ? list.count(head) : 0)
                        .as(list.label())
                        .isZero());
    }

    private WaitingList list(String path) {
        return lists.stream()
                .filter(list -> list.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** So heavy that it waits to be looked at. */
    private static Submission unusual(World.Made world) {
        return new Submission(
                Ids.next(),
                "waste.drop.kitchen",
                world.communityCode(),
                world.households().getFirst().id(),
                null,
                Instant.now(),
                Map.of("mass", new Measured(new BigDecimal("16.5"), "kg")),
                "A",
                null,
                List.of(),
                null);
    }
}
