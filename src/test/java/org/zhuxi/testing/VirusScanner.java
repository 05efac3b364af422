package org.zhuxi.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Speaks as clamd does, byte by byte, and knows one virus: the harmless text that EICAR gave to the makers of scanners. */
public final class VirusScanner implements AutoCloseable {

    /** In two parts, lest a scanner takes away this class. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    /** A PDF that carries it. */
    public static final byte[] INFECTED_PDF = ("%PDF-1.4\n" + EICAR + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);

    public static final byte[] CLEAN_PDF = "%PDF-1.4\nnothing\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    /** How it behaves. */
    public enum Mood {
        HONEST,
        /** Cannot tell. */
        ERROR,
        /** Says what no scanner says. */
        NONSENSE,
        /** Is cut off before the end of its answer. */
        CUT_OFF,
        /** Hangs up in the middle of a file. */
        HANGS_UP,
        /** Never answers. */
        SILENT
    }

    private final InetSocketAddress address;
    private final List<byte[]> files = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.HONEST;
    private @Nullable ServerSocket door;

    public VirusScanner() throws IOException {
        var first = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        address = new InetSocketAddress(first.getInetAddress(), first.getLocalPort());
        listen(first);
    }

    /** For {@code zhuxi.evidence.scanner}. */
    public String setting() {
        return "tcp://127.0.0.1:" + address.getPort();
    }

    public void be(Mood now) {
        mood = now;
    }

    /** What it was shown, in order. */
    public List<byte[]> files() {
        return files;
    }

    /** It is back after it was closed. */
    public void open() throws IOException {
        var again = new ServerSocket();
        again.setReuseAddress(true);
        again.bind(address);
        listen(again);
    }

    private void listen(ServerSocket at) {
        door = at;
        Thread.startVirtualThread(() -> {
            while (!at.isClosed()) {
                try {
                    var caller = at.accept();
                    Thread.startVirtualThread(() -> serve(caller));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private void serve(Socket caller) {
        try (caller;
                var in = new DataInputStream(caller.getInputStream())) {
            switch (command(in)) {
                case "zPING" -> answer(caller, "PONG\0");
                case "zINSTREAM" -> look(in, caller);
                default -> answer(caller, "UNKNOWN COMMAND\0");
            }
        } catch (IOException e) {
            // whoever called has gone
        }
    }

    private static String command(DataInputStream in) throws IOException {
        var command = new StringBuilder();
        for (var next = in.readByte(); next != 0; next = in.readByte()) {
            command.append((char) next);
        }
        return command.toString();
    }

    private void look(DataInputStream in, Socket caller) throws IOException {
        if (mood == Mood.HANGS_UP) {
            return;
        }
        var file = new ByteArrayOutputStream();
        for (var length = in.readInt(); length != 0; length = in.readInt()) {
            file.write(in.readNBytes(length));
        }
        files.add(file.toByteArray());
        switch (mood) {
            case HONEST -> {
                var found = file.toString(StandardCharsets.ISO_8859_1).contains(EICAR);
                answer(caller, found ? "stream: Win.Test.EICAR_HDB-1 FOUND\0" : "stream: OK\0");
            }
            case ERROR -> answer(caller, "INSTREAM size limit exceeded. ERROR\0");
            case NONSENSE -> answer(caller, "OK\0");
            case CUT_OFF -> answer(caller, "stream: OK");
            case SILENT, HANGS_UP -> in.read();
        }
    }

    private static void answer(Socket caller, String words) throws IOException {
        for (var one : words.getBytes(StandardCharsets.US_ASCII)) {
            caller.getOutputStream().write(one);
        }
    }

    @Override
    public void close() throws IOException {
        if (door != null) {
            door.close();
        }
    }
}
