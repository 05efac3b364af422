package org.zhuxi.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.zhuxi.testing.FormToken.csrf;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.zhuxi.account.Accounts;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Submission;
import org.zhuxi.activity.internal.UnsampledIds;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Extra points out of a budget, over the door through which records come in, with real threads. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final World worlds;
    private final Accounts accounts;
    private final Activities activities;
    private final Campaigns campaigns;
    private final Points points;
    private final MockMvcTester http;

    private World.@Nullable Made made;

    CampaignTests(
            World worlds,
            Accounts accounts,
            Activities activities,
            Campaigns campaigns,
            Points points,
            MockMvcTester http) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.activities = activities;
        this.campaigns = campaigns;
        this.points = points;
        this.http = http;
    }

    @BeforeEach
    void settle() {
        made = worlds.make(3);
    }

    @Test
    void addsToWhatTheRuleGaveAndTakesItBackWithTheRecord() {
        var campaign = campaigns.plan(as("head"), wish(Ids.next(), 50, 0, 100));
        var drop = drop(0, "waste.drop.kitchen", "2");
        activities.record(as("steward"), List.of(drop, drop(0, "waste.drop.recyclable", "1")));
        // 4 and half of it more, and 4 that the campaign is not about
        assertThat(balance(0)).isEqualTo(10);
        assertThat(campaigns.get(campaign.id()))
                .extracting(Campaign::spentPoints, Campaign::awards)
                .containsExactly(2L, 1L);
        activities.record(as("steward"), List.of(drop));
        assertThat(balance(0)).isEqualTo(10);
        activities.reverse(as("verifier"), drop.id(), "称错了");
        assertThat(balance(0)).isEqualTo(4);
        assertThat(campaigns.get(campaign.id()).spentPoints()).isZero();
        assertThat(points.audit(world().community())).isEmpty();
    }

    @Test
    void neverGivesMoreThanItsBudgetHoweverManyRecordAtOnceAndEndsByItself() throws Exception {
        var campaign = campaigns.plan(as("head"), wish(Ids.next(), 0, 2, 25));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = new ArrayList<java.util.concurrent.Future<?>>();
            for (var i = 0; i < 30; i++) {
                var household = i % 3;
                // 0.5 kg earns the least there is, so the day's limit is never reached
                runs.add(threads.submit(
                        () -> activities.record(as("steward"), List.of(drop(household, "waste.drop.kitchen", "0.5")))));
            }
            for (var run : runs) {
                run.get();
            }
        }
        var spent = campaigns.get(campaign.id());
        assertThat(spent.spentPoints()).isEqualTo(25);
        assertThat(spent.awards()).isEqualTo(13);
        assertThat(spent.state(TODAY)).isEqualTo(Campaign.State.SPENT);
        assertThat(balance(0) + balance(1) + balance(2)).isEqualTo(30 + 25);
        assertThat(points.audit(world().community())).isEmpty();
    }

    @Test
    void givesNothingBeforeItBeginsNorAfterItIsStoppedNorNextDoor() {
        var later = new NewCampaign(
                Ids.next(),
                world().communityCode(),
                new Names("下周", "Next week"),
                Set.of("waste.drop.kitchen"),
                100,
                0,
                TODAY.plusDays(7),
                TODAY.plusDays(8),
                100,
                Origin.SYNTHETIC);
        campaigns.plan(as("head"), later);
        var stopped = campaigns.plan(as("head"), wish(Ids.next(), 100, 0, 100));
        assertThat(campaigns.stop(as("head"), stopped.id(), "下雨").state(TODAY)).isEqualTo(Campaign.State.STOPPED);
        activities.record(as("steward"), List.of(drop(0, "waste.drop.kitchen", "2")));
        assertThat(balance(0)).isEqualTo(4);
        assertThat(campaigns.runningAt(world().path())).isEmpty();
        var neighbour = accounts.actorOf(worlds.make(1).username("head"));
        assertThatThrownBy(() -> campaigns.stop(neighbour, stopped.id(), "隔壁")).isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> campaigns.plan(neighbour, wish(Ids.next(), 10, 0, 1)))
                .isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void refusesWhatCannotBeAndAnswersTheSameTwice() {
        var wish = wish(Ids.next(), 10, 0, 100);
        assertThat(campaigns.plan(as("head"), wish)).isEqualTo(campaigns.plan(as("head"), wish));
        assertThatThrownBy(() -> campaigns.plan(as("head"), wish(wish.id(), 10, 0, 99)))
                .isInstanceOf(PointsRefused.KeyReused.class);
        assertThatThrownBy(() -> campaigns.plan(as("head"), wish(Ids.next(), 10, 5, 100)))
                .isInstanceOf(PointsRefused.Unreadable.class);
        assertThatThrownBy(() -> campaigns.plan(as("head"), wish(Ids.next(), 0, 0, 100)))
                .isInstanceOf(PointsRefused.Unreadable.class);
        assertThatThrownBy(() -> campaigns.plan(as("head"), wish(Ids.next(), 10, 0, 0)))
                .isInstanceOf(PointsRefused.BadNumber.class);
    }

    @Test
    void isShownToStaffResidentsAndEverybody() {
        campaigns.plan(as("head"), wish(Ids.next(), 100, 0, 100));
        var head = user(new SignedIn("someone", "", true, as("head")));
        var resident = user(new SignedIn("someone", "", true, as("resident")));
        assertThat(http.perform(get("/work/points/campaigns").with(head)))
                .hasStatusOk()
                .bodyText()
                .contains("厨余双倍周", "进行中");
        assertThat(http.perform(get("/work/points/campaigns.csv").with(head)))
                .hasStatusOk()
                .bodyText()
                .contains("厨余双倍周");
        assertThat(http.perform(get("/me/points").with(resident)))
                .hasStatusOk()
                .bodyText()
                .contains("今天多得积分", "厨余双倍周");
        assertThat(http.get().uri("/campaigns?place=" + world().communityCode()))
                .hasStatusOk()
                .bodyText()
                .contains("厨余双倍周");
        assertThat(http.get().uri("/api/v1/points/campaigns?place=" + world().communityCode()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].budgetPoints")
                .isEqualTo(100);
        var bad = http.perform(post("/work/points/campaigns")
                .with(head)
                .with(csrf())
                .param("place", world().communityCode())
                .param("name", "保留我")
                .param("budgetPoints", "很多"));
        assertThat(bad).hasStatus(422).bodyText().contains("保留我");
    }

    private NewCampaign wish(UUID id, int percent, long flat, long budget) {
        return new NewCampaign(
                id,
                world().communityCode(),
                new Names("厨余双倍周", "Kitchen week"),
                Set.of("waste.drop.kitchen"),
                percent,
                flat,
                TODAY,
                TODAY.plusDays(6),
                budget,
                Origin.SYNTHETIC);
    }

    private Submission drop(int household, String kind, String kilograms) {
        return new Submission(
                UnsampledIds.next(),
                kind,
                world().communityCode(),
                world().households().get(household).id(),
                null,
                Instant.now(),
                Map.of("mass", new Measured(new BigDecimal(kilograms), "kg")),
                "A",
                null,
                List.of(),
                null);
    }

    private long balance(int household) {
        var ref = world().households().get(household);
        return points.balances(List.of(ref)).getOrDefault(ref, 0L);
    }

    private Actor as(String who) {
        return accounts.actorOf(world().username(who));
    }

    private World.Made world() {
        return Objects.requireNonNull(made);
    }
}
