package org.zhuxi.request.internal;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.web.Messages;
import org.zhuxi.request.RequestState;
import org.zhuxi.request.RequestStep;
import org.zhuxi.request.ServiceRequest;
import org.zhuxi.request.ServiceType;
import org.zhuxi.request.ServiceTypes;

/** Services and requests in the fields and words of Open311. */
@Component
class Open311Words {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");
    private static final LocalTime END_OF_WORK = LocalTime.of(18, 0);

    private final ServiceTypes services;
    private final Open311Store store;
    private final Placing placing;
    private final Messages messages;

    Open311Words(ServiceTypes services, Open311Store store, Placing placing, Messages messages) {
        this.services = services;
        this.store = store;
        this.placing = placing;
        this.messages = messages;
    }

    static String moment(Instant at) {
        return MOMENT.format(OffsetDateTime.ofInstant(at, ZONE));
    }

    Map<String, @Nullable Object> service(ServiceType it, Locale locale) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("service_code", it.code());
        fields.put("service_name", it.names().in(locale));
        fields.put("description", it.description().in(locale));
        fields.put("metadata", !it.attributes().isEmpty());
        fields.put("type", "realtime");
        fields.put("keywords", String.join(",", it.keywords()));
        fields.put("group", it.group().in(locale));
        return fields;
    }

    Map<String, @Nullable Object> definition(ServiceType it, Locale locale) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("service_code", it.code());
        fields.put(
                "attributes",
                Stream.iterate(0, i -> i < it.attributes().size(), i -> i + 1)
                        .map(i -> attribute(it.attributes().get(i), i + 1, locale))
                        .toList());
        return fields;
    }

    private static Map<String, @Nullable Object> attribute(ServiceType.Attribute it, int order, Locale locale) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("variable", true);
        fields.put("code", it.code());
        fields.put("datatype", it.several() ? "multivaluelist" : "singlevaluelist");
        fields.put("required", it.required());
        fields.put("datatype_description", null);
        fields.put("order", order);
        fields.put("description", it.names().in(locale));
        fields.put(
                "values",
                it.values().stream()
                        .map(value ->
                                Map.of("key", value.key(), "name", value.names().in(locale)))
                        .toList());
        return fields;
    }

    /** @param base address of this server */
    List<Map<String, @Nullable Object>> requests(List<ServiceRequest> found, String base, Locale locale) {
        var notes = store.notes(found);
        var photos = store.photos(found);
        return found.stream()
                .map(it -> request(it, notes.get(it.id()), photos.get(it.id()), base, locale))
                .toList();
    }

    private Map<String, @Nullable Object> request(
            ServiceRequest it, @Nullable String notes, @Nullable UUID photo, String base, Locale locale) {
        var location = it.location();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("service_request_id", it.id().toString());
        fields.put("status", status(it.state()));
        fields.put("status_notes", notes);
        fields.put("service_name", services.get(it.service()).names().in(locale));
        fields.put("service_code", it.service());
        fields.put("description", it.publicWords());
        fields.put("agency_responsible", it.office());
        fields.put("service_notice", notice(it, locale));
        fields.put("requested_datetime", moment(it.receivedAt()));
        fields.put("updated_datetime", moment(updated(it)));
        fields.put(
                "expected_datetime",
                moment(it.due().atTime(END_OF_WORK).atZone(ZONE).toInstant()));
        fields.put("address", placing.label(it.place()).in(locale));
        fields.put("address_id", it.place());
        fields.put("zipcode", null);
        fields.put("lat", location == null ? null : location.latitude());
        fields.put("long", location == null ? null : location.longitude());
        fields.put("media_url", photo == null ? null : base + "/requests/photos/" + photo);
        return fields;
    }

    private static Instant updated(ServiceRequest it) {
        return Stream.of(it.closedAt(), it.answeredAt(), it.respondedAt())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(it.receivedAt());
    }

    String notice(ServiceRequest it, Locale locale) {
        return messages.get(locale, "request.open311.notice", it.due().toString());
    }

    static String status(RequestState state) {
        return state.isEnded() ? "closed" : "open";
    }

    /** The extended status that FixMyStreet reads. */
    static String extended(RequestState state) {
        return switch (state) {
            case RECEIVED -> "open";
            case DISPATCHED -> "investigating";
            case IN_HAND, HANDED_OVER -> "in_progress";
            case ANSWERED, CALLED_BACK -> "action_scheduled";
            case REOPENED -> "reopen";
            case CLOSED -> "fixed";
            case DUPLICATE -> "duplicate";
            case REFUSED -> "no_further_action";
            case WITHDRAWN -> "cancelled";
        };
    }

    static Map<String, @Nullable Object> update(RequestStep it) {
        var to = it.to();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("update_id", it.id().toString());
        fields.put("service_request_id", it.request().toString());
        fields.put("status", to == null ? "unchanged" : extended(to));
        fields.put("updated_datetime", moment(it.at()));
        fields.put("description", it.words());
        fields.put("media_url", null);
        return fields;
    }
}
