package org.zhuxi.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.database.DatabaseSettings;
import org.zhuxi.platform.key.KeyFile;
import org.zhuxi.platform.key.KeyLife;
import org.zhuxi.platform.operations.Condition;
import org.zhuxi.platform.operations.Operations;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Operators see how old each key is and what is due. */
@ZhuxiTest
@Import(World.class)
class KeyAgesTests {

    private static final LocalDate MADE = LocalDate.parse("2026-11-23");
    private static final Period TWO_YEARS = Period.ofYears(2);

    private final World worlds;
    private final Accounts accounts;
    private final Operations operations;
    private final DatabaseSettings settings;
    private final Sealed sealed;
    private final PushKeys push;
    private final KeyRing ring;
    private final MockMvc web;
    private World.Made world;
    private Actor operator;

    KeyAgesTests(
            World worlds,
            Accounts accounts,
            Operations operations,
            DatabaseSettings settings,
            Sealed sealed,
            PushKeys push,
            KeyRing ring,
            MockMvc web) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.operations = operations;
        this.settings = settings;
        this.sealed = sealed;
        this.push = push;
        this.ring = ring;
        this.web = web;
    }

    @BeforeEach
    void useEveryKey() {
        world = worlds.make(1);
        operator = accounts.actorOf(world.username("operator"));
        sealed.seal("something");
        push.publicKey();
    }

    @Test
    void everyKeyInTheFolderIsShownWithWhatIsDue() throws Exception {
        var newest = ring.newest();
        var keys = operations.condition(operator).keys();

        try (var files = Files.list(settings.keyFolder())) {
            assertThat(keys)
                    .extracting(Condition.Key::file)
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".key"))
                                    .sorted()
                                    .toList())
                    .contains("log.key", "log-mldsa44.key", "push.key", name(newest));
        }
        assertThat(keys).noneMatch(Condition.Key::due);
        assertThat(words("zh")).contains("封存群地址", "推送", "log-mldsa44.key", "起使用", "复核是否继续使用", "更换");
        assertThat(words("en"))
                .contains("Signs the transparency log", "In use since ", "to be reviewed on ", "renewed on ");
        web.perform(get("/api/v1/operations").header("Authorization", token()))
                .andExpect(jsonPath("$.keys[?(@.file == 'log.key')].next").value("REVIEW"))
                .andExpect(jsonPath("$.keys[?(@.file == '" + name(newest) + "')].on")
                        .value(newest.since().plus(KeyRing.SEALS).toString()))
                .andExpect(jsonPath("$.keys[?(@.file == 'push.key')].due").value(false));
    }

    @Test
    void aKeyWithoutAnEndIsToldOfForAMonthEachTimeItIsToBeReviewed(@TempDir Path folder) throws Exception {
        var key = new KeyFile(Files.write(folder.resolve("push.key"), new byte[1]));
        Files.setLastModifiedTime(key.file(), FileTime.from(Instant.parse(MADE + "T23:59:00Z")));

        assertThat(review(key, MADE)).isEqualTo("2028-11-23 ok");
        assertThat(review(key, LocalDate.parse("2028-11-22"))).isEqualTo("2028-11-23 ok");
        assertThat(review(key, LocalDate.parse("2028-11-23"))).isEqualTo("2028-11-23 due");
        assertThat(review(key, LocalDate.parse("2028-12-23"))).isEqualTo("2028-11-23 due");
        assertThat(review(key, LocalDate.parse("2028-12-24"))).isEqualTo("2030-11-23 ok");
        assertThat(review(key, LocalDate.parse("2035-01-01"))).isEqualTo("2036-11-23 ok");
    }

    private static String review(KeyFile key, LocalDate today) {
        var life = KeyLife.reviewed("notice.key.push", key, TWO_YEARS, today);
        assertThat(life.since()).isEqualTo(MADE);
        return life.on() + (life.isDue(today) ? " due" : " ok");
    }

    private static String name(SealingKey key) {
        return key.file().getFileName().toString();
    }

    private String words(String language) throws Exception {
        return web.perform(get("/work/operations")
                        .param("lang", language)
                        .with(user(new SignedIn("operator", "", true, operator))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String token() {
        return "Bearer "
                + accounts.issueToken(
                        World.founder(),
                        world.username("operator"),
                        "test",
                        Set.of("operations:read"),
                        Duration.ofDays(1));
    }
}
