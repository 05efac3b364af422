package org.zhuxi.compost.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.compost.CompostProgrammes;
import org.zhuxi.platform.paper.PdfPaper;
import org.zhuxi.platform.web.Page;

/** What a programme brought in a year, with its climate statement: on a page and on paper. For everybody. */
@Controller
class ProgrammePages {

    private final CompostProgrammes programmes;
    private final Clock clock;

    ProgrammePages(CompostProgrammes programmes, Clock clock) {
        this.programmes = programmes;
        this.clock = clock;
    }

    /** A programme and year, or all programmes when no name is given. */
    @GetMapping("/compost/programmes")
    ModelAndView one(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String year) {
        return name.isBlank()
                ? new ModelAndView("compost/programmes").addObject("programmes", programmes.list())
                : new ModelAndView("compost/programme")
                        .addObject("report", programmes.report(plain(name), Years.of(year, clock)))
                        .addObject("thisYear", Years.of("", clock));
    }

    static String plain(String name) {
        return name.replace("\0", "").strip();
    }

    /** The report on paper; the same published figures give the same file. */
    @GetMapping("/compost/programmes/statement.pdf")
    void paper(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String year,
            Page page,
            HttpServletResponse response)
            throws IOException {
        var report = programmes.report(plain(name), Years.of(year, clock));
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"programme-statement-%d.pdf\"".formatted(report.year()));
        var stamped =
                Year.of(report.year()).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        PdfPaper.write(ProgrammePaper.of(page, report), stamped, response.getOutputStream());
    }
}
