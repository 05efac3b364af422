package org.zhuxi.benchmarks;

import java.time.Instant;
import java.time.YearMonth;
import org.zhuxi.account.Accounts;
import org.zhuxi.compost.CompostPhone;
import org.zhuxi.compost.CompostSites;
import org.zhuxi.compost.CompostYear;
import org.zhuxi.compost.Yard;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.World;

/**
 * A year of a compost site: every entry by HTTP, JSON and bearer token into the embedded, flushing server, every month submitted,
 * looked at and published. The first months, as many as are asked for, are tapped into the log of a phone without a network instead, in
 * Chromium, and sent when it is back.
 *
 * <p>Arguments: bins (40), months (12), months on the phone (0).
 */
public final class CompostBenchmark {

    private CompostBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var bins = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
        var months = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 12;
        var tapped = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
        try (var data = Scratch.make();
                var program = data.run(World.class)) {
            var address = "http://localhost:" + program.getEnvironment().getProperty("local.server.port");
            var year = new CompostYear(
                    address,
                    program.getBean(World.class),
                    program.getBean(Accounts.class),
                    program.getBean(CompostSites.class),
                    bins);
            System.out.println("| month | entries | tapped in ms | recorded in ms | looked at | verified in ms |");
            System.out.println("|---|---|---|---|---|---|");
            var entries = 0;
            var first = Yard.LAST_MONTH.minusMonths(months - 1L);
            if (tapped > 0) {
                try (var chrome = Chrome.start();
                        var phone = new CompostPhone(chrome, address, year.keeperName())) {
                    for (var month = first; month.isBefore(first.plusMonths(tapped)); month = month.plusMonths(1)) {
                        entries += tap(year, month, phone);
                    }
                }
            }
            for (var month = first.plusMonths(tapped); !month.isAfter(Yard.LAST_MONTH); month = month.plusMonths(1)) {
                entries += record(year, month);
            }
            System.out.printf("%n%,d entries; fed %s kg, published %s kg%n", entries, year.fedKg(), year.publishedKg());
        }
    }

    private static int tap(CompostYear year, YearMonth month, CompostPhone phone) throws Exception {
        var begin = System.nanoTime();
        var entries = year.tap(month, phone);
        var tapped = System.nanoTime();
        phone.findNetwork(Instant.now());
        print(year, month, entries, "%,d".formatted((tapped - begin) / 1_000_000), tapped);
        return entries;
    }

    private static int record(CompostYear year, YearMonth month) throws Exception {
        var begin = System.nanoTime();
        var entries = year.record(month);
        print(year, month, entries, "", begin);
        return entries;
    }

    /** @param sent when the first of them was sent, in ns */
    private static void print(CompostYear year, YearMonth month, int entries, String tapped, long sent)
            throws Exception {
        var recorded = System.nanoTime();
        var looked = year.verify(month);
        var verified = System.nanoTime();
        System.out.printf(
                "| %s | %,d | %s | %,d | %d | %,d |%n",
                month, entries, tapped, (recorded - sent) / 1_000_000, looked, (verified - recorded) / 1_000_000);
    }
}
