package org.zhuxi.platform.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Speaks with ClamAV's daemon: each command is a connection of its own, commands and answers end in a zero byte. A file goes in
 * pieces, each behind its length in four bytes, and ends with a piece of no length (clamd(8), {@code INSTREAM}).
 */
final class Clamd {

    private static final int PIECE_BYTES = 1 << 16;
    private static final int LONGEST_ANSWER = 1_000;
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");

    private final SocketAddress address;

    Clamd(SocketAddress address) {
        this.address = address;
    }

    /**
     * Has a file looked at.
     *
     * @return the name of the virus that was found; empty when there is none
     * @throws IOException when there is no clear answer in time
     */
    Optional<String> scan(byte[] file, Duration patience) throws IOException {
        var answer = within(patience, () -> ask("zINSTREAM\0", file));
        if (answer.equals("stream: OK")) {
            return Optional.empty();
        }
        var found = FOUND.matcher(answer);
        if (!found.matches()) {
            throw new IOException("No verdict");
        }
        return Optional.of(found.group(1));
    }

    /** @throws IOException when it does not answer in time */
    void ping(Duration patience) throws IOException {
        if (!within(patience, () -> ask("zPING\0", null)).equals("PONG")) {
            throw new IOException("No scanner");
        }
    }

    private interface Talk {
        String call() throws IOException;
    }

    /** An interrupted thread gives up its connection wherever it waits: for the connection, for room or for the answer. */
    private static String within(Duration patience, Talk talk) throws IOException {
        var talking = new FutureTask<>(talk::call);
        Thread.startVirtualThread(talking);
        try {
            return talking.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("The scanner cannot be asked", e.getCause());
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("The scanner takes too long");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } finally {
            talking.cancel(true);
        }
    }

    private String ask(String command, byte @Nullable [] file) throws IOException {
        try (var line = SocketChannel.open(found(address))) {
            write(line, ByteBuffer.wrap(command.getBytes(StandardCharsets.US_ASCII)));
            if (file != null) {
                send(line, file);
            }
            return answer(line);
        }
    }

    /** A container that was started again may have another address. */
    private static SocketAddress found(SocketAddress named) {
        return named instanceof InetSocketAddress host
                ? new InetSocketAddress(host.getHostString(), host.getPort())
                : named;
    }

    private static void send(SocketChannel line, byte[] file) throws IOException {
        var piece = ByteBuffer.allocate(Integer.BYTES + PIECE_BYTES);
        for (var from = 0; from < file.length; from += PIECE_BYTES) {
            var length = Math.min(PIECE_BYTES, file.length - from);
            write(line, piece.clear().putInt(length).put(file, from, length).flip());
        }
        write(line, piece.clear().putInt(0).flip());
    }

    private static void write(SocketChannel line, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            line.write(bytes);
        }
    }

    /** An answer without its zero byte was cut off, and says nothing. */
    private static String answer(SocketChannel line) throws IOException {
        var answer = new ByteArrayOutputStream();
        var some = ByteBuffer.allocate(LONGEST_ANSWER);
        while (line.read(some.clear()) > 0 && answer.size() < LONGEST_ANSWER) {
            answer.write(some.array(), 0, some.position());
            var text = answer.toString(StandardCharsets.UTF_8);
            if (text.endsWith("\0")) {
                return text.substring(0, text.length() - 1);
            }
        }
        throw new IOException("The answer has no end");
    }
}
