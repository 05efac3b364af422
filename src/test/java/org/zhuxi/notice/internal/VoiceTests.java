package org.zhuxi.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import javax.sound.sampled.AudioSystem;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.notice.Reminders;
import org.zhuxi.platform.database.DatabaseSettings;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Stations;

/** Reminders are said by the real eSpeak NG; without it the pages say how to get it. */
@ZhuxiTest
@Import(World.class)
class VoiceTests {

    private static final String NONE = "no-such-program-here";

    private final World worlds;
    private final Accounts accounts;
    private final Stations stations;
    private final Reminders reminders;
    private final MockMvc web;

    @TempDir
    Path data;

    VoiceTests(World worlds, Accounts accounts, Stations stations, Reminders reminders, MockMvc web) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.stations = stations;
        this.reminders = reminders;
        this.web = web;
    }

    @Test
    void saysChineseAndEnglishInSecondsThatFitTheWords() throws Exception {
        var voice = voice("espeak-ng");
        requireProgram(voice);

        var zh = voice.say("东门投放点今天早上七点到九点开放。", Locale.CHINESE).orElseThrow();
        var en = voice.say("East Gate Station is open today from 7 a.m. to 9 a.m.", Locale.ENGLISH)
                .orElseThrow();

        assertThat(seconds(zh)).isBetween(2.0, 20.0);
        assertThat(seconds(en)).isBetween(2.0, 20.0);
        assertThat(zh).isNotEqualTo(en);
    }

    @Test
    void saysTheSameWordsOnceAndKeepsNoMoreThanTwoHundredFiles() throws Exception {
        var voice = voice("espeak-ng");
        requireProgram(voice);
        var folder = Files.createDirectories(data.resolve("voice"));
        for (var i = 0; i < 230; i++) {
            Files.writeString(folder.resolve(i + ".wav"), "old");
        }

        var first = voice.say("今天不开放。", Locale.CHINESE).orElseThrow();
        var made = Files.getLastModifiedTime(first);
        assertThat(voice.say("今天不开放。", Locale.CHINESE)).contains(first);
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(made);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSizeLessThanOrEqualTo(200).contains(first);
        }
    }

    @Test
    void wordsAreNeverACommandAndTooManyAreNotSaid() throws IOException {
        var voice = voice("espeak-ng");
        requireProgram(voice);

        assertThat(voice.say("-w /tmp/x; $(touch " + data.resolve("owned") + ") `id`", Locale.ENGLISH))
                .isPresent();
        assertThat(Files.exists(data.resolve("owned"))).isFalse();
        assertThat(voice.say("字".repeat(Voice.LONGEST + 1), Locale.CHINESE)).isEmpty();
    }

    @Test
    void isMissingWithoutHarm() {
        assertThat(voice(NONE).isThere()).isFalse();
        assertThat(voice(NONE).say("早", Locale.CHINESE)).isEmpty();
        assertThat(voice("/bin/false").say("早", Locale.CHINESE)).isEmpty();
    }

    @Test
    void thePagesPlayItAndTheFileIsASound() throws Exception {
        requireProgram(voice("espeak-ng"));
        var made = worlds.make(1);
        var station = worlds.station(made, stations);
        var resident = accounts.actorOf(made.username("resident"));
        var me = new SignedIn("resident", "", true, resident);
        reminders.remind(resident, made.households().getFirst(), station.site());
        var address = "/me/reminder/" + station.site() + "/zh.wav";

        web.perform(get("/me/reminder").with(user(me)))
                .andExpect(content().string(Matchers.containsString("src=\"" + address + "\"")));
        var sound = web.perform(get(address).with(user(me)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "audio/wav"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(sound, 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("RIFF");
        web.perform(get(address).with(user(me)).header("Range", "bytes=0-99")).andExpect(status().isPartialContent());
        web.perform(get("/me/reminder/" + UUID.randomUUID() + "/zh.wav").with(user(me)))
                .andExpect(status().isNotFound());
    }

    private Voice voice(String program) {
        return new Voice(program, new DatabaseSettings(data, null, null));
    }

    /** As with Chromium: left out on a private machine, an error where CI=true. */
    private static void requireProgram(Voice voice) {
        if (!voice.isThere()) {
            var missing = "eSpeak NG is missing: sudo apt-get install espeak-ng";
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(missing);
            }
            Assumptions.abort(missing);
        }
    }

    private static double seconds(Path wav) throws Exception {
        var format = AudioSystem.getAudioFileFormat(wav.toFile());
        return format.getFrameLength() / format.getFormat().getFrameRate();
    }
}
