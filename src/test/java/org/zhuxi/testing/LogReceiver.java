package org.zhuxi.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLSocket;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PropertiesSslBundle;

/** Another system that takes lines of a log, over TLS or without. */
public final class LogReceiver implements AutoCloseable {

    private final ServerSocketFactory doors;
    private final InetSocketAddress address;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Socket> callers = new CopyOnWriteArrayList<>();
    private volatile boolean isDeaf;
    private ServerSocket door;

    private LogReceiver(ServerSocketFactory doors) throws IOException {
        this.doors = doors;
        door = doors.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        address = new InetSocketAddress(door.getInetAddress(), door.getLocalPort());
        listen(door);
    }

    public static LogReceiver plain() throws IOException {
        return new LogReceiver(ServerSocketFactory.getDefault());
    }

    public static LogReceiver overTls(TestCertificate certificate) throws IOException {
        var pem = new PemSslBundleProperties();
        pem.getKeystore().setCertificate(certificate.certificate().toUri().toString());
        pem.getKeystore().setPrivateKey(certificate.key().toUri().toString());
        return new LogReceiver(PropertiesSslBundle.get(pem).createSslContext().getServerSocketFactory());
    }

    public int port() {
        return address.getPort();
    }

    /** What came, line by line. */
    public List<String> lines() {
        return lines;
    }

    /** How many came in, whether they said anything or not. */
    public int callers() {
        return callers.size();
    }

    /** From now on whoever calls is let in, and nothing of what they say is read. */
    public void turnDeaf() {
        isDeaf = true;
    }

    /** It is back after it was closed. */
    public void open() throws IOException {
        door = doors.createServerSocket();
        door.setReuseAddress(true);
        door.bind(address);
        listen(door);
    }

    private void listen(ServerSocket at) {
        Thread.startVirtualThread(() -> {
            while (!at.isClosed()) {
                try {
                    var caller = at.accept();
                    callers.add(caller);
                    Thread.startVirtualThread(() -> read(caller));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private void read(Socket caller) {
        try (caller;
                var reader =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
            if (isDeaf) {
                listenToNothing(caller);
            }
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            // whoever called has gone, or does not trust us
        }
    }

    private static void listenToNothing(Socket caller) throws IOException {
        if (caller instanceof SSLSocket line) {
            line.startHandshake();
        }
        while (!caller.isClosed()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Hangs up and listens no more. */
    @Override
    public void close() throws IOException {
        door.close();
        for (var caller : callers) {
            caller.close();
        }
    }
}
