package org.zhuxi.report.internal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Names;
import org.zhuxi.platform.paper.Paper;
import org.zhuxi.platform.web.Messages;
import org.zhuxi.report.CoSignature;
import org.zhuxi.report.Deadline;
import org.zhuxi.report.ReportDocument;
import org.zhuxi.report.ReportSection;
import org.zhuxi.report.ReportTable;
import org.zhuxi.report.ReportText;

/** Puts a report into the words of one language, for paper. */
@Component
public class ReportPrinter {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Deadline.ZONE);

    private final Wording wording;
    private final Messages messages;

    ReportPrinter(Wording wording, Messages messages) {
        this.wording = wording;
        this.messages = messages;
    }

    public Paper print(ReportDocument document, Locale locale) {
        var parts = new ArrayList<Paper.Part>();
        for (var section : document.sections()) {
            parts.add(new Paper.Heading(2, heading(section, locale)));
            for (var block : section.blocks()) {
                switch (block) {
                    case ReportSection.Prose prose -> paragraphs(prose.text(), document, locale, parts);
                    case ReportSection.Numbers numbers -> parts.add(grid(numbers.table(), locale));
                }
            }
        }
        return new Paper(
                title(document, locale),
                isEnglish(locale) ? "en" : "zh-CN",
                cover(document, locale),
                List.copyOf(parts));
    }

    String title(ReportDocument document, Locale locale) {
        return t(
                locale,
                "report.title-of",
                document.report().name(),
                String.valueOf(document.report().year()),
                document.title());
    }

    private String heading(ReportSection section, Locale locale) {
        var name = section.names().in(locale);
        return section.number().isEmpty() ? name : t(locale, "report.section", section.number(), name);
    }

    private List<String> cover(ReportDocument document, Locale locale) {
        var report = document.report();
        var lines = new ArrayList<String>();
        lines.add(t(locale, "report.cover.state", t(locale, "report.state." + report.state())));
        lines.add(t(locale, "report.cover.due", report.due().day() + " 23:59:59"));
        if (report.submittedAt() != null) {
            lines.add(t(locale, "report.receipt", report.receipt(), moment(report.submittedAt())) + " "
                    + t(locale, Boolean.TRUE.equals(report.onTime()) ? "report.on-time" : "report.late"));
        }
        if (!document.signatures().isEmpty()) {
            lines.add(t(locale, "report.signed-by") + " "
                    + document.signatures().stream()
                            .map(one -> signature(one, locale))
                            .collect(Collectors.joining(isEnglish(locale) ? ", " : "、")));
        }
        lines.add(t(locale, document.kept() ? "report.kept" : "report.live"));
        if (!report.rootHash().isEmpty()) {
            lines.add(t(locale, "report.root-hash") + " " + report.rootHash());
        }
        return List.copyOf(lines);
    }

    private String signature(CoSignature one, Locale locale) {
        return one.names().in(locale) + " (" + t(locale, "report.signature." + one.state()) + ")";
    }

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    private void paragraphs(ReportText text, ReportDocument document, Locale locale, List<Paper.Part> parts) {
        var words = isEnglish(locale) && !text.words().en().isEmpty()
                ? text.words().en()
                : text.words().zh();
        if (words.isEmpty()) {
            return;
        }
        var printed = CitedText.spans(words, document.figures()).stream()
                .map(span -> span.figure() == null
                        ? span.words()
                        : wording.printed(span.figure()).in(locale))
                .collect(Collectors.joining());
        printed.lines().filter(line -> !line.isBlank()).forEach(line -> parts.add(new Paper.Paragraph(line)));
    }

    private Paper.Part grid(ReportTable table, Locale locale) {
        return new Paper.Grid(
                table.names().in(locale),
                table.columns().stream().map(one -> one.names().in(locale)).toList(),
                table.columns().stream().map(ReportTable.Column::number).toList(),
                table.rows().isEmpty()
                        ? List.of()
                        : table.rows().stream()
                                .map(row -> row.stream()
                                        .map(cell -> cell.words().in(locale))
                                        .toList())
                                .toList(),
                table.rows().isEmpty()
                        ? t(locale, "report.table.empty")
                        : table.note().in(locale));
    }

    private String t(Locale locale, String key, Object... arguments) {
        return messages.get(locale, key, arguments);
    }

    private static boolean isEnglish(Locale locale) {
        return new Names("", "en").in(locale).equals("en");
    }

    /** When it was handed in, or the beginning of its year: the same report is the same file. */
    public static Instant stamp(ReportDocument document) {
        return Objects.requireNonNullElseGet(
                document.report().handedInAt(),
                () -> java.time.LocalDate.of(document.report().year(), 1, 1)
                        .atStartOfDay(Deadline.ZONE)
                        .toInstant());
    }
}
