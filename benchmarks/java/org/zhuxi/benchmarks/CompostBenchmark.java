package org.zhuxi.benchmarks;

import java.nio.file.Files;
import org.springframework.boot.SpringApplication;
import org.zhuxi.ZhuxiApplication;
import org.zhuxi.account.Accounts;
import org.zhuxi.compost.CompostSites;
import org.zhuxi.compost.CompostYear;
import org.zhuxi.compost.Yard;
import org.zhuxi.testing.World;

/**
 * A year of a compost site: every entry by HTTP, JSON and bearer token into the embedded, flushing server, every month submitted,
 * looked at and published.
 *
 * <p>Arguments: bins (40), months (12).
 */
public final class CompostBenchmark {

    private CompostBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var bins = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
        var months = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 12;
        var data = Files.createTempDirectory("zhuxi-benchmark");
        var program = new SpringApplication(ZhuxiApplication.class, World.class)
                .run("--server.port=0", "--zhuxi.demo=false", "--zhuxi.data=" + data, "--logging.level.root=warn");
        try (program) {
            var year = new CompostYear(
                    "http://localhost:" + program.getEnvironment().getProperty("local.server.port"),
                    program.getBean(World.class),
                    program.getBean(Accounts.class),
                    program.getBean(CompostSites.class),
                    bins);
            System.out.println("| month | entries | recorded in ms | looked at | verified in ms |");
            System.out.println("|---|---|---|---|---|");
            var entries = 0;
            for (var back = months; back >= 1; back--) {
                var month = Yard.LAST_MONTH.minusMonths(back - 1L);
                var begin = System.nanoTime();
                var recorded = year.record(month);
                var between = System.nanoTime();
                var looked = year.verify(month);
                var end = System.nanoTime();
                entries += recorded;
                System.out.printf(
                        "| %s | %,d | %,d | %d | %,d |%n",
                        month, recorded, (between - begin) / 1_000_000, looked, (end - between) / 1_000_000);
            }
            System.out.printf("%n%,d entries; fed %s kg, published %s kg%n", entries, year.fedKg(), year.publishedKg());
        }
    }
}
