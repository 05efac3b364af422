package org.zhuxi.testing.libraries;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page docs/libraries.md. */
final class LibrariesPage {

    static final String NOT_ASKED = "Not asked: ";

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([^ :|]+):([^ :|]+) \\| (\\S+) \\| \\S+ \\| (\\d{4}-\\d{2}-\\d{2})");

    private LibrariesPage() {}

    static String of(Look look, String service) {
        return """
                # Libraries

                Looked up on %s by `./zhuxi libraries`, which writes this page. [SECURITY](../SECURITY.md#libraries) says within
                which times a newer release is taken; why one is not stands in `src/test/resources/libraries.yaml`. Where a day
                is followed by *or before*, the repository does not say when the release came: it was that day at the
                latest, and the time to take it may end sooner.

                | library | in use | newest | first newer one since | take by | state |
                |---|---|---|---|---|---|
                %s

                ## Known holes

                %s
                """.formatted(
                        look.day(),
                        look.rows().stream().map(LibrariesPage::row).collect(Collectors.joining("\n")),
                        holes(look, service));
    }

    /** By which day an earlier page knew of something newer than a library as it was in use. */
    static Map<Library, LocalDate> known(String page) {
        return ROW.matcher(page)
                .results()
                .collect(Collectors.toMap(
                        row -> new Library(row.group(1), row.group(2), row.group(3)),
                        row -> LocalDate.parse(row.group(4)),
                        (one, other) -> one.isBefore(other) ? one : other));
    }

    private static String row(LibraryRow row) {
        var newer = Optional.ofNullable(row.newer());
        var before =
                newer.filter(known -> !known.exact()).map(_ -> " or before").orElse("");
        var asked = row.state() != LibraryRow.State.NOT_ASKED;
        return line(
                row.library().name(),
                row.library().version(),
                newer.map(Newer::newest).orElse(asked ? row.library().version() : "?"),
                newer.map(known -> known.since() + before).orElse(""),
                row.takeBy().map(day -> day + before).orElse(""),
                row.state().words + separator(row.state()) + row.reason());
    }

    private static String separator(LibraryRow.State state) {
        return switch (state) {
            case KEPT -> " since ";
            case NOT_ASKED -> ": ";
            case NEWEST, WITHIN_ITS_TIME, LATE -> "";
        };
    }

    private static String holes(Look look, String service) {
        var holes = look.holes();
        if (holes == null) {
            return NOT_ASKED + service + " could not be asked. Whether a hole is known is not said here.";
        }
        var asked =
                "%s was asked about %d names, those of all libraries in the program.".formatted(service, look.asked());
        if (holes.isEmpty()) {
            return asked + " It knows of no hole.";
        }
        return asked + "\n\n| in | hole | published | mend by | state |\n|---|---|---|---|---|\n"
                + holes.stream().map(hole -> row(hole, look)).collect(Collectors.joining("\n"));
    }

    private static String row(Hole hole, Look look) {
        return line(
                hole.purl(),
                hole.id(),
                hole.published().toString(),
                hole.mendBy(look.judgements()).toString(),
                (hole.isLate(look.judgements(), look.day()) ? "late" : "within its time")
                        + look.judgements()
                                .unusable(hole.id())
                                .map(judged -> "; cannot be used: " + judged.because())
                                .orElse(""));
    }

    private static String line(String... cells) {
        return List.of(cells).stream()
                .map(cell -> cell.replace("|", "\\|").replaceAll("\\s+", " "))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
