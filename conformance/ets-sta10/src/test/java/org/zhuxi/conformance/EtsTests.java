package org.zhuxi.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opengis.cite.sta10.TestNGController;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The OGC suite for SensorThings 1.0 on the service at the system property {@code address}. It deletes everything there. */
class EtsTests {

    private static final String SERVICE = System.getProperty("address") + "/v1.1";
    private static final int SENSING_CORE_TO_FILTERING = 3;
    private static final int TESTS = 22;

    /** What the suite wants to find. */
    private static final String THING = """
            {"name":"Probe","description":"compost probe","properties":{"kind":"compost"},
             "Locations":[{"name":"yard","description":"the yard","encodingType":"application/vnd.geo+json",
                "location":{"type":"Point","coordinates":[119.44,32.4]}}],
             "Datastreams":[{"name":"core","description":"core temperature",
                "observationType":"http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement",
                "unitOfMeasurement":{"name":"degree Celsius","symbol":"°C","definition":"ucum:Cel"},
                "ObservedProperty":{"name":"Temperature","definition":"http://example.org/t","description":"t"},
                "Sensor":{"name":"PT100","description":"probe","encodingType":"application/pdf","metadata":"none"},
                "Observations":[{"phenomenonTime":"2026-03-01T00:00:00Z","resultTime":"2026-03-01T00:00:00Z","result":40}]}]}
            """;

    @Test
    void all(@TempDir Path folder) throws Exception {
        send();
        var results = run(folder);

        assertAll(
                () -> assertEquals("", failed(results)),
                () -> assertEquals(Integer.toString(TESTS), results.getDocumentElement().getAttribute("passed")));
    }

    private static void send() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(SERVICE + "/Things"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(THING))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertEquals(201, answer.statusCode(), answer.body());
    }

    private static Document run(Path folder) throws Exception {
        var arguments = Files.writeString(folder.resolve("arguments.xml"), """
                <properties version="1.0"><entry key="iut">%s</entry><entry key="ics">%d</entry></properties>
                """.formatted(SERVICE, SENSING_CORE_TO_FILTERING));
        var home = System.setProperty("user.home", folder.toString());
        try {
            TestNGController.main(new String[] {arguments.toString()});
        } finally {
            System.setProperty("user.home", home);
        }
        try (var files = Files.walk(folder)) {
            return read(files.filter(file -> file.endsWith("testng-results.xml")).findFirst().orElseThrow());
        }
    }

    private static Document read(Path file) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static String failed(Document results) {
        var methods = results.getElementsByTagName("test-method");
        return String.join(
                "\n",
                IntStream.range(0, methods.getLength())
                        .mapToObj(index -> (Element) methods.item(index))
                        .filter(method -> !method.getAttribute("status").equals("PASS"))
                        .map(method -> method.getAttribute("name") + ": " + method.getTextContent().strip())
                        .toList());
    }
}
