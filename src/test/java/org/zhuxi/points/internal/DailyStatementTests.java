package org.zhuxi.points.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.zhuxi.points.Points;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.transparency.Receipt;
import org.zhuxi.transparency.TransparencyLog;
import org.zhuxi.transparency.VerifyReceipt;

@ZhuxiTest
class DailyStatementTests {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private final LoggedStatements statements;
    private final Points points;
    private final TransparencyLog log;

    DailyStatementTests(LoggedStatements statements, Points points, TransparencyLog log) {
        this.statements = statements;
        this.points = points;
        this.log = log;
    }

    @Test
    void theTotalsOfADayAreMadeOnceAndCanBeProvenByAnybody() throws Exception {
        assertThat(statements.make(DAY)).isTrue();
        assertThat(statements.make(DAY)).isFalse();
        var ofDay = points.dailyStatements(500).stream()
                .filter(statement -> statement.day().equals(DAY))
                .toList();
        assertThat(ofDay).hasSize(1);
        Receipt receipt = points.receiptOfDay(DAY);
        for (var attempt = 0; !receipt.isProven() && attempt < 100; attempt++) {
            TimeUnit.MILLISECONDS.sleep(100);
            receipt = points.receiptOfDay(DAY);
        }
        var finding = log.verify(java.util.Objects.requireNonNull(receipt.proof()));
        assertThat(finding.isSound()).isTrue();
        assertThat(finding.facts())
                .containsAll(List.of(
                        new VerifyReceipt.Fact("day", DAY.toString()),
                        new VerifyReceipt.Fact(
                                "outstanding", String.valueOf(ofDay.getFirst().outstanding()))));
    }
}
