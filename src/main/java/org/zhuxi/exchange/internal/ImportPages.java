package org.zhuxi.exchange.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.exchange.ExchangeRefused;
import org.zhuxi.exchange.Imports;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.table.ImportColumn;
import org.zhuxi.platform.table.TableFile;
import org.zhuxi.platform.table.TableFormat;
import org.zhuxi.platform.web.Messages;

/** Tables taken in: templates, upload, the report of the dry run, progress, the report of the run. */
@Controller
@RequestMapping("/work/imports")
class ImportPages {

    private static final int JOBS = 20;
    private static final int PROBLEMS = 100;
    private static final int FILE_PAGE = 1_000;

    private final Imports imports;
    private final Messages messages;

    ImportPages(Imports imports, Messages messages) {
        this.imports = imports;
        this.messages = messages;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        fill(actor, "", List.of(), model);
        return "exchange/imports";
    }

    @PostMapping
    ModelAndView upload(Actor actor, @RequestParam String source, @RequestParam MultipartFile file) throws IOException {
        try {
            var name = file.getOriginalFilename();
            var job = imports.upload(actor, source, name == null ? "" : name, file.getBytes());
            return new ModelAndView("redirect:/work/imports/" + job.id());
        } catch (ExchangeRefused | Refused.Invalid refused) {
            var model = new ExtendedModelMap();
            fill(actor, source, refused.problem().fields(), model);
            return new ModelAndView(
                    "exchange/imports",
                    model,
                    HttpStatus.valueOf(refused.problem().kind().status()));
        }
    }

    private void fill(Actor actor, String chosen, List<Problem.Field> errors, Model model) {
        model.addAttribute("sources", imports.sources(actor));
        model.addAttribute("jobs", imports.list(actor, JOBS));
        model.addAttribute("chosen", chosen);
        model.addAttribute("errors", errors);
    }

    @GetMapping("/templates/{source}.{format}")
    ResponseEntity<byte[]> template(Actor actor, @PathVariable String source, @PathVariable String format) {
        var form = TableFormat.find(format)
                .filter(known -> known != TableFormat.PARQUET)
                .orElseThrow(() -> new Refused.NotFound(format));
        var known = imports.getSource(actor, source);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, form.contentType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + known.code() + "." + form.ending() + "\"")
                .body(TableFile.template(form, known.columns()));
    }

    @GetMapping("/{id}")
    String report(Actor actor, @PathVariable UUID id, Model model) {
        var job = imports.get(actor, id);
        var problems = imports.problems(actor, id, PROBLEMS, null);
        model.addAttribute("job", job);
        model.addAttribute("source", imports.getSource(actor, job.source()));
        model.addAttribute("problems", problems.items());
        model.addAttribute("hasMore", problems.next() != null);
        return "exchange/import";
    }

    @PostMapping("/{id}/run")
    String run(Actor actor, @PathVariable UUID id) {
        imports.run(actor, id);
        return "redirect:/work/imports/" + id;
    }

    @PostMapping("/{id}/undo")
    String undo(Actor actor, @PathVariable UUID id) {
        imports.undo(actor, id);
        return "redirect:/work/imports/" + id;
    }

    /** What rows that were taken bring, such as codes; it is in this file and nowhere else. */
    @PostMapping("/{id}/handout")
    void handOut(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        HandoutFile.write(imports, actor, id, response);
    }

    /** The rows that are refused, in the form of the template. */
    @GetMapping("/{id}/refused.csv")
    void refused(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        var source = imports.getSource(actor, imports.get(actor, id).source());
        var columns = source.columns().stream().map(ImportColumn::name).toArray(String[]::new);
        try (var csv = CsvTable.download(response, source.code() + "-refused", columns)) {
            imports.refusedRows(actor, id, csv::row);
        }
    }

    /** The report as a table: row, column, what stands there, what is wrong and what to do. */
    @GetMapping("/{id}/report.csv")
    void download(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        var locale = LocaleContextHolder.getLocale();
        var page = imports.problems(actor, id, FILE_PAGE, null);
        try (var csv = CsvTable.download(response, "import-" + id, "line", "column", "value", "problem")) {
            while (true) {
                for (var problem : page.items()) {
                    csv.row(
                            problem.line(),
                            problem.column(),
                            problem.value(),
                            messages.get(locale, "problem." + problem.slug(), problem.arguments()));
                }
                if (page.next() == null) {
                    return;
                }
                page = imports.problems(actor, id, FILE_PAGE, page.next());
            }
        }
    }
}
