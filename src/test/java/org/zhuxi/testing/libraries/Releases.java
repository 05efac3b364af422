package org.zhuxi.testing.libraries;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a Maven repository has of a library. */
final class Releases {

    private static final DateTimeFormatter LAST_UPDATED = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final Web web = new Web();
    private final URI repository;

    Releases(URI repository) {
        this.repository = repository;
    }

    /**
     * What is newer than the library as it is in use, if anything is. Trials before a release do not count.
     *
     * @throws IOException when the repository is away, does not know the library, or says of none of its releases when it came
     */
    Optional<Newer> newerThan(Library library) throws IOException {
        var metadata = Xml.parse(web.get(address(library, "maven-metadata.xml")));
        var newer = newer(library, metadata);
        if (newer.isEmpty()) {
            return Optional.empty();
        }
        // by date and not by number: 4.0 may have come before 3.9
        var days = new ArrayList<LocalDate>();
        for (var version : newer) {
            released(library, version).ifPresent(days::add);
        }
        var since = days.isEmpty() ? lastUpdated(metadata) : Collections.min(days);
        return Optional.of(new Newer(newer.getLast().text(), since, days.size() == newer.size()));
    }

    private static List<Version> newer(Library library, Document metadata) {
        var inUse = new Version(library.version());
        return Xml.named(metadata, "version").stream()
                .map(Element::getTextContent)
                .distinct()
                .map(Version::new)
                .filter(version -> version.isRelease() && version.compareTo(inUse) > 0)
                .sorted()
                .toList();
    }

    /** The day its file was laid down, where the repository tells. */
    private Optional<LocalDate> released(Library library, Version version) throws IOException {
        var file = "%s/%s-%s.pom".formatted(version.text(), library.artifact(), version.text());
        var answer = web.head(address(library, file));
        return answer.statusCode() == 200
                ? answer.headers().firstValue("Last-Modified").flatMap(Releases::day)
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .withZoneSameInstant(ZoneOffset.UTC)
                    .toLocalDate());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The day the list of versions changed last, after which none of them came. */
    private static LocalDate lastUpdated(Document metadata) throws IOException {
        try {
            return Xml.named(metadata, "lastUpdated").stream()
                    .map(said -> LocalDate.parse(said.getTextContent(), LAST_UPDATED))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no day of any release"));
        } catch (DateTimeParseException e) {
            throw new IOException("no day of any release", e);
        }
    }

    private URI address(Library library, String file) {
        return URI.create("%s/%s/%s".formatted(repository.toString().replaceAll("/+$", ""), library.path(), file));
    }
}
