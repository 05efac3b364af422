package org.zhuxi.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line between a browser and the program that fails the way mobile networks do. What happens to a request follows from its
 * number, never from chance.
 */
public final class FlakyLine implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");
    private static final Pattern CONNECTION = Pattern.compile("(?im)^connection:.*\r\n");

    /** How good the line is. */
    public enum State {
        GOOD,
        /** Nothing gets through. */
        DOWN,
        /** Requests of the API meet one fate after the other; pages get through. */
        FLAKY
    }

    /** What can become of a request. */
    public enum Fate {
        ARRIVES,
        /** The program never hears of it. */
        LOST,
        /** The program does what was asked, and the answer is lost. */
        ANSWER_LOST,
        /** Somebody on the way answers that the program is not available. */
        UNAVAILABLE,
        /** The program does what was asked, but nothing comes back until the browser gives up. */
        HANGS,
        /** The program gets it twice. */
        DOUBLED
    }

    private final ServerSocket door;
    private final int port;
    private final Fate[] fates;
    private final AtomicInteger requests = new AtomicInteger();
    private final Map<Fate, AtomicInteger> met = new EnumMap<>(Fate.class);
    private volatile State state = State.GOOD;

    /** @param fates of the API's requests while the line is flaky, one after the other and again from the first */
    public FlakyLine(int port, Fate... fates) throws IOException {
        this.port = port;
        this.fates = fates.clone();
        for (var fate : Fate.values()) {
            met.put(fate, new AtomicInteger());
        }
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::listen);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void turn(State better) {
        state = better;
    }

    /** How many requests met this fate. */
    public int count(Fate fate) {
        return Objects.requireNonNull(met.get(fate)).get();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var browser = door.accept();
                Thread.startVirtualThread(() -> carry(browser));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void carry(Socket browser) {
        try (browser) {
            var request = state == State.DOWN ? null : read(browser.getInputStream());
            if (request != null) {
                meet(request, browser);
            }
        } catch (IOException | InterruptedException e) {
            // the line is what it is
        }
    }

    private void meet(byte[] request, Socket browser) throws IOException, InterruptedException {
        var isApi =
                new String(request, 0, Math.min(60, request.length), StandardCharsets.ISO_8859_1).contains(" /api/");
        var fate = state == State.FLAKY && isApi ? fates[requests.getAndIncrement() % fates.length] : Fate.ARRIVES;
        Objects.requireNonNull(met.get(fate)).incrementAndGet();
        switch (fate) {
            case ARRIVES -> browser.getOutputStream().write(ask(request));
            case LOST -> {}
            case ANSWER_LOST -> ask(request);
            case UNAVAILABLE ->
                browser.getOutputStream()
                        .write("HTTP/1.1 503 Unavailable\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbusy"
                                .getBytes(StandardCharsets.ISO_8859_1));
            case HANGS -> {
                ask(request);
                // until the browser hangs up
                browser.getInputStream().read();
            }
            case DOUBLED -> {
                ask(request);
                browser.getOutputStream().write(ask(request));
            }
        }
    }

    private byte[] ask(byte[] request) throws IOException {
        try (var program = new Socket(InetAddress.getLoopbackAddress(), port)) {
            program.getOutputStream().write(request);
            return program.getInputStream().readAllBytes();
        }
    }

    /** One request, changed so that the program closes the connection after its answer. */
    private static byte @Nullable [] read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        var end = 0;
        while (end < 4) {
            var next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
            end = next == (end % 2 == 0 ? '\r' : '\n') ? end + 1 : next == '\r' ? 1 : 0;
        }
        var text = head.toString(StandardCharsets.ISO_8859_1);
        var length = LENGTH.matcher(text);
        var body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        var changed =
                CONNECTION.matcher(text).replaceAll("").replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(changed.getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
