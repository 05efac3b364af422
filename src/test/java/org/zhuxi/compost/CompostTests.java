package org.zhuxi.compost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.compost.process.MassBalance;
import org.zhuxi.compost.process.QualityStandard;
import org.zhuxi.compost.process.Sanitisation;
import org.zhuxi.indicator.NewFigure;
import org.zhuxi.indicator.PublishedFigures;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** The life of a compost site: logged, judged, verified month by month, published down to a bucket. */
@ZhuxiTest
@Import(World.class)
class CompostTests {

    private final World worlds;
    private final Accounts accounts;
    private final CompostSites sites;
    private final CompostLog log;
    private final CompostBatches batches;
    private final CompostMonths months;
    private final CompostDay day;
    private final CompostRecipes recipes;
    private final PublishedFigures figures;
    private final Rollups rollups;
    private final MockMvc web;
    private Yard yard;

    CompostTests(
            World worlds,
            Accounts accounts,
            CompostSites sites,
            CompostLog log,
            CompostBatches batches,
            CompostMonths months,
            CompostDay day,
            CompostRecipes recipes,
            PublishedFigures figures,
            Rollups rollups,
            MockMvc web) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.sites = sites;
        this.log = log;
        this.batches = batches;
        this.months = months;
        this.day = day;
        this.recipes = recipes;
        this.figures = figures;
        this.rollups = rollups;
        this.web = web;
        this.yard = Yard.make(worlds, accounts, sites);
    }

    @BeforeEach
    void settle() {
        yard = Yard.make(worlds, accounts, sites);
    }

    @Test
    void theSameEntryAgainCountsOnceAndOtherContentIsAConflict() {
        var entry = yard.fed("12.5", 3);
        var other = NewEntry.fed(entry.id(), yard.unit(), "food-mixed", new BigDecimal("13"), entry.occurredAt());

        assertThat(yard.log(log, entry).status()).isEqualTo(Logged.Status.CREATED);
        assertThat(yard.log(log, entry).status()).isEqualTo(Logged.Status.DUPLICATE);
        assertThat(yard.log(log, other).status()).isEqualTo(Logged.Status.CONFLICT);
        assertThat(log.get(yard.clerk(), entry.id()).massKg()).isEqualByComparingTo("12.5");
        assertThat(log.record(yard.clerk(), yard.clerk().account(), List.of(entry, entry, other), Origin.SYNTHETIC))
                .extracting(Logged::status)
                .containsExactly(Logged.Status.DUPLICATE, Logged.Status.DUPLICATE, Logged.Status.CONFLICT);
    }

    @Test
    void anEntryThatCannotBeIsRefusedAloneAndSaysWhy() {
        var unit = yard.unit();
        assertThat(slug(yard.fed("-1", 3))).isEqualTo("compost-not-positive");
        assertThat(slug(yard.fed("0", 3))).isEqualTo("compost-not-positive");
        assertThat(slug(yard.fed("5400", 3))).isEqualTo("compost-too-heavy");
        assertThat(slug(NewEntry.measured(Ids.next(), unit, new BigDecimal("91"), null, null, Yard.on(3))))
                .isEqualTo("compost-temperature");
        assertThat(slug(NewEntry.measured(
                        Ids.next(), unit, new BigDecimal("30"), new BigDecimal("58"), null, Yard.on(3))))
                .isEqualTo("compost-probes-swapped");
        assertThat(slug(NewEntry.seen(
                        Ids.next(), unit, EntryKind.TURN, null, Instant.now().plus(Duration.ofHours(1)))))
                .isEqualTo("compost-future");
        assertThat(slug(NewEntry.seen(Ids.next(), unit, EntryKind.SMELL, Finding.DRY, Yard.on(3))))
                .isEqualTo("compost-finding");
        assertThat(slug(NewEntry.seen(Ids.next(), Ids.next(), EntryKind.TURN, null, Yard.on(3))))
                .isEqualTo("compost-unit-unknown");

        var results = log.record(
                yard.clerk(), yard.clerk().account(), List.of(yard.fed("-1", 3), yard.fed("4", 3)), Origin.SYNTHETIC);

        assertThat(results).extracting(Logged::status).containsExactly(Logged.Status.REJECTED, Logged.Status.CREATED);
    }

    private String slug(NewEntry entry) {
        var problem = yard.log(log, entry).problem();
        return problem == null ? "" : problem.slug();
    }

    @Test
    void somebodyElsesPhoneIsRefusedAsAWhole() {
        var entries = List.of(yard.fed("4", 3));

        assertThatThrownBy(() -> log.record(yard.clerk(), yard.head().account(), entries, Origin.SYNTHETIC))
                .isInstanceOf(CompostRefused.OtherAccount.class);
    }

    @Test
    void nobodyWithoutARoleLogsOrReads() {
        var resident = accounts.actorOf(yard.made().username("resident"));

        assertThat(log.record(resident, resident.account(), List.of(yard.fed("4", 3)), Origin.SYNTHETIC))
                .extracting(it -> it.problem() == null ? "" : it.problem().slug())
                .containsExactly("forbidden");
        assertThatThrownBy(() -> day.today(resident, yard.id())).isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void aBatchBeginsWithItsFirstBucketAndIsJudged() {
        var first = yard.fed("100", 1);
        yard.log(log, first);
        for (var i = 2; i <= 5; i++) {
            yard.log(
                    log,
                    NewEntry.measured(
                            Ids.next(), yard.unit(), new BigDecimal("60"), new BigDecimal("56"), null, Yard.on(i)));
        }
        yard.log(log, NewEntry.seen(Ids.next(), yard.unit(), EntryKind.TURN, null, Yard.on(6)));
        yard.log(log, NewEntry.mass(Ids.next(), yard.unit(), EntryKind.OUTPUT, new BigDecimal("30"), Yard.on(20)));
        var id = Ids.derived(first.id(), "batch");
        batches.noteMoisture(yard.clerk(), id, new BigDecimal("40"));
        batches.move(yard.clerk(), id, BatchState.SCREENED, "");

        var view = batches.view(id);

        assertThat(view.balance().inKg()).isEqualByComparingTo("100");
        assertThat(view.balance().lossKg()).isEqualByComparingTo("70");
        assertThat(view.balance().verdict()).isEqualTo(MassBalance.Verdict.PLAUSIBLE);
        assertThat(view.sanitisation())
                .filteredOn(it -> it.rule().id().equals("EPA_PFRP_VESSEL"))
                .singleElement()
                .extracting(it -> it.judgement().verdict())
                .isEqualTo(Sanitisation.Verdict.PASS);
        assertThatThrownBy(() -> batches.move(yard.clerk(), id, BatchState.ACTIVE, ""))
                .isInstanceOf(CompostRefused.BatchMoved.class);
    }

    @Test
    void noMoreIsHandedOutThanWasMade() {
        var first = yard.fed("100", 1);
        yard.log(log, first);
        yard.log(log, NewEntry.mass(Ids.next(), yard.unit(), EntryKind.OUTPUT, new BigDecimal("30"), Yard.on(20)));
        var batch = Ids.derived(first.id(), "batch");
        var handout = new Handout(
                Ids.next(), batch, Handout.Recipient.GARDEN, new BigDecimal("20"), "", LocalDate.now(Yard.ZONE), null);

        batches.handOut(yard.clerk(), handout, Origin.SYNTHETIC);
        batches.handOut(yard.clerk(), handout, Origin.SYNTHETIC);

        assertThat(batches.view(batch).leftKg()).isEqualByComparingTo("10");
        var more = new Handout(
                Ids.next(),
                batch,
                Handout.Recipient.RESIDENT,
                new BigDecimal("11"),
                "",
                LocalDate.now(Yard.ZONE),
                null);
        assertThatThrownBy(() -> batches.handOut(yard.clerk(), more, Origin.SYNTHETIC))
                .isInstanceOf(CompostRefused.MoreThanMade.class);
        batches.takeBackHandout(yard.clerk(), batch, handout.id(), "typing mistake");
        assertThat(batches.view(batch).leftKg()).isEqualByComparingTo("30");
    }

    @Test
    void aTestIsComparedWithItsLimits() throws Exception {
        var first = yard.fed("100", 1);
        yard.log(log, first);
        var batch = Ids.derived(first.id(), "batch");
        var values = Map.of("moisture", new BigDecimal("50"), "ph", new BigDecimal("7"));
        var test = new QualityTest(Ids.next(), batch, "COMMUNITY", LocalDate.now(Yard.ZONE), "", "", values, List.of());

        batches.test(yard.clerk(), test, Origin.SYNTHETIC);

        assertThat(batches.view(batch).tests())
                .singleElement()
                .extracting(BatchView.Tested::verdict)
                .isEqualTo(QualityStandard.Verdict.OUTSIDE);
        batches.test(
                yard.clerk(),
                new QualityTest(
                        Ids.next(),
                        batch,
                        "NYT525-2021",
                        LocalDate.now(Yard.ZONE),
                        "",
                        "",
                        Map.of("impurities", new BigDecimal("0.4")),
                        List.of()),
                Origin.SYNTHETIC);
        web.perform(get("/compost/batches/" + batch))
                .andExpect(content().string(Matchers.containsString("凭记忆写的数，还没有对照 NY/T 525-2021")))
                .andExpect(content().string(Matchers.containsString("凭记忆写的数，还没有对照 GB 7959-2012 原文")))
                .andExpect(content().string(Matchers.containsString("本平台自己定的数，不是标准。")));
    }

    @Test
    void theBinTellsWhatToDoToday() {
        var today = LocalDate.now(Yard.ZONE);
        var unit = yard.unit();
        var start = Yard.at(today.minusDays(4));
        yard.log(log, NewEntry.fed(Ids.next(), unit, "food-mixed", BigDecimal.TEN, start));
        assertThat(codes()).contains("measure");

        yard.log(
                log,
                NewEntry.measured(
                        Ids.next(),
                        unit,
                        new BigDecimal("68"),
                        null,
                        null,
                        Instant.now().minusSeconds(60)));
        yard.log(
                log,
                NewEntry.seen(
                        Ids.next(),
                        unit,
                        EntryKind.SMELL,
                        Finding.AMMONIA,
                        Instant.now().minusSeconds(60)));
        assertThat(codes()).contains("turn-hot", "ammonia").doesNotContain("measure");

        yard.log(log, NewEntry.seen(Ids.next(), unit, EntryKind.TURN, null, Instant.now()));
        assertThat(codes()).isEmpty();
    }

    private List<String> codes() {
        return day.today(yard.clerk(), yard.id()).getFirst().advice().stream()
                .map(Advice::code)
                .toList();
    }

    @Test
    void bucketsCountOnlyAfterFiveWeighings() {
        yard.log(log, yard.buckets(20, 3));
        months.submit(yard.clerk(), yard.id(), Yard.LAST_MONTH);
        months.report(yard.verifier(), yard.id(), Yard.LAST_MONTH)
                .sample()
                .forEach(it -> months.look(yard.verifier(), it.entry().id(), true, ""));
        assertThatThrownBy(() -> months.publish(yard.verifier(), yard.id(), Yard.LAST_MONTH))
                .isInstanceOf(CompostRefused.DensityMissing.class);

        months.giveBack(yard.verifier(), yard.id(), Yard.LAST_MONTH, "weigh five buckets");
        IntStream.range(0, 5).forEach(i -> weigh("9.0"));
        yard.verify(months, Yard.LAST_MONTH);

        assertThat(months.published(List.of(yard.site()), Yard.LAST_MONTH, Yard.LAST_MONTH)
                        .getFirst()
                        .treatedKg())
                .isEqualByComparingTo("8");
    }

    private void weigh(String gross) {
        months.weigh(
                yard.clerk(),
                yard.id(),
                new Weighing(
                        Ids.next(),
                        "food-mixed",
                        new BigDecimal(gross),
                        BigDecimal.ONE,
                        BigDecimal.valueOf(20),
                        Yard.LAST_MONTH.atDay(4)),
                Origin.SYNTHETIC);
    }

    @Test
    void whoRecordedDoesNotVerifyAndAHeldEntryMustBeLookedAt() {
        for (var i = 0; i < 7; i++) {
            yard.log(log, yard.fed("12." + i, i + 1));
        }
        var odd = yard.fed("155", 9);
        yard.log(log, odd);
        months.submit(yard.clerk(), yard.id(), Yard.LAST_MONTH);

        var report = months.report(yard.verifier(), yard.id(), Yard.LAST_MONTH);

        assertThat(report.remarks())
                .anyMatch(it -> it.code().equals("outlier")
                        && it.severity() == MonthRemark.Severity.HOLD
                        && odd.id().equals(it.entry()));
        assertThat(report.remarksTogether())
                .as("one line for what is alike, each that holds the month up for itself")
                .hasSizeLessThan(report.remarks().size())
                .filteredOn(alike -> alike.getFirst().severity() == MonthRemark.Severity.HOLD)
                .allMatch(alike -> alike.size() == 1);
        assertThat(report.sample()).extracting(it -> it.entry().id()).contains(odd.id());
        assertThatThrownBy(() -> months.publish(yard.verifier(), yard.id(), Yard.LAST_MONTH))
                .isInstanceOf(CompostRefused.NotLookedAt.class);
        months.look(yard.verifier(), odd.id(), false, "the ticket says 15.5");
        assertThatThrownBy(() -> months.publish(yard.verifier(), yard.id(), Yard.LAST_MONTH))
                .isInstanceOf(CompostRefused.NotLookedAt.class);
        assertThatThrownBy(() -> log.takeBack(yard.clerk(), odd.id(), "typing mistake"))
                .isInstanceOf(CompostRefused.MonthClosed.class);
        months.giveBack(yard.verifier(), yard.id(), Yard.LAST_MONTH, "mend it");
        log.takeBack(yard.clerk(), odd.id(), "typing mistake");
        yard.verify(months, Yard.LAST_MONTH);
        assertThatThrownBy(() -> months.submit(yard.clerk(), yard.id(), Yard.LAST_MONTH))
                .isInstanceOf(CompostRefused.MonthMoved.class);
    }

    @Test
    void aMonthIsNotSubmittedBeforeItIsOverNorDecidedByItsRecorder() {
        yard.log(log, NewEntry.fed(Ids.next(), yard.unit(), "food-mixed", BigDecimal.ONE, Yard.on(3)));
        log.record(
                yard.head(),
                yard.head().account(),
                List.of(NewEntry.fed(Ids.next(), yard.unit(), "food-mixed", BigDecimal.TWO, Yard.on(4))),
                Origin.SYNTHETIC);

        assertThatThrownBy(() -> months.submit(yard.clerk(), yard.id(), Yard.LAST_MONTH.plusMonths(1)))
                .isInstanceOf(CompostRefused.MonthRuns.class);
        months.submit(yard.clerk(), yard.id(), Yard.LAST_MONTH);
        assertThatThrownBy(() -> months.reject(yard.head(), yard.id(), Yard.LAST_MONTH, "no"))
                .isInstanceOf(CompostRefused.OwnMonth.class);
    }

    @Test
    void aPublishedMonthStaysAndIsCorrectedLater() throws Exception {
        var wrong = yard.fed("20", 3);
        yard.log(log, wrong);
        yard.log(log, yard.fed("10", 4));
        yard.verify(months, Yard.LAST_MONTH);

        assertThat(slug(yard.fed("1", 5))).isEqualTo("compost-month-published");
        assertThatThrownBy(() -> months.giveBack(yard.verifier(), yard.id(), Yard.LAST_MONTH, "again"))
                .isInstanceOf(CompostRefused.MonthClosed.class);
        var late = new NewEntry(
                Ids.next(),
                yard.unit(),
                EntryKind.FEED,
                "food-mixed",
                new BigDecimal("-5"),
                null,
                null,
                null,
                null,
                false,
                null,
                "the ticket says 15",
                Instant.now(),
                false,
                List.of(),
                wrong.id());
        assertThat(yard.log(log, late).status()).isEqualTo(Logged.Status.CREATED);
        assertThat(slug(new NewEntry(
                        Ids.next(),
                        yard.unit(),
                        EntryKind.FEED,
                        "food-mixed",
                        new BigDecimal("-16"),
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        "",
                        Instant.now(),
                        false,
                        List.of(),
                        wrong.id())))
                .isEqualTo("compost-below-nothing");

        var place = yard.made().communityCode();
        var period = Yard.LAST_MONTH.toString();
        rollups.refreshAll();
        var figure = figures.publish(
                yard.head(), Ids.next(), new NewFigure("compost.treated.mass", place, period), Origin.SYNTHETIC);
        web.perform(get("/api/v1/figures/" + figure.id() + "/trace?depth=12"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("/compost/entries/" + wrong.id())));
        web.perform(get("/compost/sites/" + yard.id() + "/months/" + period))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("/compost/entries/" + wrong.id())));
        web.perform(get("/compost/entries/" + wrong.id())).andExpect(status().isOk());
        web.perform(get("/compost/entries/" + late.id())).andExpect(status().isNotFound());
    }

    @Test
    void programsLogThroughTheApiAndABadItemSpoilsNone() throws Exception {
        var token = accounts.issueToken(
                World.founder(),
                yard.made().username("clerk"),
                "test",
                Set.of("compost:write", "compost:read"),
                Duration.ofDays(1));
        var id = Ids.next();
        var body = """
                {"entries":[{"id":"%s","unit":"%s","kind":"FEED","material":"food-mixed","massKg":12.5,"occurredAt":"%s"},
                 {"id":"%s","unit":"%s","kind":"EATEN","occurredAt":"%3$s"},
                 {"id":"%4$s","unit":7}]}
                """.formatted(id, yard.unit(), Yard.on(3), Ids.next(), yard.unit());

        web.perform(post("/api/v1/compost/entries")
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.results[0].status").value("created"))
                .andExpect(jsonPath("$.results[1].status").value("rejected"))
                .andExpect(jsonPath("$.results[2].status").value("rejected"));
        web.perform(get("/api/v1/compost/sites/" + yard.id() + "/entries").header("Authorization", "Bearer " + token))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(1));
        web.perform(get("/api/v1/compost/recipe?material=food-mixed&buckets=x")).andExpect(status().is4xxClientError());
        web.perform(get("/api/v1/compost/sites/nothing")).andExpect(status().isNotFound());
        web.perform(get("/compost/sites/" + yard.id() + "/months/never")).andExpect(status().isNotFound());
    }

    @Test
    void threeBucketsOfKitchenWasteAreToldInBucketsOfTheSite() {
        var question = new RecipeQuestion(
                List.of(new RecipeQuestion.Part("food-mixed", BigDecimal.valueOf(3))),
                "leaves-dry",
                BigDecimal.valueOf(30),
                BigDecimal.valueOf(60));

        var book = recipes.answer(question, null);
        assertThat(book.found()).isTrue();
        assertThat(book.ownDensity()).isFalse();
        assertThat(book.lines().getLast().massKg())
                .isEqualTo(0.806452 * 3 * 20 * 0.419, org.assertj.core.data.Offset.offset(0.01));

        var impossible = recipes.answer(
                new RecipeQuestion(question.parts(), "sawdust", BigDecimal.valueOf(30), BigDecimal.valueOf(60)),
                yard.id());
        assertThat(impossible.found()).isFalse();
        assertThat(impossible.waterLitres()).isZero();
    }

    @Test
    void everyPageOpens() throws Exception {
        var entry = yard.fed("12", 3);
        yard.log(log, entry);
        var batch = Ids.derived(entry.id(), "batch");
        for (var path : List.of(
                "/compost",
                "/compost?q=%E7%AB%B9&scene=RESIDENTIAL",
                "/compost/sites/" + yard.id(),
                "/compost/batches/" + batch,
                "/compost/recipe",
                "/compost/recipe?material=food-mixed&buckets=3&brown=leaves-dry&carbonNitrogen=30&moisturePercent=60",
                "/compost/recipe?material=food-mixed&buckets=3&brown=sawdust&carbonNitrogen=30&moisturePercent=60",
                "/compost/sites.csv")) {
            web.perform(get(path)).andExpect(status().isOk());
        }
        web.perform(get("/compost/recipe?buckets=-3&material=food-mixed&brown=x&carbonNitrogen=1&moisturePercent=2"))
                .andExpect(status().is(422));
    }
}
