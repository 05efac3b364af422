package org.zhuxi.request.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Typed;
import org.zhuxi.request.NewRequest;
import org.zhuxi.request.RequestRefused;
import org.zhuxi.request.RequestSource;
import org.zhuxi.request.ServiceType;

/** A form about a report as it was filled in, so that nothing typed is lost. */
public record Sent(MultiValueMap<String, String> fields) {

    private static final String ATTRIBUTE = "attribute.";
    private static final BigDecimal LATITUDE = BigDecimal.valueOf(90);
    private static final BigDecimal LONGITUDE = BigDecimal.valueOf(180);

    static Sent fresh(String place, String service) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("id", Ids.next().toString());
        fields.add("secret", TrackingCode.draw());
        fields.add("place", place);
        fields.add("service", service);
        return new Sent(fields);
    }

    static Sent nothing() {
        return new Sent(new LinkedMultiValueMap<>());
    }

    /** What stands in a field. */
    public String value(String field) {
        var typed = fields.getFirst(field);
        return typed == null ? "" : typed;
    }

    /** Whether an answer is chosen. */
    public boolean has(String attribute, String key) {
        return fields.getOrDefault(ATTRIBUTE + attribute, List.of()).contains(key);
    }

    NewRequest read(List<ServiceType> services, RequestSource source) {
        return new NewRequest(
                id(),
                value("secret"),
                value("place"),
                value("service"),
                value("words"),
                value("where"),
                point(value("latitude"), value("longitude")),
                value("phone"),
                answers(services),
                source,
                !value("isNew").isEmpty());
    }

    private UUID id() {
        try {
            return UUID.fromString(value("id").strip());
        } catch (IllegalArgumentException e) {
            return Ids.next();
        }
    }

    /** The questions of the chosen service; those of others are not looked at. */
    private Map<String, List<String>> answers(List<ServiceType> services) {
        var answers = new LinkedHashMap<String, List<String>>();
        services.stream()
                .filter(one -> one.code().equals(value("service")))
                .flatMap(one -> one.attributes().stream())
                .forEach(attribute ->
                        answers.put(attribute.code(), fields.getOrDefault(ATTRIBUTE + attribute.code(), List.of())));
        return answers;
    }

    /** Both or neither, in WGS-84 degrees. @throws RequestRefused.NoPosition for half a position or one off the earth */
    static @Nullable GeoPoint point(@Nullable String latitude, @Nullable String longitude) {
        var north = Typed.text(latitude);
        var east = Typed.text(longitude);
        if (north.isEmpty() && east.isEmpty()) {
            return null;
        }
        if (north.isEmpty() || east.isEmpty()) {
            throw new RequestRefused.NoPosition();
        }
        return new GeoPoint(
                Typed.number("latitude", shortened(north), LATITUDE.negate(), LATITUDE)
                        .doubleValue(),
                Typed.number("longitude", shortened(east), LONGITUDE.negate(), LONGITUDE)
                        .doubleValue());
    }

    /** Six decimals are a tenth of a metre; browsers send more. */
    private static String shortened(String degrees) {
        return degrees.replaceAll("^([+-]?\\d{1,3}\\.\\d{6})\\d{1,30}$", "$1");
    }
}
