package org.zhuxi.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.zhuxi.testing.FormToken.csrf;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.zhuxi.account.Accounts;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Submission;
import org.zhuxi.activity.internal.UnsampledIds;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.points.internal.QuarantineWork;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A source that recorded falsely: one person withholds, another reverses or releases. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuarantineTests {

    private final World worlds;
    private final Accounts accounts;
    private final Activities activities;
    private final Quarantines quarantines;
    private final QuarantineWork work;
    private final Points points;
    private final Postings postings;
    private final JdbcClient sql;
    private final MockMvcTester http;

    private World.@Nullable Made made;
    private List<UUID> records = List.of();

    QuarantineTests(
            World worlds,
            Accounts accounts,
            Activities activities,
            Quarantines quarantines,
            QuarantineWork work,
            Points points,
            Postings postings,
            JdbcClient sql,
            MockMvcTester http) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.activities = activities;
        this.quarantines = quarantines;
        this.work = work;
        this.points = points;
        this.postings = postings;
        this.sql = sql;
        this.http = http;
    }

    /** Two households with 12 points each from a kitchen and a recyclable drop; the first has spent 5 of them. */
    @BeforeEach
    void settle() {
        made = worlds.make(3);
        var drops = List.of(
                drop(0, "waste.drop.kitchen"),
                drop(0, "waste.drop.recyclable"),
                drop(1, "waste.drop.kitchen"),
                drop(1, "waste.drop.recyclable"));
        activities.record(as("steward"), drops);
        records = drops.stream().map(Submission::id).toList();
        postings.post(as("head"), household(0).id(), spending(5));
    }

    @Test
    void withholdsWhatIsLeftAndTakesBackTheRestAsADebtWhenTheSecondPersonSaysSo() {
        assertThat(preview()).isEqualTo(new QuarantinePreview(4, 2, 24, 5));
        var opened = open();
        assertThat(balance(0)).isEqualTo(7);
        work.run();
        assertThat(quarantines.get(as("clerk"), opened.id()).state()).isEqualTo(Quarantine.State.WITHHELD);
        assertThat(List.of(balance(0), balance(1))).containsExactly(0L, 0L);
        assertThatThrownBy(() -> postings.post(as("head"), household(1).id(), spending(1)))
                .isInstanceOf(PointsRefused.Overdraft.class);
        assertThat(points.audit(world().community())).isEmpty();

        assertThatThrownBy(() -> quarantines.decide(as("clerk"), opened.id(), Quarantine.Decision.REVERSE, "是我"))
                .isInstanceOf(PointsRefused.SamePerson.class);
        quarantines.decide(as("verifier"), opened.id(), Quarantine.Decision.REVERSE, "秤坏了");
        work.run();

        var counts = quarantines.counts(as("clerk"), opened.id());
        assertThat(counts).isEqualTo(new Quarantine.Counts(4, 4, 2, 24, 19, 24, 5));
        assertThat(points.account(as("head"), household(0).id()))
                .extracting(HouseholdAccount::balance, HouseholdAccount::owed)
                .containsExactly(0L, 5L);
        assertThat(points.account(as("head"), household(1).id()))
                .extracting(HouseholdAccount::balance, HouseholdAccount::owed)
                .containsExactly(0L, 0L);
        for (var record : records) {
            assertThat(activities.get(as("verifier"), record).state())
                    .isIn(ActivityState.REVERSED, ActivityState.REJECTED);
        }
        assertThat(points.audit(world().community())).isEmpty();
        assertThat(work.run()).isZero();
        assertThat(preview().records()).isZero();
    }

    @Test
    void givesHonestPointsBackInTheLotsTheyWereTakenFrom() {
        var before = lots(0);
        var opened = open();
        assertThat(open(opened.id()).openedAt()).isEqualTo(opened.openedAt());
        work.run();
        quarantines.decide(as("head"), opened.id(), Quarantine.Decision.RELEASE, "已经查清");
        quarantines.decide(as("head"), opened.id(), Quarantine.Decision.RELEASE, "再点一次");
        assertThatThrownBy(() -> quarantines.decide(as("head"), opened.id(), Quarantine.Decision.REVERSE, "改主意"))
                .isInstanceOf(PointsRefused.NothingToDecide.class);
        work.run();
        assertThat(quarantines.get(as("clerk"), opened.id()).state()).isEqualTo(Quarantine.State.RELEASED);
        assertThat(List.of(balance(0), balance(1))).containsExactly(7L, 12L);
        assertThat(lots(0)).isEqualTo(before);
        assertThat(points.audit(world().community())).isEmpty();
    }

    @Test
    void isNotDecidedByWhoeverRecordedWhatIsWithheld() {
        var opened = open();
        work.run();
        var steward = as("steward");
        var suspect = new Actor(steward.account(), "督导员", as("verifier").grants(), Set.of(), null);
        assertThatThrownBy(() -> quarantines.decide(suspect, opened.id(), Quarantine.Decision.RELEASE, "我记的都属实"))
                .isInstanceOf(PointsRefused.SamePerson.class);
        assertThat(quarantines.get(as("clerk"), opened.id()).state()).isEqualTo(Quarantine.State.WITHHELD);
        assertThat(http.perform(get("/work/points/quarantines/" + opened.id())
                        .with(user(new SignedIn("someone", "", true, suspect)))))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("name=\"decision\"");
    }

    @Test
    void countsEachRecordOnceWhenManyWorkOnItAtTheSameTime() throws Exception {
        var opened = open();
        together();
        quarantines.decide(as("head"), opened.id(), Quarantine.Decision.REVERSE, "核实");
        together();
        assertThat(quarantines.counts(as("clerk"), opened.id()).takenBack()).isEqualTo(24);
        assertThat(List.of(balance(0), balance(1))).containsExactly(0L, 0L);
        assertThat(points.audit(world().community())).isEmpty();
    }

    @Test
    void aRecordThatSomebodyReversesMeanwhileIsSettledByThat() {
        var opened = open();
        work.run();
        var settled = records.get(3);
        activities.reverse(as("verifier"), settled, "重复");
        quarantines.decide(as("head"), opened.id(), Quarantine.Decision.RELEASE, "其余属实");
        work.run();
        assertThat(balance(1)).isEqualTo(4);
        assertThat(quarantines.items(as("clerk"), opened.id(), 10, null).items())
                .extracting(QuarantineItem::state)
                .containsExactlyInAnyOrder(
                        QuarantineItem.State.RELEASED,
                        QuarantineItem.State.RELEASED,
                        QuarantineItem.State.RELEASED,
                        QuarantineItem.State.REVERSED);
        assertThat(points.audit(world().community())).isEmpty();
    }

    @Test
    void refusesWhatCannotBeWithheld() {
        open();
        assertThatThrownBy(this::open).isInstanceOf(PointsRefused.NothingToWithhold.class);
        assertThatThrownBy(() -> quarantines.open(as("clerk"), wish(Ids.next(), Duration.ofDays(400), "太久")))
                .isInstanceOf(PointsRefused.BadRange.class);
        assertThatThrownBy(() -> quarantines.open(as("clerk"), wish(Ids.next(), Duration.ofDays(1), " ")))
                .isInstanceOf(PointsRefused.WordsMissing.class);
        assertThatThrownBy(() -> quarantines.open(as("steward"), wish(Ids.next(), Duration.ofDays(1), "我来")))
                .isInstanceOf(Refused.Forbidden.class);
        var elsewhere = accounts.actorOf(worlds.make(1).username("clerk"));
        assertThatThrownBy(() -> quarantines.open(elsewhere, wish(Ids.next(), Duration.ofDays(1), "隔壁")))
                .isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void leadsThroughItsStepsOnPagesAndServesPrograms() {
        var clerk = user(new SignedIn("someone", "", true, as("clerk")));
        var head = user(new SignedIn("someone", "", true, as("head")));
        var base = "/work/points/quarantines";
        assertThat(http.perform(get(base).with(clerk))).hasStatusOk().bodyText().contains("没有冻结");
        var steward = as("steward").account();
        assertThat(http.perform(
                        get(base + "/new?place=" + world().communityCode()).with(clerk)))
                .hasStatusOk()
                .bodyText()
                .contains("督导员", steward.toString());
        var range = "?place=%s&from=2020-01-01T00:00&to=2020-01-02T00:00".formatted(world().communityCode());
        assertThat(http.perform(get(base + "/new" + range).with(clerk)))
                .hasStatusOk()
                .bodyText()
                .contains("没有有效的记录");
        assertThat(http.perform(get(base + "/new?place=%s&from=x&to=y".formatted(world().communityCode()))
                        .with(clerk)))
                .hasStatus(422);
        var silent = http.perform(post(base)
                .with(clerk)
                .with(csrf())
                .param("place", world().communityCode())
                .param("recorder", steward.toString())
                .param("reason", ""));
        assertThat(silent).hasStatus(422);
        var opened = open();
        work.run();
        assertThat(http.perform(get(base + "/" + opened.id()).with(clerk)))
                .hasStatusOk()
                .bodyText()
                .contains("不能自己决定");
        var address = base + "/" + opened.id() + "/decision";
        assertThat(http.perform(post(address).with(head).with(csrf()).param("decision", "RELEASE")))
                .hasStatus(422);
        assertThat(http.perform(post(address)
                        .with(head)
                        .with(csrf())
                        .param("decision", "RELEASE")
                        .param("note", "属实")))
                .hasStatus(302);
        work.run();
        assertThat(http.perform(get(base + "/" + opened.id() + "/items.csv").with(head)))
                .hasStatusOk()
                .bodyText()
                .contains("RELEASED");
        assertThat(http.perform(get("/api/v1/points/quarantines/" + opened.id()).with(head)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.counts.records")
                .isEqualTo(4);
        assertThat(http.perform(get("/api/v1/points/quarantines/" + opened.id() + "/items")
                        .with(head)))
                .hasStatusOk();
        assertThat(http.perform(get("/work/points").with(head)))
                .hasStatusOk()
                .bodyText()
                .contains("冻结中");
    }

    private void together() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = new ArrayList<java.util.concurrent.Future<Long>>();
            for (var i = 0; i < 6; i++) {
                runs.add(threads.submit(work::run));
            }
            for (var run : runs) {
                run.get();
            }
        }
    }

    private QuarantinePreview preview() {
        var now = Instant.now();
        var steward = as("steward").account();
        return quarantines.preview(
                as("clerk"), world().communityCode(), steward, now.minus(Duration.ofDays(1)), now.plusSeconds(60));
    }

    private Quarantine open() {
        return open(Ids.next());
    }

    private Quarantine open(UUID id) {
        return quarantines.open(as("clerk"), wish(id, Duration.ofDays(1), "一天称了两百次"));
    }

    private NewQuarantine wish(UUID id, Duration length, String reason) {
        var now = Instant.now();
        return new NewQuarantine(
                id,
                world().communityCode(),
                as("steward").account(),
                now.minus(length),
                now.plusSeconds(60),
                reason,
                Origin.SYNTHETIC);
    }

    private Submission drop(int household, String kind) {
        return new Submission(
                UnsampledIds.next(),
                kind,
                world().communityCode(),
                household(household).id(),
                null,
                Instant.now(),
                Map.of("mass", new Measured(new BigDecimal("2"), "kg")),
                "A",
                null,
                List.of(),
                null);
    }

    private static ManualPosting spending(long points) {
        return new ManualPosting(Ids.next(), PostingKind.REDEMPTION, points, null, "肥皂");
    }

    private HouseholdRef household(int number) {
        return world().households().get(number);
    }

    private long balance(int number) {
        return points.balances(List.of(household(number))).getOrDefault(household(number), 0L);
    }

    private String lots(int number) {
        return sql.sql("select lots::text from points.account where id = ?")
                .param(household(number).id())
                .query(String.class)
                .single();
    }

    private Actor as(String who) {
        return accounts.actorOf(world().username(who));
    }

    private World.Made world() {
        return Objects.requireNonNull(made);
    }
}
