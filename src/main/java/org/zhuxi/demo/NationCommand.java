package org.zhuxi.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.start.Command;

/**
 * Makes up a cycle of the whole nation, decides it, rolls it up and prints the nation's report, and says how long each step
 * took; then ends the program with 0, or 1 when the sums do not agree with a full count. Started by
 * {@code --zhuxi.command=nation} with {@code --communities=N}.
 */
@Component
class NationCommand implements Command {

    private static final int COMMUNITIES = 113_000;
    private static final Actor CONSOLE = new Actor(
            new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0002L),
            "console",
            Arrays.stream(Role.values())
                    .map(role -> new Grant(role, PlacePath.NATION))
                    .collect(Collectors.toUnmodifiableSet()),
            Set.of(),
            null);

    private final MadeUpCountry country;
    private final MadeUpCycle cycle;

    NationCommand(MadeUpCountry country, MadeUpCycle cycle) {
        this.country = country;
        this.cycle = cycle;
    }

    @Override
    public String name() {
        return "nation";
    }

    @Override
    public int run(ApplicationArguments arguments, PrintStream out, PrintStream err) throws IOException {
        var asked = arguments.getOptionValues("communities");
        return run(
                asked == null ? COMMUNITIES : Integer.parseInt(asked.getFirst()),
                LocalDate.now().getYear() - 1,
                out);
    }

    /** Answers the exit code. */
    int run(int communities, int year, PrintStream out) throws IOException {
        if (communities < 1 || communities > MadeUpCountry.most()) {
            out.printf("--communities is a number from 1 to %,d%n", MadeUpCountry.most());
            return 2;
        }
        var period = new ReportPeriod(year, null);
        var watch = new Watch(out);
        out.println("Made up and stored:");
        country.enter(CONSOLE, communities);
        watch.say("places and %,d communities".formatted(communities));
        var register = cycle.freeze(CONSOLE, year);
        watch.say("register frozen, cycle planned and opened");
        var values = cycle.fill(CONSOLE, register);
        watch.say("%,d verified values of %d measures".formatted(values, MadeUpCycle.MEASURES));
        cycle.count();
        watch.say("values counted at every community and summed above");

        out.println("The cycle, from what is stored:");
        var begun = System.nanoTime();
        cycle.sum();
        watch.say("%d measures summed at every place above communities".formatted(MadeUpCycle.MEASURES));
        var decided = cycle.decide(CONSOLE, register);
        watch.say("%,d communities held against 16 criteria".formatted(decided));
        cycle.rollUp();
        watch.say("results rolled up");
        var paper = new ByteArrayOutputStream();
        var rate = cycle.report(CONSOLE, year, paper);
        watch.say("report of the nation, %,d bytes of PDF; attainment %s".formatted(paper.size(), rate));
        out.printf(Locale.ROOT, "%8.1f s  all of the cycle%n", (System.nanoTime() - begun) / 1e9);

        out.println("One community changes a value:");
        var changed = System.nanoTime();
        var levels = cycle.changeOne(CONSOLE, register, period);
        out.printf(
                Locale.ROOT,
                "%8.2f s  until the pages of all %d levels show it%n",
                (System.nanoTime() - changed) / 1e9,
                levels);

        watch.begin();
        var differences = cycle.differences();
        watch.say("full count again: %,d differences".formatted(differences));
        out.printf(
                Locale.ROOT, "%8d MiB  of heap at most%n", Runtime.getRuntime().maxMemory() >> 20);
        return differences == 0 ? 0 : 1;
    }
}
