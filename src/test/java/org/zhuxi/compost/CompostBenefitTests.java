package org.zhuxi.compost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.account.Accounts;
import org.zhuxi.carbon.BaselineMix;
import org.zhuxi.carbon.BaselineMixes;
import org.zhuxi.carbon.Climate;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** What a site brought: its report, its climate statement, its place on the map, the phone's kit and photos. */
@ZhuxiTest
@Import(World.class)
class CompostBenefitTests {

    private static final String PERIOD = Yard.LAST_MONTH.toString();

    private final World worlds;
    private final Accounts accounts;
    private final CompostSites sites;
    private final CompostLog log;
    private final CompostMonths months;
    private final CompostBenefits benefits;
    private final CompostPhotos photos;
    private final BaselineMixes mixes;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final MockMvc web;
    private Yard yard;

    CompostBenefitTests(
            World worlds,
            Accounts accounts,
            CompostSites sites,
            CompostLog log,
            CompostMonths months,
            CompostBenefits benefits,
            CompostPhotos photos,
            BaselineMixes mixes,
            JdbcClient jdbc,
            TransactionOperations transactions,
            MockMvc web) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.sites = sites;
        this.log = log;
        this.months = months;
        this.benefits = benefits;
        this.photos = photos;
        this.mixes = mixes;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.web = web;
        this.yard = Yard.make(worlds, accounts, sites);
    }

    @BeforeEach
    void settle() {
        yard = Yard.make(worlds, accounts, sites);
    }

    @Test
    void aStatementRestsOnPublishedMonthsAlone() throws Exception {
        yard.log(log, yard.fed("100", 3));
        yard.log(log, NewEntry.fed(Ids.next(), yard.unit(), "leaves-dry", new BigDecimal("60"), Yard.on(4)));
        yard.log(log, NewEntry.mass(Ids.next(), yard.unit(), EntryKind.OUTPUT, new BigDecimal("30"), Yard.on(20)));
        var id = Ids.next();
        assertThatThrownBy(() ->
                        benefits.draft(World.founder(), id, yard.id(), PERIOD, Climate.TEMPERATE_WET, Origin.SYNTHETIC))
                .isInstanceOf(CompostRefused.NothingPublished.class);
        yard.verify(months, Yard.LAST_MONTH);
        requireBaseline();
        mixes.enter(
                World.founder(),
                Ids.next(),
                yard.made().communityCode(),
                Yard.LAST_MONTH.getYear(),
                new BaselineMix(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO, "trial"),
                Origin.SYNTHETIC);

        var drafted = benefits.draft(World.founder(), id, yard.id(), PERIOD, Climate.TEMPERATE_WET, Origin.SYNTHETIC);

        assertThat(drafted.document().treatedKg()).isEqualByComparingTo("160");
        assertThat(drafted.document().inputs()).hasSize(2).first().satisfies(it -> {
            assertThat(it.source()).contains("/compost/sites/" + yard.id() + "/months/" + PERIOD);
            assertThat(it.base()).isEqualByComparingTo("100");
        });
        assertThat(drafted.document().net().kg()).isPositive();
        assertThat(drafted.document().net().lowKg())
                .isLessThan(drafted.document().net().highKg());

        var report = benefits.report(yard.id(), Yard.LAST_MONTH.getYear());
        assertThat(report.months()).isEqualTo(1);
        assertThat(report.treatedKg()).isEqualByComparingTo("160");
        assertThat(report.yieldPercent()).isEqualByComparingTo("18.8");
        assertThat(report.keepers()).as("fewer than five are not counted out").isNull();
        web.perform(get("/compost/sites/" + yard.id() + "/benefits?year=" + Yard.LAST_MONTH.getYear()))
                .andExpect(status().isOk());
        web.perform(get("/api/v1/compost/sites/" + yard.id() + "/benefits?year=" + Yard.LAST_MONTH.getYear()))
                .andExpect(jsonPath("$.treatedKg").value(160));
        assertThatThrownBy(() -> benefits.draft(
                        World.founder(), Ids.next(), yard.id(), "last", Climate.TEMPERATE_WET, Origin.SYNTHETIC))
                .isInstanceOf(CompostRefused.Unreadable.class);
    }

    /** In a database in which nobody has said what becomes of waste; what others entered is there again afterwards. */
    private void requireBaseline() {
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("delete from carbon.baseline_mix").update();
            assertThatThrownBy(() -> benefits.draft(
                            World.founder(), Ids.next(), yard.id(), PERIOD, Climate.TEMPERATE_WET, Origin.SYNTHETIC))
                    .isInstanceOfSatisfying(
                            CompostRefused.BaselineMissing.class,
                            refused -> assertThat(refused.problem().arguments())
                                    .contains(String.valueOf(Yard.LAST_MONTH.getYear())));
        });
    }

    @Test
    void theMapShowsWhereSitesAreAndWhatTheyAre() throws Exception {
        web.perform(get("/api/v1/compost/map"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.type").value("FeatureCollection"));
        web.perform(get("/api/v1/compost/map?scene=NONE&q=%27")).andExpect(status().isOk());
        web.perform(get("/compost?q=%00&scene=X&after=")).andExpect(status().isOk());
    }

    @Test
    void thePhoneTakesItsKitAndSendsPhotosBeforeEntries() throws Exception {
        var token = accounts.issueToken(
                World.founder(),
                yard.made().username("clerk"),
                "test",
                Set.of("compost:write", "compost:read"),
                Duration.ofDays(1));
        var bearer = "Bearer " + token;
        web.perform(get("/api/v1/compost/kit").header("Authorization", bearer))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.sites[0].units[0].probes").value(2))
                .andExpect(jsonPath("$.materials").isNotEmpty());
        web.perform(get("/field/compost/log"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("data-words")));

        var file = new MockMultipartFile("file", "photo.png", "image/png", png());
        var answer = web.perform(multipart("/api/v1/compost/units/" + yard.unit() + "/photos")
                        .file(file)
                        .header("Authorization", bearer))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var sha256 = answer.replaceAll(".*\"sha256\":\"([0-9a-f]{64})\".*", "$1");
        var id = Ids.next();
        var body = """
                {"entries":[{"id":"%s","unit":"%s","kind":"PHOTO","occurredAt":"%s","evidence":["%s"]},
                 {"id":"%s","unit":"%s","kind":"PHOTO","occurredAt":"%3$s","evidence":["%s"]}]}
                """.formatted(id, yard.unit(), Yard.on(3), sha256, Ids.next(), yard.unit(), "0".repeat(64));
        web.perform(post("/api/v1/compost/entries")
                        .header("Authorization", bearer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(jsonPath("$.results[0].status").value("created"))
                .andExpect(jsonPath("$.results[1].status").value("rejected"));
        assertThat(photos.open(yard.clerk(), id, sha256).file().sha256()).isEqualTo(sha256);
        assertThatThrownBy(() -> photos.open(yard.clerk(), id, "none")).isInstanceOf(Refused.NotFound.class);
        var resident = accounts.actorOf(yard.made().username("resident"));
        assertThatThrownBy(() -> photos.keep(resident, yard.unit(), new ByteArrayInputStream(png())))
                .isInstanceOf(Refused.Forbidden.class);
    }

    private static byte[] png() throws java.io.IOException {
        var out = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(
                new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    @Test
    void aLateOneIsHeldOrRefusedAndABodyOfNonsenseIsNoFault() throws Exception {
        for (var body : List.of("", "[]", "{\"entries\":[null]}", "{\"entries\":[{\"id\":1}]}", "{\"entries\":7}")) {
            web.perform(post("/api/v1/compost/entries")
                            .header("Authorization", "Bearer none")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .andExpect(status().is4xxClientError());
        }
    }
}
