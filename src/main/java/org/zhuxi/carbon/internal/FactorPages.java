package org.zhuxi.carbon.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.carbon.Factor;
import org.zhuxi.carbon.Factors;
import org.zhuxi.platform.table.CsvTable;

/** The library of emission factors, for everybody. */
@Controller
class FactorPages {

    private static final int PAGE = 40;

    private final Factors factors;

    FactorPages(Factors factors) {
        this.factors = factors;
    }

    @GetMapping("/carbon/factors")
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String after) {
        var found = found(q, topic);
        var codes = found.stream().map(Factor::code).toList();
        var from = codes.indexOf(after) + 1;
        var shown = found.subList(from, Math.min(from + PAGE, found.size()));
        var hasMore = from + PAGE < found.size();
        return new ModelAndView("carbon/factors")
                .addObject("query", q)
                .addObject("topic", topic)
                .addObject("factors", List.copyOf(shown))
                .addObject("csv", CarbonLinks.to("/carbon/factors/csv", "q", q, "topic", topic))
                .addObject(
                        "next",
                        hasMore
                                ? CarbonLinks.to(
                                        "/carbon/factors",
                                        "q",
                                        q,
                                        "topic",
                                        topic,
                                        "after",
                                        shown.getLast().code())
                                : "");
    }

    private List<Factor> found(String q, String topic) {
        return factors.list(q, Choices.find(Factor.Topic.class, topic.toUpperCase(Locale.ROOT)));
    }

    @GetMapping("/carbon/factors/csv")
    void download(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String topic,
            HttpServletResponse response)
            throws IOException {
        try (var csv = CsvTable.download(
                response,
                "carbon-factors",
                "code",
                "version",
                "year",
                "value",
                "unit",
                "uncertainty",
                "evidence",
                "topic",
                "region",
                "name_zh",
                "name_en",
                "source_zh",
                "source_en",
                "note_zh",
                "comparison_only")) {
            for (var factor : found(q, topic)) {
                for (var version : factor.versions()) {
                    csv.row(
                            factor.code(),
                            version.version(),
                            version.year(),
                            version.value(),
                            factor.unit(),
                            Spreads.print(version.spread()),
                            version.evidence(),
                            factor.topic(),
                            factor.region(),
                            factor.names().zh(),
                            factor.names().en(),
                            version.source().zh(),
                            version.source().en(),
                            version.note().zh(),
                            factor.indicatorOnly());
                }
            }
        }
    }

    @GetMapping("/carbon/factors/{code}")
    ModelAndView one(@PathVariable String code) {
        return new ModelAndView("carbon/factor").addObject("factor", factors.get(code));
    }

    @GetMapping("/carbon/methods")
    ModelAndView methods() {
        return new ModelAndView("carbon/methods").addObject("methods", Method.all());
    }
}
