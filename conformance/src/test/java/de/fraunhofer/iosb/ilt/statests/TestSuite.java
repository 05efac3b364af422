package de.fraunhofer.iosb.ilt.statests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Properties;

/**
 * Stands where the tests look for the suite that starts their server, and names a service that is running already: the one at the
 * system property {@code address}. What it offers is read from its landing page.
 */
public final class TestSuite {

    private static final TestSuite INSTANCE = new TestSuite();
    private static final String MQTT = "receive-updates-via-mqtt/receive-updates";

    private TestSuite() {}

    public static TestSuite getInstance() {
        return INSTANCE;
    }

    /** @param wished what a server made for the test would be started with; this one is as it is */
    public ServerSettings getServerSettings(Properties wished) throws IOException {
        var settings = new ServerSettings();
        settings.setServiceRootUrl(System.getProperty("address"));
        var version = ServerVersion.v_1_1;
        settings.addImplementedVersion(version);
        var offered = new ObjectMapper()
                .readTree(URI.create(settings.getServiceUrl(version)).toURL())
                .required("serverSettings");
        for (JsonNode requirement : offered.required("conformance")) {
            settings.addImplementedRequirements(version, Requirement.getAllMatching(requirement.asText()));
        }
        offered.fields().forEachRemaining(entry -> {
            if (entry.getKey().endsWith(MQTT)) {
                settings.setMqttUrl(entry.getValue().required("endpoints").required(0).asText().replace("mqtt:", "tcp:"));
            }
        });
        settings.initExtensionsAndTypes();
        return settings;
    }
}
