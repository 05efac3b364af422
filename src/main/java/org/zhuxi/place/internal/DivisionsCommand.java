package org.zhuxi.place.internal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.DivisionImport;
import org.zhuxi.place.DivisionImport.Order;
import org.zhuxi.place.DivisionImport.Progress;
import org.zhuxi.place.DivisionImport.Report;
import org.zhuxi.place.PlaceRefused;
import org.zhuxi.platform.start.Command;
import org.zhuxi.platform.web.Messages;

/**
 * Imports lists of divisions from the command line, then ends the program with 0, or 2 when they were refused. Started by
 * {@code --zhuxi.command=divisions} with {@code --file=PATH} once or more and, if wanted, {@code --as-of=DATE},
 * {@code --successions=PATH} and {@code --allow-endings}.
 */
@Component
class DivisionsCommand implements Command {

    private static final Actor CONSOLE =
            new Actor(null, "console", Set.of(new Grant(Role.OPERATOR, PlacePath.NATION)), Set.of(), null);

    private final DivisionImport divisions;
    private final Messages messages;

    DivisionsCommand(DivisionImport divisions, Messages messages) {
        this.divisions = divisions;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "divisions";
    }

    @Override
    public int run(ApplicationArguments arguments, PrintStream out, PrintStream err) {
        var language = Locale.getDefault();
        var begun = System.nanoTime();
        try {
            var report = divisions.run(CONSOLE, order(arguments), step -> out.println(words(language, step)));
            out.println(words(language, report, (System.nanoTime() - begun) / 1_000_000_000L));
            return 0;
        } catch (DateTimeParseException e) {
            err.println(messages.get(language, "problem.place-no-date", e.getParsedString()));
            return 2;
        } catch (PlaceRefused.BadLists bad) {
            for (var wrong : bad.problems().list()) {
                var where = wrong.line() > 0 ? wrong.file() + ":" + wrong.line() : wrong.file();
                err.println(where + "  " + messages.get(language, "problem." + wrong.slug(), wrong.arguments()));
            }
            err.println(messages.explain(language, bad.problem()));
            return 2;
        } catch (Refused refused) {
            err.println(messages.explain(language, refused.problem()));
            return 2;
        }
    }

    private static Order order(ApplicationArguments arguments) {
        var files = arguments.getOptionValues("file");
        var successions = option(arguments, "successions");
        var asOf = option(arguments, "as-of");
        return new Order(
                files == null ? List.of() : files.stream().map(Path::of).toList(),
                successions == null ? null : Path.of(successions),
                asOf == null ? null : LocalDate.parse(asOf),
                arguments.containsOption("allow-endings"));
    }

    private static @Nullable String option(ApplicationArguments arguments, String name) {
        var values = arguments.getOptionValues(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    private String words(Locale language, Progress step) {
        return messages.get(language, "place.import." + step.step(), step.what(), step.count());
    }

    private String words(Locale language, Report report, long seconds) {
        var summary = messages.get(
                language,
                "place.import.done",
                report.asOf().toString(),
                report.read(),
                report.unchanged(),
                report.added(),
                report.renamed(),
                report.moved(),
                report.ended(),
                report.succeeded(),
                report.withdrawn(),
                report.changes(),
                seconds);
        return report.keptInUse() == 0
                ? summary
                : summary
                        + System.lineSeparator()
                        + messages.get(
                                language, "place.import.kept", report.keptInUse(), String.join(", ", report.kept()));
    }
}
