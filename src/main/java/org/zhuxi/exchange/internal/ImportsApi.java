package org.zhuxi.exchange.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhuxi.exchange.ImportJob;
import org.zhuxi.exchange.Imports;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Slice;
import org.zhuxi.platform.web.Messages;

/** Imports for programs: upload (dry run), look, run, look again. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportsApi {

    private static final int MOST = 500;

    private final Imports imports;
    private final Messages messages;

    ImportsApi(Imports imports, Messages messages) {
        this.imports = imports;
        this.messages = messages;
    }

    /** What is wrong with a cell, in the reader's words. */
    record ProblemJson(long line, String column, String value, String slug, String detail) {}

    @GetMapping
    List<ImportJob> list(Actor actor) {
        return imports.list(actor, MOST);
    }

    @PostMapping("/{source}")
    ResponseEntity<ImportJob> upload(Actor actor, @PathVariable String source, @RequestParam MultipartFile file)
            throws IOException {
        var name = file.getOriginalFilename();
        var job = imports.upload(actor, source, name == null ? "" : name, file.getBytes());
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .header("Location", "/api/v1/imports/" + job.id())
                .body(job);
    }

    @GetMapping("/{id}")
    ImportJob get(Actor actor, @PathVariable UUID id) {
        return imports.get(actor, id);
    }

    @PostMapping("/{id}/run")
    ResponseEntity<ImportJob> run(Actor actor, @PathVariable UUID id) {
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(imports.run(actor, id));
    }

    /** Takes back what the rows made. */
    @PostMapping("/{id}/undo")
    ResponseEntity<ImportJob> undo(Actor actor, @PathVariable UUID id) {
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(imports.undo(actor, id));
    }

    /** What rows that were taken bring, such as codes for the first sign-in; CSV. */
    @PostMapping("/{id}/handout")
    void handOut(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        HandoutFile.write(imports, actor, id, response);
    }

    @GetMapping("/{id}/problems")
    Slice<ProblemJson> problems(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String after) {
        var locale = LocaleContextHolder.getLocale();
        var found = imports.problems(actor, id, Math.clamp(limit, 1, MOST), after);
        return new Slice<>(
                found.items().stream()
                        .map(problem -> new ProblemJson(
                                problem.line(),
                                problem.column(),
                                problem.value(),
                                problem.slug(),
                                messages.get(locale, "problem." + problem.slug(), problem.arguments())))
                        .toList(),
                found.next());
    }
}
