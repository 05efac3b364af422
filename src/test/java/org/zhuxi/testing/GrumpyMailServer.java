package org.zhuxi.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server that answers one command, such as {@code RCPT}, as it is told to, and everything else well. */
public final class GrumpyMailServer implements AutoCloseable {

    private final ServerSocket door;
    private volatile String grumpyAt = "";
    private volatile String answer = "";

    public GrumpyMailServer() throws IOException {
        door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void answer(String command, String with) {
        grumpyAt = command;
        answer = with;
    }

    private void serve() {
        while (!door.isClosed()) {
            try (var guest = door.accept()) {
                talk(guest);
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void talk(Socket guest) throws IOException {
        var in = new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.US_ASCII));
        var out = new OutputStreamWriter(guest.getOutputStream(), StandardCharsets.US_ASCII);
        var isLetter = false;
        say(out, "220 grumpy");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var command = line.toUpperCase(Locale.ROOT);
            if (isLetter && !line.equals(".")) {
                continue;
            }
            if (!isLetter && !grumpyAt.isEmpty() && command.startsWith(grumpyAt)) {
                say(out, answer);
            } else if (command.startsWith("DATA")) {
                isLetter = true;
                say(out, "354 go on");
            } else if (command.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                isLetter = false;
                say(out, "250 ok");
            }
        }
    }

    private static void say(OutputStreamWriter out, String words) throws IOException {
        out.write(words + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
