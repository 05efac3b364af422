package org.zhuxi.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money adds up: nobody pays more than was allocated, or allocates more than was planned, in whatever order it is booked. */
class FundSheetProperties {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @Property(tries = 300)
    void keepsPaidWithinAllocatedWithinPlanned(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var sheet = FundSheet.of(List.of());
        for (var i = 0; i < 40; i++) {
            try {
                sheet = sheet.plus(random.nextInt(4) == 0 ? counter(random, sheet) : fresh(random));
            } catch (ProjectRefused.AboveLine refused) {
                continue;
            }
            assertThat(sheet.lines()).allMatch(FundLine::isSound);
            assertThat(sheet.paidFen()).isEqualTo(sum(sheet, FundKind.PAY));
            assertThat(sheet.allocatedFen()).isEqualTo(sum(sheet, FundKind.ALLOCATE));
            assertThat(sheet.plannedFen()).isEqualTo(sum(sheet, FundKind.PLAN));
        }
    }

    private static long sum(FundSheet sheet, FundKind kind) {
        return sheet.movements().stream()
                .filter(it -> it.kind() == kind)
                .mapToLong(it -> Objects.requireNonNull(it.amountFen()))
                .sum();
    }

    private static FundMovement fresh(SplittableRandom random) {
        var source = FundSource.values()[random.nextInt(3)];
        var kind = FundKind.values()[random.nextInt(3)];
        return movement(source, kind, 1 + random.nextLong(1_000_000), null);
    }

    private static FundMovement counter(SplittableRandom random, FundSheet sheet) {
        var open = new ArrayList<>(sheet.movements());
        open.removeIf(it -> it.reverses() != null || sheet.isReversed(it.id()));
        if (open.isEmpty()) {
            return fresh(random);
        }
        var back = open.get(random.nextInt(open.size()));
        return movement(back.source(), back.kind(), -Objects.requireNonNull(back.amountFen()), back.id());
    }

    private static FundMovement movement(
            FundSource source, FundKind kind, long fen, @org.jspecify.annotations.Nullable UUID reverses) {
        return new FundMovement(UUID.randomUUID(), source, "", kind, fen, DAY, "", reverses);
    }

    @Test
    void refusesToPayFromASourceWithoutMoney() {
        var sheet = FundSheet.of(List.of(movement(FundSource.FISCAL, FundKind.PLAN, 100, null)));

        assertThatThrownBy(() -> sheet.plus(movement(FundSource.FISCAL, FundKind.PAY, 1, null)))
                .isInstanceOf(ProjectRefused.AboveLine.class);
        assertThatThrownBy(() -> sheet.plus(movement(FundSource.GRANT, FundKind.ALLOCATE, 1, null)))
                .isInstanceOf(ProjectRefused.AboveLine.class);
        assertThatThrownBy(() -> sheet.plus(movement(FundSource.FISCAL, FundKind.PLAN, Long.MAX_VALUE, null)))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"12, 1200", "0.01, 1", "1234.5, 123450", "'1,234.50', 123450", "１２, 1200"})
    void readsYuanExactly(String typed, long fen) {
        assertThat(Fen.parse("amount", typed)).isEqualTo(fen);
        assertThat(Fen.parse("amount", Fen.yuan(fen))).isEqualTo(fen);
    }

    @ParameterizedTest
    @CsvSource({"0.001", "-1", "1e3", "一百", "9999999999999", "''"})
    void refusesWhatIsNoAmount(String typed) {
        assertThatThrownBy(() -> Fen.parse("amount", typed)).isInstanceOf(ProjectRefused.Unreadable.class);
    }
}
