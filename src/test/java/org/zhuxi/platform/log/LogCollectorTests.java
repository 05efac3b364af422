package org.zhuxi.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.zhuxi.ZhuxiApplication;
import org.zhuxi.platform.outgoing.OutgoingSettings;
import org.zhuxi.platform.start.Program;
import org.zhuxi.testing.LogReceiver;
import org.zhuxi.testing.TestCertificate;
import tools.jackson.databind.json.JsonMapper;

/** Lines of the log leave the machine, to whom the operator names and to nobody else. */
class LogCollectorTests {

    private static final Logger LOG = LoggerFactory.getLogger(LogCollectorTests.class);
    private static final long PAUSE_MILLIS = 50;
    private static final long PATIENCE_MILLIS = 500;

    @TempDir
    private static Path folder;

    private static TestCertificate here;
    private static TestCertificate elsewhere;

    private LogReceiver receiver;

    @BeforeAll
    static void make() throws IOException, GeneralSecurityException {
        here = TestCertificate.in(Files.createDirectory(folder.resolve("here")));
        elsewhere = TestCertificate.in(Files.createDirectory(folder.resolve("elsewhere")), "dns:elsewhere.example");
    }

    @BeforeEach
    void listen() throws IOException {
        receiver = LogReceiver.overTls(here);
    }

    @AfterEach
    void detach() throws IOException {
        LogCollector.detach();
        receiver.close();
    }

    @Test
    void sendsEachLineAsJsonOverTls() {
        attach(trusting(here, receiver));

        MDC.put("request", "0192-a-request");
        LOG.warn("刘湾 {}", 7);
        MDC.remove("request");

        var line = JsonMapper.shared().readTree(lineWith("刘湾 7"));
        assertThat(line.at("/log/level").asString()).isEqualTo("WARN");
        assertThat(line.at("/log/logger").asString()).isEqualTo(LogCollectorTests.class.getName());
        assertThat(line.at("/request").asString()).isEqualTo("0192-a-request");
        assertThat(line.at("/ecs/version").asString()).isNotEmpty();
        assertThat(new CollectorWatch().health().getStatus()).isEqualTo(Status.UP);
        assertThat(counted("sent")).isPositive();
        assertThat(counted("dropped")).isZero();
    }

    @Test
    void aCertificateOfAnotherNameGetsNothing() throws Exception {
        try (var other = LogReceiver.overTls(elsewhere)) {
            attach(trusting(elsewhere, other));

            staysSilent(other);
        }
    }

    @Test
    void aCertificateThatNobodyTrustsGetsNothing() {
        attach(Map.of("zhuxi.log-collector.uri", "tls://localhost:" + receiver.port()));

        staysSilent(receiver);
    }

    private static void staysSilent(LogReceiver receiver) {
        LOG.info("for nobody");
        await().until(() -> receiver.callers() > 2);

        assertThat(receiver.lines()).isEmpty();
        assertThat(new CollectorWatch().health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(counted("sent")).isZero();
    }

    @Test
    void linesOfTheTimeItWasAwayArriveWhenItIsBack() throws Exception {
        attach(trusting(here, receiver));
        LOG.info("before");
        lineWith("before");

        receiver.close();
        await().until(() -> new CollectorWatch().health().getStatus().equals(Status.DOWN));
        LOG.info("meanwhile");
        receiver.open();

        lineWith("meanwhile");
        LOG.info("after");
        lineWith("after");
        assertThat(new CollectorWatch().health().getStatus()).isEqualTo(Status.UP);
        assertThat(counted("dropped")).isZero();
    }

    @Test
    void nobodyWaitsForACollectorThatIsAwayAndWhatIsTooMuchIsCounted() throws Exception {
        receiver.close();
        attach(trusting(here, receiver));

        for (var line = 0; line < CollectorAppender.MOST_WAITING + 100; line++) {
            send("line " + line);
        }

        assertThat(counted("dropped")).isBetween(100.0, 110.0);
        receiver.open();
        await().until(() -> receiver.lines().size() >= CollectorAppender.MOST_WAITING - 10);
        assertThat(receiver.lines().getFirst()).contains("line 0");
        assertThat(lineWith("lines were dropped")).containsPattern("\\b1\\d\\d lines were dropped");
    }

    @Test
    void onTheSameMachineItMayDoWithoutTls() throws Exception {
        try (var plain = LogReceiver.plain()) {
            attach(Map.of("zhuxi.log-collector.uri", "tcp://127.0.0.1:" + plain.port()));
            LOG.info("close by");

            await().until(() -> plain.lines().stream().anyMatch(line -> line.contains("close by")));
        }
    }

    @Test
    void aCollectorThatTakesNothingIsCalledAnewAndDoesNotHoldUpTheEnd() {
        receiver.turnDeaf();
        attach(trusting(here, receiver));
        var lots = "much ".repeat(2_000);
        for (var line = 0; line < CollectorAppender.MOST_WAITING; line++) {
            send(lots);
        }

        await().until(() -> receiver.callers() > 1);
        assertTimeoutPreemptively(Duration.ofSeconds(30), LogCollector::detach);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"logs.example", "tls://logs.example", "https://logs.example:443", "tls://logs:99999", "tls://"})
    void whatIsNoAddressStopsTheStart(String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attach(Map.of("zhuxi.log-collector.uri", setting)))
                .withMessageContaining("zhuxi.log-collector.uri");
    }

    @Test
    void aHostThatIsNotOnTheListStopsTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attach(Map.of(
                        "zhuxi.log-collector.uri",
                        "tls://logs.example:6514",
                        "zhuxi.outgoing.hosts",
                        "push.example.org")))
                .withMessageContaining("zhuxi.log-collector.uri")
                .withMessageContaining("zhuxi.outgoing.hosts");
    }

    @Test
    void certificatesThatAreNotThereStopTheStart() {
        var settings = new HashMap<>(trusting(here, receiver));
        settings.put("zhuxi.log-collector.tls", "nowhere");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attach(settings))
                .withMessageContaining("zhuxi.log-collector.tls");

        settings.put("zhuxi.log-collector.tls", "logs");
        settings.put("spring.ssl.bundle.pem.logs.truststore.certificate", "file:/no/such.crt");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attach(settings))
                .withMessageContaining("zhuxi.log-collector.tls");
    }

    @Test
    void theProgramAsksForItAsSoonAsItKnowsItsSettingsAndDoesNothingWithoutOne() {
        assertThat(Program.of(ZhuxiApplication.class).getListeners())
                .extracting(Object::getClass)
                .as("what may be called is looked at before")
                .containsSubsequence(OutgoingSettings.class, LogCollector.class);

        attach(Map.of("zhuxi.log-collector.uri", ""));
        assertThat(LogCollector.attached()).isEmpty();
        assertThat(new CollectorWatch().health().getStatus()).isEqualTo(Status.UP);
    }

    /** To the collector alone; the console would take long. */
    private static void send(String words) {
        LogCollector.attached()
                .orElseThrow()
                .doAppend(new LoggingEvent("", (ch.qos.logback.classic.Logger) LOG, Level.INFO, words, null, null));
    }

    private String lineWith(String words) {
        await().until(() -> receiver.lines().stream().anyMatch(line -> line.contains(words)));
        return receiver.lines().stream()
                .filter(line -> line.contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static double counted(String outcome) {
        var meters = new SimpleMeterRegistry();
        new CollectorWatch().bindTo(meters);
        return meters.get("zhuxi.log.lines")
                .tag("outcome", outcome)
                .functionCounter()
                .count();
    }

    private static Map<String, Object> trusting(TestCertificate certificate, LogReceiver receiver) {
        return Map.of(
                "zhuxi.log-collector.uri",
                "tls://localhost:" + receiver.port(),
                "zhuxi.log-collector.tls",
                "logs",
                "spring.ssl.bundle.pem.logs.truststore.certificate",
                certificate.certificate().toUri().toString());
    }

    private static void attach(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        if (context.getObject(Environment.class.getName()) == null) {
            context.putObject(Environment.class.getName(), environment);
        }
        LogCollector.attach(environment, PAUSE_MILLIS, PATIENCE_MILLIS);
    }
}
