package org.zhuxi.request.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.platform.web.Messages;
import org.zhuxi.request.RequestRefused;
import org.zhuxi.request.ServiceTypes;

/** Open311 GeoReport v2 for other programs, with the updates of FixMyStreet. A jurisdiction is a place. */
@RestController
@RequestMapping(Open311Api.PATH)
class Open311Api {

    static final String PATH = "/open311/v2";

    /** When the kinds of report last changed. */
    private static final String CHANGESET = "2026-01-05T09:00:00+08:00";

    private static final String F = ".{format:json|xml}";

    private final ServiceTypes services;
    private final Open311Reports reports;
    private final Open311Store store;
    private final StepStore steps;
    private final Open311Words words;
    private final Places places;
    private final Messages messages;
    private final RequestGate gate;

    Open311Api(
            ServiceTypes services,
            Open311Reports reports,
            Open311Store store,
            StepStore steps,
            Open311Words words,
            Places places,
            Messages messages,
            RequestGate gate) {
        this.services = services;
        this.reports = reports;
        this.store = store;
        this.steps = steps;
        this.words = words;
        this.places = places;
        this.messages = messages;
        this.gate = gate;
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }

    @GetMapping("/discovery" + F)
    ResponseEntity<String> discovery(@PathVariable String format) {
        var endpoint = new LinkedHashMap<String, @Nullable Object>();
        endpoint.put("specification", "http://wiki.open311.org/GeoReport_v2");
        endpoint.put("url", base() + PATH);
        endpoint.put("changeset", CHANGESET);
        endpoint.put("type", "production");
        endpoint.put("formats", List.of("text/xml", "application/json"));
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("changeset", CHANGESET);
        fields.put("contact", messages.get(locale(), "request.open311.contact"));
        fields.put("key_service", messages.get(locale(), "request.open311.key-service"));
        fields.put("endpoints", List.of(endpoint));
        return Open311Body.one(format, "discovery", fields);
    }

    @GetMapping("/services" + F)
    ResponseEntity<String> services(
            @PathVariable String format, @RequestParam MultiValueMap<String, String> parameters) {
        jurisdiction(new Open311Query(parameters));
        var all =
                services.list().stream().map(it -> words.service(it, locale())).toList();
        return Open311Body.list(format, 200, "services", "service", all);
    }

    @GetMapping("/services/{code}" + F)
    ResponseEntity<String> definition(
            @PathVariable String code,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> parameters) {
        jurisdiction(new Open311Query(parameters));
        var service = services.find(code).orElseThrow(() -> new Open311Refused.Unknown("service_code"));
        return Open311Body.one(format, "service_definition", words.definition(service, locale()));
    }

    @GetMapping("/requests" + F)
    ResponseEntity<String> requests(
            @PathVariable String format, @RequestParam MultiValueMap<String, String> parameters) {
        var query = new Open311Query(parameters);
        var at = jurisdiction(query);
        var found = query.find("service_request_id") != null
                ? store.byIds(query.ids("service_request_id"))
                : store.list(query.wanted(at, gate.now()), query.pageSize(), query.skipped());
        return Open311Body.list(format, 200, "service_requests", "request", words.requests(found, base(), locale()));
    }

    @GetMapping("/requests/{id}" + F)
    ResponseEntity<String> request(
            @PathVariable String id,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> parameters) {
        jurisdiction(new Open311Query(parameters));
        var found = byId(id, "service_request_id");
        return Open311Body.list(format, 200, "service_requests", "request", words.requests(found, base(), locale()));
    }

    private List<org.zhuxi.request.ServiceRequest> byId(String id, String parameter) {
        var found = Open311Query.isId(id)
                ? store.byIds(List.of(UUID.fromString(id)))
                : List.<org.zhuxi.request.ServiceRequest>of();
        if (found.isEmpty()) {
            throw new Open311Refused.Unknown(parameter);
        }
        return found;
    }

    /** Requests have their id at once, which stands for the token as well. */
    @GetMapping("/tokens/{token}" + F)
    ResponseEntity<String> token(@PathVariable String token, @PathVariable String format) {
        var found = byId(token, "token").getFirst().id().toString();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("service_request_id", found);
        fields.put("token", found);
        return Open311Body.list(format, 200, "service_requests", "request", List.of(fields));
    }

    @PostMapping("/requests" + F)
    ResponseEntity<String> report(
            HttpServletRequest web,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> parameters) {
        requireForm(web);
        var kept = reports.report(new Open311Query(parameters));
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("service_request_id", kept.id().toString());
        fields.put("service_notice", words.notice(kept, locale()));
        fields.put("account_id", null);
        return Open311Body.list(format, 200, "service_requests", "request", List.of(fields));
    }

    @GetMapping("/servicerequestupdates" + F)
    ResponseEntity<String> updates(
            @PathVariable String format, @RequestParam MultiValueMap<String, String> parameters) {
        var query = new Open311Query(parameters);
        var wanted = query.wanted(jurisdiction(query), gate.now());
        var found = steps.shownBetween(wanted.at(), wanted.from(), wanted.to(), query.pageSize()).stream()
                .map(Open311Words::update)
                .toList();
        return Open311Body.list(format, 200, "service_request_updates", "request_update", found);
    }

    @PostMapping("/servicerequestupdates" + F)
    ResponseEntity<String> update(
            HttpServletRequest web,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> parameters) {
        requireForm(web);
        var kept = reports.update(new Open311Query(parameters));
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("update_id", kept.toString());
        return Open311Body.list(format, 200, "service_request_updates", "request_update", List.of(fields));
    }

    /** Nothing but a form is read; a body of XML is refused unread. */
    private static void requireForm(HttpServletRequest web) {
        var type = web.getContentType();
        if (type != null && !MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(MediaType.parseMediaType(type))) {
            throw new Open311Refused.NoForm();
        }
    }

    private PlacePath jurisdiction(Open311Query query) {
        var code = query.find("jurisdiction_id");
        return code == null
                ? PlacePath.NATION
                : places.findByCode(code)
                        .map(Place::path)
                        .orElseThrow(() -> new Open311Refused.Unknown("jurisdiction_id"));
    }

    @ExceptionHandler
    ResponseEntity<String> on(Refused refused, HttpServletRequest web) {
        var problem = refused.problem();
        var status = refused instanceof RequestRefused.NoService
                ? 404
                : problem.kind() == Problem.Kind.NOT_FOUND ? 404 : problem.kind() == Problem.Kind.FORBIDDEN ? 403 : 400;
        return error(status, messages.explain(locale(), problem), web);
    }

    @ExceptionHandler({InvalidMediaTypeException.class, InvalidMimeTypeException.class})
    ResponseEntity<String> onNoForm(HttpServletRequest web) {
        return on(new Open311Refused.NoForm(), web);
    }

    private static ResponseEntity<String> error(int status, String words, HttpServletRequest web) {
        var format = web.getRequestURI().endsWith(".json") ? "json" : "xml";
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("code", status);
        fields.put("description", words);
        return Open311Body.list(format, status, "errors", "error", List.of(fields));
    }
}
