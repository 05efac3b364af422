package org.zhuxi.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhuxi.kernel.GeoPoint;

class CoordinateSystemTests {

    static List<CSVRecord> vectors() throws IOException {
        var file = Objects.requireNonNull(CoordinateSystemTests.class.getResourceAsStream("/geo/coord_vectors.csv"));
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return parser.getRecords();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agreesWithTheLibrariesEverybodyUses(CSVRecord vector) {
        var wgs = point(vector, "wgs_lat", "wgs_lng");

        assertNear(
                CoordinateSystem.GCJ02.fromWgs84(wgs),
                point(vector, "gcj_lat_coordtransform", "gcj_lng_coordtransform"),
                2e-9);
        assertNear(CoordinateSystem.GCJ02.fromWgs84(wgs), point(vector, "gcj_lat_gcoord", "gcj_lng_gcoord"), 2e-9);
        assertNear(CoordinateSystem.BD09.fromWgs84(wgs), point(vector, "bd_lat_gcoord", "bd_lng_gcoord"), 2e-9);
    }

    @Property
    void comesBackFromTheShift(
            @ForAll @DoubleRange(min = 18, max = 53) double latitude,
            @ForAll @DoubleRange(min = 74, max = 134) double longitude) {
        var wgs = new GeoPoint(latitude, longitude);

        for (var system : CoordinateSystem.values()) {
            assertNear(system.toWgs84(system.fromWgs84(wgs)), wgs, 1e-7);
        }
    }

    private static void assertNear(GeoPoint actual, GeoPoint expected, double degrees) {
        assertThat(actual.latitude()).isCloseTo(expected.latitude(), within(degrees));
        assertThat(actual.longitude()).isCloseTo(expected.longitude(), within(degrees));
    }

    private static GeoPoint point(CSVRecord vector, String latitude, String longitude) {
        return new GeoPoint(Double.parseDouble(vector.get(latitude)), Double.parseDouble(vector.get(longitude)));
    }
}
