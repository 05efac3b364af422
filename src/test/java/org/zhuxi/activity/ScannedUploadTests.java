package org.zhuxi.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhuxi.account.Accounts;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.LocatedPhoto;
import org.zhuxi.testing.VirusScanner;
import org.zhuxi.testing.VirusScanner.Mood;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** The program with a scanner for viruses: what is kept as it came is shown to it first. */
@ZhuxiTest
@Import(World.class)
class ScannedUploadTests {

    private static final VirusScanner SCANNER = listening();
    private static final byte[] PHOTO = LocatedPhoto.at(32.4, 119.4);

    private final MockMvc web;
    private final JdbcClient jdbc;
    private final World.Made world;
    private final RequestPostProcessor steward;
    private final RequestPostProcessor head;

    ScannedUploadTests(MockMvc web, JdbcClient jdbc, World worlds, Accounts accounts) {
        this.web = web;
        this.jdbc = jdbc;
        world = worlds.make(1);
        steward = user(new SignedIn("s", "", true, accounts.actorOf(world.username("steward"))));
        head = user(new SignedIn("h", "", true, accounts.actorOf(world.username("head"))));
    }

    private static VirusScanner listening() {
        try {
            return new VirusScanner();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void name(DynamicPropertyRegistry settings) {
        settings.add("zhuxi.evidence.scanner", SCANNER::setting);
    }

    @AfterAll
    static void close() throws IOException {
        SCANNER.close();
    }

    @BeforeEach
    @AfterEach
    void recover() {
        SCANNER.be(Mood.HONEST);
        SCANNER.files().clear();
    }

    @Test
    void aDocumentWithAVirusIsRefusedInTheReadersWordsAndNotKept() throws Exception {
        keep(VirusScanner.INFECTED_PDF, Locale.CHINESE)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.type").value("/problems/file-infected"))
                .andExpect(jsonPath("$.errors[0].field").value("file"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("病毒")));
        keep(VirusScanner.INFECTED_PDF, Locale.ENGLISH)
                .andExpect(jsonPath("$.detail").value(containsString("virus")));

        assertThat(kept()).isZero();
    }

    @Test
    void aCleanDocumentIsKeptAsItWasLookedAt() throws Exception {
        keep(VirusScanner.CLEAN_PDF, Locale.CHINESE)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.bytes").value(VirusScanner.CLEAN_PDF.length));

        assertThat(SCANNER.files()).singleElement().isEqualTo(VirusScanner.CLEAN_PDF);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void aPhotoIsDrawnAnewAndNeedsNoScanner() throws Exception {
        SCANNER.be(Mood.ERROR);

        keep(PHOTO, Locale.CHINESE).andExpect(status().isCreated());
        assertThat(SCANNER.files()).isEmpty();
    }

    @Test
    void nothingUnscannedIsKeptWhileTheScannerIsAwayAndTheSameFileIsTakenLater() throws Exception {
        SCANNER.close();
        try {
            keep(VirusScanner.CLEAN_PDF, Locale.ENGLISH)
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(header().exists("Retry-After"))
                    .andExpect(jsonPath("$.type").value("/problems/file-unscanned"));
            assertThat(kept()).isZero();
            web.perform(get("/actuator/health")).andExpect(status().isServiceUnavailable());
            web.perform(get("/actuator/health/readiness")).andExpect(status().isOk());
        } finally {
            SCANNER.open();
        }
        keep(VirusScanner.CLEAN_PDF, Locale.ENGLISH).andExpect(status().isCreated());
        web.perform(get("/actuator/health")).andExpect(status().isOk());
    }

    @Test
    void aTableToImportIsLookedAtToo() throws Exception {
        importing("住宅,人数\n" + VirusScanner.EICAR + ",3\n")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("查出了病毒")));
        SCANNER.be(Mood.ERROR);
        importing("住宅,人数\nB1-1-101,3\n")
                .andExpect(status().isServiceUnavailable())
                .andExpect(content().string(containsString("请过几分钟再传一次")));

        assertThat(jdbc.sql(
                                "select count(*) from exchange.import_job where account_id = (select id from account.account where username = :head)")
                        .param("head", world.username("head"))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private ResultActions importing(String table) throws Exception {
        var file = new MockMultipartFile("file", "t.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8));
        return web.perform(multipart("/work/imports")
                .file(file)
                .param("source", "households")
                .with(head)
                .with(csrf()));
    }

    private ResultActions keep(byte[] bytes, Locale locale) throws Exception {
        return web.perform(multipart("/api/v1/evidence")
                .file(new MockMultipartFile("file", "a", "application/octet-stream", bytes))
                .param("place", world.communityCode())
                .header("Accept-Language", locale.toLanguageTag())
                .locale(locale)
                .with(steward)
                .with(csrf()));
    }

    private long kept() {
        return jdbc.sql("select count(*) from activity.evidence where community_id = :community")
                .param("community", world.community().value())
                .query(Long.class)
                .single();
    }
}
