package org.zhuxi.testing.libraries;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What osv.dev, or a service with the same API, knows of holes. */
final class Holes {

    private final Web web = new Web();
    private final JsonMapper mapper = JsonMapper.shared();
    private final URI service;

    Holes(URI service) {
        this.service = service;
    }

    URI service() {
        return service;
    }

    private record Question(String purl, String page) {}

    private record Answer(String purl, String id) {}

    /**
     * By which names the parts of the program are asked about.
     *
     * @param bill the program's list of libraries (CycloneDX)
     */
    static List<String> purls(Path bill) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readAllBytes(bill))
                .path("components")
                .valueStream()
                .map(component -> component.path("purl").asString().replaceFirst("[?#].*$", ""))
                .flatMap(purl -> Stream.concat(Stream.of(purl), atNpm(purl).stream()))
                .distinct()
                .toList();
    }

    /** A library for browsers is packed for Maven by others, and holes are known by its name at npm. */
    private static Optional<String> atNpm(String purl) {
        return purl.matches("pkg:maven/org\\.webjars(\\.npm)?/.*")
                ? Optional.of(purl.replaceFirst("^pkg:maven/[^/]+/", "pkg:npm/")
                        .replaceFirst("^pkg:npm/([^/]+)__", "pkg:npm/%40$1/"))
                : Optional.empty();
    }

    /**
     * The holes of all of these, without those that were withdrawn.
     *
     * @throws IOException when the service is away or not all of it could be asked
     */
    List<Hole> of(List<String> purls) throws IOException {
        try {
            var published = new HashMap<String, Optional<LocalDate>>();
            var holes = new ArrayList<Hole>();
            for (var answer : answers(purls)) {
                if (!published.containsKey(answer.id())) {
                    published.put(answer.id(), published(answer.id()));
                }
                published
                        .getOrDefault(answer.id(), Optional.empty())
                        .ifPresent(day -> holes.add(new Hole(answer.purl(), answer.id(), day)));
            }
            return List.copyOf(holes);
        } catch (JacksonException | DateTimeParseException e) {
            throw new IOException(service + " answers something else than holes", e);
        }
    }

    private List<Answer> answers(List<String> purls) throws IOException {
        var answers = new ArrayList<Answer>();
        var open = purls.stream().map(purl -> new Question(purl, "")).toList();
        while (!open.isEmpty()) {
            var results = ask(open);
            var further = new ArrayList<Question>();
            for (int i = 0; i < open.size(); i++) {
                var purl = open.get(i).purl();
                results.path(i)
                        .path("vulns")
                        .forEach(hole ->
                                answers.add(new Answer(purl, hole.required("id").asString())));
                var next = results.path(i).path("next_page_token").asString("");
                if (!next.isEmpty()) {
                    further.add(new Question(purl, next));
                }
            }
            open = List.copyOf(further);
        }
        return answers;
    }

    private JsonNode ask(List<Question> questions) throws IOException {
        var queries = questions.stream()
                .map(question -> question.page().isEmpty()
                        ? Map.of("package", Map.of("purl", question.purl()))
                        : Map.of("package", Map.of("purl", question.purl()), "page_token", question.page()))
                .toList();
        var answer = mapper.readTree(
                web.post(address("/v1/querybatch"), mapper.writeValueAsBytes(Map.of("queries", queries))));
        var results = answer.path("results");
        if (results.size() != questions.size()) {
            throw new IOException(service + " does not answer every question");
        }
        return results;
    }

    /** The day of publication, or nothing when it was withdrawn. */
    private Optional<LocalDate> published(String id) throws IOException {
        var hole = mapper.readTree(web.get(address("/v1/vulns/" + id)));
        if (hole.hasNonNull("withdrawn")) {
            return Optional.empty();
        }
        var moment = hole.path("published").asString(hole.path("modified").asString(""));
        return Optional.of(Instant.parse(moment).atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private URI address(String path) {
        return URI.create(service.toString().replaceAll("/+$", "") + path);
    }
}
