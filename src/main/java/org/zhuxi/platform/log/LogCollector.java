package org.zhuxi.platform.log;

import ch.qos.logback.classic.LoggerContext;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Has the lines of the log sent to a collector as well, where {@code zhuxi.log-collector.uri} names one, from the first line after
 * the settings are known. Without one nothing is attached.
 */
public final class LogCollector implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final long PAUSE_MILLIS = 5_000;
    private static final long PATIENCE_MILLIS = 10_000;

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        attach(event.getEnvironment(), PAUSE_MILLIS, PATIENCE_MILLIS);
    }

    /**
     * @param pauseMillis before another attempt to connect
     * @param patienceMillis how long the collector may take nothing of what is sent
     * @throws IllegalArgumentException when the setting names no collector that may be called
     */
    static void attach(Environment environment, long pauseMillis, long patienceMillis) {
        detach();
        var settings = CollectorSettings.of(environment);
        if (settings == null) {
            return;
        }
        var appender = new CollectorAppender(settings, pauseMillis, patienceMillis);
        appender.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        appender.start();
        root().addAppender(appender);
    }

    /** Sends what waits, for two seconds at most, and nothing any more. */
    static void detach() {
        attached().ifPresent(collector -> {
            root().detachAppender(collector);
            collector.stop();
        });
    }

    /** The one in use. */
    static Optional<CollectorAppender> attached() {
        return Optional.ofNullable((CollectorAppender) root().getAppender(CollectorAppender.NAME));
    }

    private static ch.qos.logback.classic.Logger root() {
        return (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }
}
