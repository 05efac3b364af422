package org.zhuxi.points.internal;

import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhuxi.points.Points;
import org.zhuxi.transparency.ReceiptResponse;

/** The ledger of every day, for everybody, each with the receipt that proves it. */
@Controller
class StatementPages {

    private static final int DAYS = 90;

    private final Points points;

    StatementPages(Points points) {
        this.points = points;
    }

    @GetMapping("/ledger")
    String list(Model model) {
        model.addAttribute("statements", points.dailyStatements(DAYS));
        return "points/daily";
    }

    @GetMapping("/ledger/{day}/receipt.tlog-proof")
    ResponseEntity<Object> receipt(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        return ReceiptResponse.of(points.receiptOfDay(day));
    }
}
