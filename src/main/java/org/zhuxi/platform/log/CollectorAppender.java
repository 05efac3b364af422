package org.zhuxi.platform.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.net.ssl.SSLConfiguration;
import ch.qos.logback.core.net.ssl.SSLParametersConfiguration;
import ch.qos.logback.core.spi.ContextAware;
import ch.qos.logback.core.util.CloseUtil;
import ch.qos.logback.core.util.Duration;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.SSLContext;
import net.logstash.logback.appender.LogstashTcpSocketAppender;
import net.logstash.logback.appender.listener.TcpAppenderListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;

/**
 * Sends each line to the collector as well, in JSON. Whoever logs waits for nothing: lines wait in memory, and are dropped and
 * counted when there are too many.
 */
final class CollectorAppender extends LogstashTcpSocketAppender implements TcpAppenderListener<ILoggingEvent> {

    static final String NAME = "collector";

    /** Lines that wait, a power of two; some 10 MB of usual ones. */
    static final int MOST_WAITING = 8_192;

    private static final int LAST_LINES_SECONDS = 2;
    private static final Logger LOG = LoggerFactory.getLogger(CollectorAppender.class);

    private final LongAdder sent = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private volatile @Nullable Socket connection;

    /** Known to the one thread that sends. */
    private long toldDropped;

    private boolean isAwayTold;

    /**
     * @param pauseMillis before another attempt to connect
     * @param patienceMillis how long the collector may take nothing of what is sent before the connection is made anew
     */
    CollectorAppender(CollectorSettings settings, long pauseMillis, long patienceMillis) {
        setName(NAME);
        addDestinations(settings.host());
        var tls = settings.tls();
        if (tls != null) {
            setSsl(ssl(tls));
        }
        var lines = new StructuredLogEncoder();
        lines.setFormat("ecs");
        setEncoder(lines);
        setRingBufferSize(MOST_WAITING);
        setReconnectionDelay(Duration.buildByMilliseconds(pauseMillis));
        // what is buffered would have to be sent before a connection that stands still can be closed
        setWriteBufferSize(0);
        setWriteTimeout(Duration.buildByMilliseconds(patienceMillis));
        setShutdownGracePeriod(Duration.buildBySeconds(LAST_LINES_SECONDS));
        // the health, the measurements and the lines below tell it
        setAddDefaultStatusListener(false);
        addListener(this);
    }

    private static SSLConfiguration ssl(SSLContext context) {
        var parameters = new SSLParametersConfiguration();
        parameters.setHostnameVerification(true);
        var ssl = new SSLConfiguration() {
            @Override
            public SSLContext createContext(ContextAware asking) {
                return context;
            }
        };
        ssl.setParameters(parameters);
        return ssl;
    }

    /** Lines that were handed to a connection. */
    long sent() {
        return sent.sum();
    }

    /** Lines that the collector will never see. */
    long dropped() {
        return dropped.sum();
    }

    boolean isConnected() {
        return connection != null;
    }

    @Override
    public void eventSent(Appender<ILoggingEvent> appender, Socket socket, ILoggingEvent line, long nanos) {
        sent.increment();
        tellDropped();
    }

    /** In a line that the collector gets as well, as soon as there is room for it. */
    private void tellDropped() {
        var never = dropped.sum() - toldDropped;
        if (never > 0 && getDisruptor().getRingBuffer().hasAvailableCapacity(MOST_WAITING / 2)) {
            toldDropped += never;
            LOG.warn("{} lines were dropped before the collector of logs got them", never);
        }
    }

    @Override
    public void eventSendFailure(Appender<ILoggingEvent> appender, ILoggingEvent line, Throwable reason) {
        dropped.increment();
    }

    @Override
    public void eventAppendFailed(Appender<ILoggingEvent> appender, ILoggingEvent line, Throwable reason) {
        dropped.increment();
    }

    @Override
    public void connectionOpened(Appender<ILoggingEvent> appender, Socket socket) {
        connection = socket;
        isAwayTold = false;
        letGoSoon(socket);
        LOG.info("The collector of logs is connected");
    }

    /** Without this a connection over TLS is not closed before the collector has taken what is being sent. */
    private static void letGoSoon(Socket socket) {
        try {
            socket.setSoLinger(true, LAST_LINES_SECONDS);
        } catch (SocketException e) {
            LOG.warn("The collector of logs has gone: {}", Failures.brief(e));
        }
    }

    @Override
    public void connectionClosed(Appender<ILoggingEvent> appender, @Nullable Socket socket) {
        connection = null;
    }

    /** Told once and not at each attempt. */
    @Override
    public void connectionFailed(Appender<ILoggingEvent> appender, InetSocketAddress address, Throwable reason) {
        connection = null;
        if (!isAwayTold) {
            isAwayTold = true;
            LOG.warn("The collector of logs is away: {}", Failures.brief(reason));
        }
    }

    /** The time for the last lines is over: a collector that takes nothing does not hold up the end of the program. */
    @Override
    public void appenderStopped(Appender<ILoggingEvent> appender) {
        var last = connection;
        if (last != null) {
            CloseUtil.closeQuietly(last);
        }
    }
}
