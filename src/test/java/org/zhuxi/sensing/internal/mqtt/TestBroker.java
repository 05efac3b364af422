package org.zhuxi.sensing.internal.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;

/** A real broker of another maker (Apache Artemis, MQTT 3.1.1 and 5); it keeps its sessions while it cannot be reached. */
final class TestBroker implements AutoCloseable {

    static final String PASSWORD = "bamboo-at-the-broker";

    private static final String ACCEPTOR = "mqtt";

    private final int port;
    private final EmbeddedActiveMQ server;

    /** Starts it on a free port. */
    TestBroker() throws Exception {
        this("");
    }

    /** Starts it with a certificate. */
    TestBroker(TestKeys keys) throws Exception {
        this(";sslEnabled=true;keyStoreType=PKCS12;keyStorePath=" + keys.file() + ";keyStorePassword="
                + TestKeys.PASSWORD);
    }

    private TestBroker(String options) throws Exception {
        port = freePort();
        var configuration = new ConfigurationImpl();
        configuration
                .setPersistenceEnabled(false)
                .setJMXManagementEnabled(false)
                .setSecurityEnabled(true)
                .setSecurityInvalidationInterval(0)
                .addAcceptorConfiguration(ACCEPTOR, "tcp://127.0.0.1:" + port + "?protocols=MQTT" + options);
        server = new EmbeddedActiveMQ().setConfiguration(configuration).setSecurityManager(new Guard());
        server.start();
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Ends all connections and takes none, as while it is started again. */
    void leave() throws Exception {
        acceptor().stop();
    }

    void comeBack() throws Exception {
        acceptor().start();
    }

    private Acceptor acceptor() {
        return server.getActiveMQServer().getRemotingService().getAcceptor(ACCEPTOR);
    }

    String address() {
        return "tcp://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    /** Messages that are kept for the program and that it has not acknowledged. */
    long unacknowledged(String clientId) {
        return Arrays.stream(server.getActiveMQServer()
                        .getPostOffice()
                        .getAllBindings()
                        .filter(binding -> binding.getBindable() instanceof Queue)
                        .map(binding -> (Queue) binding.getBindable())
                        .filter(queue -> queue.getName().toString().startsWith(clientId + "."))
                        .mapToLong(Queue::getMessageCount)
                        .toArray())
                .sum();
    }

    void awaitAcknowledged(String clientId) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (unacknowledged(clientId) > 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    /** Lets in who knows the password. */
    private static final class Guard implements ActiveMQSecurityManager {

        @Override
        public boolean validateUser(String user, String password) {
            return PASSWORD.equals(password);
        }

        @Override
        public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType type) {
            return validateUser(user, password);
        }
    }
}
