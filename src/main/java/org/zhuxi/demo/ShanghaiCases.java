package org.zhuxi.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.report.NewPracticeCase;
import org.zhuxi.report.PracticeCases;

/** The eighty cases of Shanghai's book by district, as its table of contents lists them: title and page. */
final class ShanghaiCases {

    private static final String BOOK = "《新时代绿色社区创建——上海案例精选》（ISBN 978-7-5478-6135-6）第 %s 页";
    private static final int YEAR = 2023;

    private ShanghaiCases() {}

    static List<NewPracticeCase> all() {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var file = new InputStreamReader(
                        new ClassPathResource("demo/shanghai-cases.csv").getInputStream(), StandardCharsets.UTF_8);
                var rows = format.parse(file)) {
            return rows.stream().map(ShanghaiCases::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NewPracticeCase read(CSVRecord row) {
        return new NewPracticeCase(
                row.get("district"),
                new Names(row.get("title"), ""),
                new Names("", ""),
                YEAR,
                BOOK.formatted(row.get("page")));
    }

    static void tell(PracticeCases cases) {
        all().forEach(one -> cases.add(
                Founder.ACTOR, Ids.derived(Founder.ACTOR.account(), "cases/" + one.source()), one, Origin.SEED));
    }
}
