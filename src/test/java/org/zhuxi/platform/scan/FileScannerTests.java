package org.zhuxi.platform.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.outgoing.AllowedHosts;
import org.zhuxi.platform.scan.FileScanner.Verdict;
import org.zhuxi.testing.VirusScanner;
import org.zhuxi.testing.VirusScanner.Mood;

/** Files are shown to a scanner for viruses, and only its clear word lets one pass. */
@ExtendWith(OutputCaptureExtension.class)
class FileScannerTests {

    private static final Actor SENDER = new Actor(UUID.randomUUID(), "欧阳慎独", Set.of(), Set.of(), null);
    private static final byte[] VIRUS = VirusScanner.EICAR.getBytes(StandardCharsets.US_ASCII);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);

    private VirusScanner clamd;

    @BeforeEach
    void open() throws IOException {
        clamd = new VirusScanner();
    }

    @AfterEach
    void close() throws IOException {
        clamd.close();
    }

    @Test
    void showsEveryByteOfAFile() {
        var seed = System.nanoTime();
        var file = new byte[300_001];
        new Random(seed).nextBytes(file);

        assertThat(scanner().look(SENDER, file)).as("seed " + seed).isEqualTo(Verdict.CLEAN);
        assertThat(clamd.files()).singleElement().isEqualTo(file);
    }

    @Test
    void refusesAVirusAndSaysInTheLogWhichAndNotWhose(CapturedOutput log) {
        assertThat(scanner().look(SENDER, VIRUS)).isEqualTo(Verdict.INFECTED);
        assertThat(log.getAll())
                .contains("Win.Test.EICAR_HDB-1", SENDER.account().toString())
                .doesNotContain(SENDER.name());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HONEST")
    void onlyAClearWordLetsAFilePass(Mood mood) {
        clamd.be(mood);

        assertThat(scanner(mood == Mood.SILENT ? SHORT : LONG).look(SENDER, new byte[200_000]))
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void nothingPassesWhileItIsAwayAndItIsAskedAgainWhenItIsBack() throws IOException {
        var scanner = scanner();
        clamd.close();

        assertThat(scanner.look(SENDER, new byte[1])).isEqualTo(Verdict.UNKNOWN);
        assertThat(new ScannerHealth(scanner).health().getStatus()).isEqualTo(Status.DOWN);

        clamd.open();
        assertThat(scanner.look(SENDER, new byte[1])).isEqualTo(Verdict.CLEAN);
        assertThat(new ScannerHealth(scanner).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void nothingPassesWhileNobodyKnowsWhereItIs() {
        assertThat(scanner("tcp://clamd.invalid:3310", SHORT, AllowedHosts.ANY).look(SENDER, new byte[1]))
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aFewWaitForASlowScannerAndTheOthersAreToldToComeAgain() throws Exception {
        clamd.be(Mood.SILENT);
        var scanner = scanner(Duration.ofSeconds(2));
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Callable<Verdict>>();
            for (var i = 0; i < FileScanner.MOST_AT_ONCE + 5; i++) {
                asked.add(() -> scanner.look(SENDER, VIRUS));
            }
            for (var verdict : many.invokeAll(asked)) {
                assertThat(verdict.get()).isEqualTo(Verdict.UNKNOWN);
            }
        }
        assertThat(clamd.files()).hasSizeLessThanOrEqualTo(FileScanner.MOST_AT_ONCE);

        clamd.be(Mood.HONEST);
        assertThat(scanner.look(SENDER, VIRUS)).isEqualTo(Verdict.INFECTED);
    }

    @Test
    void isReachedThroughASocketInAFolderAsWell(@TempDir Path folder) throws Exception {
        var path = folder.resolve("clamd.ctl");
        try (var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            door.bind(UnixDomainSocketAddress.of(path));
            Thread.startVirtualThread(() -> answerOnce(door));

            assertThat(scanner("unix:" + path, LONG, AllowedHosts.ANY).look(SENDER, VIRUS))
                    .isEqualTo(Verdict.INFECTED);
        }
    }

    private static void answerOnce(ServerSocketChannel door) {
        try (var caller = door.accept()) {
            caller.read(ByteBuffer.allocate(10 + Integer.BYTES));
            caller.write(ByteBuffer.wrap("stream: Win.Test FOUND\0".getBytes(StandardCharsets.US_ASCII)));
            while (caller.read(ByteBuffer.allocate(1_000)) > 0) {
                // the rest of the file
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void withoutOneFilesPassAsBefore(String none) {
        var scanner = scanner(none, LONG, AllowedHosts.ANY);

        assertThat(scanner.look(SENDER, VIRUS)).isEqualTo(Verdict.CLEAN);
        assertThat(new ScannerHealth(scanner).health().getStatus()).isEqualTo(Status.UP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clamd",
                "127.0.0.1:3310",
                "http://127.0.0.1:3310",
                "tcp://",
                "tcp://127.0.0.1:99999",
                "unix:clamd.ctl",
                "unix://clamd/clamd.ctl",
                "not an address"
            })
    void aWrongSettingStopsTheStart(String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scanner(setting, LONG, AllowedHosts.ANY))
                .withMessageContaining("zhuxi.evidence.scanner");
    }

    @Test
    void aListOfHostsCountsHereToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scanner(clamd.setting(), LONG, new AllowedHosts(List.of("push.example.org"))))
                .withMessageContaining("zhuxi.evidence.scanner")
                .withMessageContaining("zhuxi.outgoing.hosts");
        assertThat(scanner(clamd.setting(), LONG, new AllowedHosts(List.of("127.0.0.1")))
                        .look(SENDER, VIRUS))
                .isEqualTo(Verdict.INFECTED);
    }

    @Test
    void noTimeAtAllStopsTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scanner(Duration.ZERO))
                .withMessageContaining("zhuxi.evidence.scanner-timeout");
    }

    private FileScanner scanner() {
        return scanner(LONG);
    }

    private FileScanner scanner(Duration patience) {
        return scanner(clamd.setting(), patience, AllowedHosts.ANY);
    }

    private static FileScanner scanner(@Nullable String setting, Duration patience, AllowedHosts allowed) {
        return new FileScanner(new ScannerSettings(setting, patience), allowed);
    }
}
