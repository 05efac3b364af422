package org.zhuxi.report.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.report.Deadline;
import org.zhuxi.report.Report;
import org.zhuxi.report.ReportDocument;
import org.zhuxi.report.ReportFigure;
import org.zhuxi.report.ReportSection;
import org.zhuxi.report.ReportSection.Block;
import org.zhuxi.report.ReportState;
import org.zhuxi.report.ReportTable;
import org.zhuxi.report.ReportText;
import tools.jackson.databind.json.JsonMapper;

/** Puts a report together: the template's sections, people's texts, and numbers of now or those that were handed in. */
@Component
public class Documents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Template template = Template.read(Template.SHIPPED);
    private final Map<String, TableSource> tables;
    private final Figures figures;
    private final Wording wording;
    private final PaperStore papers;
    private final KeptStore kept;

    Documents(List<TableSource> tables, Figures figures, Wording wording, PaperStore papers, KeptStore kept) {
        this.tables = tables.stream().collect(Collectors.toMap(TableSource::code, Function.identity()));
        this.figures = figures;
        this.wording = wording;
        this.papers = papers;
        this.kept = kept;
        template.sections().forEach(section -> section.blocks().forEach(this::requireTable));
    }

    private void requireTable(Template.Part part) {
        var table = part.table();
        if (table != null && !tables.containsKey(table)) {
            throw new IllegalStateException("Nothing makes the table " + table + " of " + Template.SHIPPED);
        }
    }

    /** A report that nobody has written anything in. */
    public Report blank(UUID id, Place place, int year, Deadline due, Origin origin) {
        return new Report(
                id,
                place.code(),
                place.path(),
                place.kind(),
                place.name(),
                year,
                template.code(),
                template.version(),
                ReportState.COLLECTING,
                1,
                due,
                null,
                null,
                null,
                null,
                "",
                "",
                null,
                origin);
    }

    /** @throws Refused.NotFound when the template has no such text */
    public void requireText(String code) {
        if (template.findText(code).isEmpty()) {
            throw new Refused.NotFound(code);
        }
    }

    Template template() {
        return template;
    }

    /** The numbers of a report: those that were handed in, otherwise those of now. */
    public SequencedMap<String, ReportFigure> figures(Report report) {
        return figures(report, sheets(report));
    }

    private YearSheets sheets(Report report) {
        return figures.sheets(report.path(), report.year());
    }

    private SequencedMap<String, ReportFigure> figures(Report report, YearSheets sheets) {
        if (report.rootHash().isEmpty()) {
            return figures.withCriteria(report.path(), report.year(), sheets);
        }
        var byCode = new LinkedHashMap<String, ReportFigure>();
        kept.figures(report.id(), report.round()).stream()
                .map(figures::kept)
                .forEach(figure -> byCode.put(figure.code(), figure));
        return byCode;
    }

    /** What each number is printed as, by its code. */
    public Map<String, String> printed(Report report) {
        return figures(report).values().stream()
                .collect(Collectors.toMap(
                        ReportFigure::code, figure -> wording.printed(figure).zh()));
    }

    /** Every table of the template as it is with these numbers. */
    Map<String, ReportTable> tables(Report report, Map<String, ReportFigure> with, YearSheets sheets) {
        var subject = new Subject(report, with, sheets);
        var made = new LinkedHashMap<String, ReportTable>();
        template.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .map(Template.Part::table)
                .filter(Objects::nonNull)
                .forEach(code ->
                        made.put(code, Objects.requireNonNull(tables.get(code)).of(subject)));
        return made;
    }

    /** What does not fit at a place in a year. */
    public ReportTable quality(Place place, int year, Map<String, ReportFigure> with) {
        var blank =
                blank(new UUID(0, 0), place, year, new Deadline(java.time.LocalDate.of(year, 12, 31)), Origin.RECORDED);
        return Objects.requireNonNull(tables.get("quality")).of(new Subject(blank, with, sheets(blank)));
    }

    static String json(ReportTable table) {
        return JSON.writeValueAsString(table);
    }

    private Map<String, ReportTable> keptTables(Report report) {
        return kept.tables(report.id(), report.round()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> JSON.readValue(entry.getValue(), ReportTable.class)));
    }

    public ReportDocument of(Report report) {
        var sheets = sheets(report);
        var with = figures(report, sheets);
        var made = report.rootHash().isEmpty() ? tables(report, with, sheets) : keptTables(report);
        var texts = papers.texts(report.id());
        var sections = template.sections().stream()
                .map(section -> new ReportSection(
                        section.code(),
                        section.number(),
                        section.names(),
                        section.blocks().stream()
                                .flatMap(part -> block(report, part, made, texts, with).stream())
                                .toList()))
                .toList();
        return new ReportDocument(
                report,
                template.names(),
                sections,
                with,
                papers.signatures(report.id(), report.round()),
                !report.rootHash().isEmpty());
    }

    private static java.util.Optional<Block> block(
            Report report,
            Template.Part part,
            Map<String, ReportTable> made,
            Map<String, ReportText> texts,
            Map<String, ReportFigure> with) {
        var text = part.text();
        if (text == null) {
            return java.util.Optional.ofNullable(made.get(Objects.requireNonNull(part.table())))
                    .map(ReportSection.Numbers::new);
        }
        var words = part.words() == null
                ? new Names("", "")
                : new Names(
                        CitedText.known(part.words().zh(), "", with),
                        CitedText.known(part.words().en(), " ", with));
        return java.util.Optional.of(new ReportSection.Prose(
                Objects.requireNonNullElse(part.prompt(), words),
                texts.getOrDefault(text, new ReportText(report.id(), text, 0, words, "", null))));
    }
}
