package org.zhuxi.testing.libraries;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks which libraries have newer releases and known holes, and whether the times of SECURITY.md are kept: {@code ./zhuxi
 * libraries}. Options are {@code --central=}, a Maven repository, and {@code --holes=}, a service with the API of osv.dev. Ends with
 * the exit codes of {@link Look}.
 */
public final class Libraries {

    private static final Path POM = Path.of("pom.xml");
    private static final Path JUDGEMENTS = Path.of("src/test/resources/libraries.yaml");
    private static final Path BILL = Path.of("target/classes/META-INF/sbom/application.cdx.json");
    private static final Path PAGE = Path.of("docs/libraries.md");
    private static final String AWAY = "the repository could not be reached";

    private final Judgements judgements;
    private final LocalDate today;

    Libraries(Judgements judgements, LocalDate today) {
        this.judgements = judgements;
        this.today = today;
    }

    public static void main(String[] arguments) throws IOException {
        var options = Arrays.stream(arguments)
                .map(option -> option.replaceFirst("^--", "").split("=", 2))
                .collect(Collectors.toMap(option -> option[0], option -> option[1]));
        var repository = URI.create(Objects.requireNonNull(options.get("central"), "--central is missing"));
        var service = URI.create(options.getOrDefault("holes", "https://api.osv.dev"));
        var libraries = new Libraries(Judgements.read(JUDGEMENTS), LocalDate.now(ZoneOffset.UTC));
        var known = LibrariesPage.known(Files.exists(PAGE) ? Files.readString(PAGE) : "");
        var look = libraries.look(
                PomLibraries.read(POM), new Releases(repository), known, Holes.purls(BILL), new Holes(service));
        var page = LibrariesPage.of(look, service.getHost());
        Files.writeString(PAGE, page);
        System.out.print(page);
        System.exit(look.exitCode());
    }

    /**
     * One look. What cannot be asked is said on standard error and in the look, and the rest is asked all the same.
     *
     * @param known by which day earlier looks knew of something newer
     * @param purls names to ask about holes
     */
    Look look(
            List<Library> libraries,
            Releases releases,
            Map<Library, LocalDate> known,
            List<String> purls,
            Holes holes) {
        return new Look(today, rows(libraries, releases, known), purls.size(), holes(holes, purls), judgements);
    }

    private List<LibraryRow> rows(List<Library> libraries, Releases releases, Map<Library, LocalDate> known) {
        var rows = new ArrayList<LibraryRow>();
        boolean away = false;
        for (var library : libraries) {
            if (away) {
                rows.add(LibraryRow.notAsked(library, AWAY));
                continue;
            }
            try {
                rows.add(row(library, releases.newerThan(library), known));
            } catch (ConnectException | HttpTimeoutException e) {
                away = true;
                say(AWAY + ", so newer releases were not asked for", e);
                rows.add(LibraryRow.notAsked(library, AWAY));
            } catch (IOException e) {
                say(library.name() + " could not be looked up", e);
                rows.add(LibraryRow.notAsked(library, "the repository does not say what there is"));
            }
        }
        return List.copyOf(rows);
    }

    private LibraryRow row(Library library, Optional<Newer> found, Map<Library, LocalDate> known) {
        var newer = found.map(one -> one.knownBy(known.getOrDefault(library, LocalDate.MAX)));
        return LibraryRow.judged(library, newer.orElse(null), judgements, today);
    }

    private static @Nullable List<Hole> holes(Holes holes, List<String> purls) {
        try {
            return holes.of(purls);
        } catch (IOException e) {
            say("known holes could not be asked for at " + holes.service(), e);
            return null;
        }
    }

    private static void say(String what, IOException why) {
        System.err.println(what + ": " + why);
    }
}
