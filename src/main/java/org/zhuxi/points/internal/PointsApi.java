package org.zhuxi.points.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Slice;
import org.zhuxi.points.DailyStatement;
import org.zhuxi.points.HouseholdAccount;
import org.zhuxi.points.ManualPosting;
import org.zhuxi.points.Points;
import org.zhuxi.points.PostingKind;
import org.zhuxi.points.Postings;
import org.zhuxi.points.StatementFilter;
import org.zhuxi.points.StatementLine;
import org.zhuxi.points.TrialBalance;
import org.zhuxi.points.Verdict;
import org.zhuxi.transparency.ReceiptResponse;

/** The ledger for programs. */
@RestController
@RequestMapping("/api/v1")
class PointsApi {

    private static final int MOST_LINES = 500;

    private final Points points;
    private final Postings postings;
    private final StatementCsv csv;

    PointsApi(Points points, Postings postings, StatementCsv csv) {
        this.points = points;
        this.postings = postings;
        this.csv = csv;
    }

    /** @param owed points taken back after they had been spent, paid from what comes in next */
    record AccountView(
            UUID household,
            long balance,
            long credits,
            long debits,
            long owed,
            @Nullable Expiry nextExpiry) {

        static AccountView of(HouseholdAccount account) {
            var next = account.nextExpiry();
            return new AccountView(
                    account.household().id(),
                    account.balance(),
                    account.credits(),
                    account.debits(),
                    account.owed(),
                    next == null ? null : new Expiry(next, account.nextExpiryPoints()));
        }
    }

    /** @param lastDay the last day on which these points are valid */
    record Expiry(LocalDate lastDay, long points) {}

    @GetMapping("/households/{id}/account")
    AccountView account(Actor actor, @PathVariable UUID id) {
        return AccountView.of(points.account(actor, id));
    }

    @GetMapping("/households/{id}/statement")
    Slice<StatementLine> statement(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable PostingKind kind,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID after) {
        var lines = Math.clamp(limit, 1, MOST_LINES);
        return points.statement(actor, id, new StatementFilter(kind, from, to), lines, after);
    }

    @GetMapping("/households/{id}/statement.csv")
    void statementAsCsv(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable PostingKind kind,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            HttpServletResponse response)
            throws IOException {
        csv.write(actor, id, new StatementFilter(kind, from, to), response);
    }

    @PostMapping("/households/{id}/postings")
    ResponseEntity<Verdict> post(Actor actor, @PathVariable UUID id, @RequestBody ManualPosting posting) {
        var verdict = postings.post(actor, id, posting);
        var isNew = verdict.outcome() != Verdict.Outcome.DUPLICATE;
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(verdict);
    }

    /** The receipt as {@code c2sp.org/tlog-proof@v1}, or 202 while the posting waits for its place in the log. */
    @GetMapping("/households/{id}/postings/{posting}/receipt")
    ResponseEntity<Object> receipt(Actor actor, @PathVariable UUID id, @PathVariable UUID posting) {
        return ReceiptResponse.of(points.receipt(actor, id, posting));
    }

    @GetMapping("/points/daily-statements")
    List<DailyStatement> dailyStatements(@RequestParam(defaultValue = "90") int limit) {
        return points.dailyStatements(Math.clamp(limit, 1, MOST_LINES));
    }

    @GetMapping("/points/daily-statements/{day}/receipt")
    ResponseEntity<Object> receipt(@PathVariable LocalDate day) {
        return ReceiptResponse.of(points.receiptOfDay(day));
    }

    /** @param checks {@code full} recomputes every account and day, anything else a sample */
    @GetMapping("/points/trial-balance")
    TrialBalance trialBalance(@RequestParam(defaultValue = "sample") String checks) {
        return points.trialBalance(checks.equals("full"));
    }
}
