package org.zhuxi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.config.ConfigDataResourceNotFoundException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/** Secrets come from a folder that somebody else keeps, as docs/operations.md promises. */
class SecretsTests {

    @TempDir
    Path folder;

    @EnableConfigurationProperties(DatabaseSettings.class)
    static class Settings {}

    @Test
    void aFileOfTheFolderIsTheSettingOfItsName() throws Exception {
        Files.writeString(folder.resolve("zhuxi.db.url"), "postgresql://db.example/zhuxi\n");
        Files.writeString(folder.resolve("zhuxi.db.password"), "only in the file\n");
        Files.writeString(
                folder.resolve("spring.security.oauth2.client.registration.town.client-secret"), "of the provider");

        try (var program = start("configtree:" + folder + "/")) {
            var server = Objects.requireNonNull(
                    program.getBean(DatabaseSettings.class).db());
            assertThat(server.password()).isEqualTo("only in the file");
            assertThat(server.login().url()).isEqualTo("jdbc:postgresql://db.example/zhuxi");
            assertThat(program.getEnvironment()
                            .getProperty("spring.security.oauth2.client.registration.town.client-secret"))
                    .isEqualTo("of the provider");
        }
    }

    @Test
    void aFolderThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> start("configtree:" + folder.resolve("none") + "/"))
                .isInstanceOf(ConfigDataResourceNotFoundException.class)
                .hasMessageContaining("none");
    }

    @Test
    void keysLieWhereTheSettingSaysAndElseAmongTheData() {
        try (var program = start("", "--zhuxi.data=/srv/zhuxi", "--zhuxi.keys=/run/vault")) {
            assertThat(program.getBean(DatabaseSettings.class).key("notice.key"))
                    .isEqualTo(Path.of("/run/vault/notice.key"));
        }
        try (var program = start("", "--zhuxi.data=/srv/zhuxi")) {
            assertThat(program.getBean(DatabaseSettings.class).key("notice.key"))
                    .isEqualTo(Path.of("/srv/zhuxi/keys/notice.key"));
        }
    }

    private static ConfigurableApplicationContext start(String secrets, String... options) {
        var arguments = new String[options.length + 1];
        arguments[0] = "--spring.config.import=" + secrets;
        System.arraycopy(options, 0, arguments, 1, options.length);
        return new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(arguments);
    }
}
