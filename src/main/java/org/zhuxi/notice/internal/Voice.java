package org.zhuxi.notice.internal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Sha256;
import org.zhuxi.platform.database.DatabaseSettings;

/**
 * Says words aloud into a WAV file with the system's eSpeak NG, if it is there: run without a shell, the words on its input, for
 * a few seconds at most. What was said once lies in {@code <data>/voice} until newer files push it out; it is a cache and in no
 * back-up.
 */
@Component
class Voice {

    /** Most characters that are said at once. */
    static final int LONGEST = 1_000;

    private static final long PATIENCE_SECONDS = 10;
    private static final long LARGEST_BYTES = 8_000_000;
    private static final int MOST_FILES = 200;
    private static final int AT_ONCE = 2;
    /** Words a minute: slower than people speak, for those who hear less well. */
    private static final String SPEED = "130";

    private final String program;
    private final Path folder;
    private final Semaphore free = new Semaphore(AT_ONCE);

    Voice(@Value("${zhuxi.notice.voice-program:espeak-ng}") String program, DatabaseSettings settings) {
        this.program = program;
        this.folder = settings.data().resolve("voice");
    }

    /** Whether the program is there; looked up anew, for it may be installed while this one runs. */
    boolean isThere() {
        return program.contains(File.separator)
                ? Files.isExecutable(Path.of(program))
                : Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                        .filter(place -> !place.isEmpty())
                        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    /** The words as a WAV file; empty when the program is missing, too slow, or says nothing. */
    Optional<Path> say(String words, Locale locale) {
        var voice = Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? "en" : "cmn";
        var said = folder.resolve(hash(voice + '\n' + words) + ".wav");
        if (Files.isReadable(said)) {
            return Optional.of(said);
        }
        if (words.length() > LONGEST || !isThere() || !free.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return speak(words, voice, said);
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            free.release();
        }
    }

    private Optional<Path> speak(String words, String voice, Path said) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var draft = Files.createTempFile(folder, "voice", ".draft");
        try {
            // -b 1: the words are UTF-8; without -m no mark-up in them is obeyed
            var command = List.of(program, "-v", voice, "-s", SPEED, "-b", "1", "--stdin", "-w", draft.toString());
            var run = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var input = run.getOutputStream()) {
                input.write(words.getBytes(StandardCharsets.UTF_8));
            }
            if (!run.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                run.destroyForcibly().waitFor();
                return Optional.empty();
            }
            if (run.exitValue() != 0 || Files.size(draft) == 0 || Files.size(draft) > LARGEST_BYTES) {
                return Optional.empty();
            }
            Files.move(draft, said, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            forgetOldest();
            return Optional.of(said);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void forgetOldest() throws IOException {
        try (var files = Files.list(folder)) {
            var old = files.filter(file -> file.toString().endsWith(".wav"))
                    .sorted(Comparator.comparing(Voice::age).reversed())
                    .skip(MOST_FILES)
                    .toList();
            for (var file : old) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static long age(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            // another program was faster; it sorts last and is gone anyway
            return 0;
        }
    }

    private static String hash(String text) {
        return Sha256.hex(text);
    }
}
