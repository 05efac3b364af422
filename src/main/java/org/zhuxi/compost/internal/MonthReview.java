package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhuxi.compost.EntryKind;
import org.zhuxi.compost.LogEntry;
import org.zhuxi.compost.MonthRemark;
import org.zhuxi.compost.MonthRemark.Severity;
import org.zhuxi.compost.process.MassBalance;
import org.zhuxi.compost.process.Outliers;

/** What is unusual in a site's month. It judges nobody: a person looks at what is held. */
public final class MonthReview {

    private static final int LATE_DAYS = 7;
    private static final int LONGEST_GAP_DAYS = 7;
    private static final int REPEATS = 4;
    private static final int LEAST_SAMPLE = 5;
    private static final int SAMPLE_SHARE = 10;

    private MonthReview() {}

    /** A batch that ended in the month, with what went in and out. */
    public record Ended(String code, MassBalance balance) {}

    /** @param entries those that were not taken back, the earliest first */
    public static List<MonthRemark> remarks(List<LogEntry> entries, List<LocalDate> days, List<Ended> ended) {
        var found = new ArrayList<MonthRemark>();
        outliers(entries, found);
        duplicates(entries, found);
        late(entries, found);
        digits(entries, found);
        gaps(entries, days, found);
        ended.forEach(it -> balance(it, found));
        if (entries.stream().allMatch(it -> it.evidence().isEmpty())) {
            found.add(MonthRemark.of("no-photos", Severity.NOTE, null));
        }
        return found.stream()
                .sorted(Comparator.comparing(MonthRemark::severity))
                .toList();
    }

    private static void outliers(List<LogEntry> entries, List<MonthRemark> found) {
        var byMaterial = entries.stream()
                .filter(it -> it.kind() == EntryKind.FEED && it.massKg() != null)
                .collect(Collectors.groupingBy(it -> Objects.requireNonNull(it.material())));
        byMaterial.values().forEach(fed -> {
            var masses = fed.stream().map(MonthReview::kg).toList();
            fed.forEach(it -> {
                var z = Math.abs(Outliers.robustZ(masses, kg(it)).orElse(0));
                if (z > Outliers.REVIEW) {
                    found.add(MonthRemark.of(
                            "outlier",
                            z > Outliers.HOLD ? Severity.HOLD : Severity.REVIEW,
                            it.id(),
                            Objects.requireNonNull(it.massKg()),
                            BigDecimal.valueOf(Outliers.median(masses))));
                }
            });
        });
    }

    private static double kg(LogEntry entry) {
        return Objects.requireNonNull(entry.massKg()).doubleValue();
    }

    private static void duplicates(List<LogEntry> entries, List<MonthRemark> found) {
        record Same(UUID unit, EntryKind kind, String mass, long minute) {}
        var seen = new HashMap<Same, UUID>();
        Map<String, UUID> photos = new HashMap<>();
        for (var entry : entries) {
            if (entry.kind().isMass() && entry.corrects() == null) {
                var amount = EntryChecks.plain(entry.massKg()) + "/" + EntryChecks.plain(entry.litres()) + "/"
                        + entry.material();
                var same = new Same(
                        entry.unit(), entry.kind(), amount, entry.occurredAt().getEpochSecond() / 60);
                if (seen.putIfAbsent(same, entry.id()) != null) {
                    found.add(MonthRemark.of("duplicate", Severity.HOLD, entry.id()));
                }
            }
            if (entry.evidence().stream().anyMatch(it -> photos.putIfAbsent(it, entry.id()) != null)) {
                found.add(MonthRemark.of("photo-again", Severity.HOLD, entry.id()));
            }
        }
    }

    private static void late(List<LogEntry> entries, List<MonthRemark> found) {
        for (var entry : entries) {
            var days = ChronoUnit.DAYS.between(entry.occurredAt(), entry.recordedAt());
            if (days > LATE_DAYS) {
                found.add(MonthRemark.of("late", Severity.REVIEW, entry.id(), days));
            }
            if (entry.clockChanged()) {
                found.add(MonthRemark.of("clock", Severity.REVIEW, entry.id()));
            }
        }
    }

    private static void digits(List<LogEntry> entries, List<MonthRemark> found) {
        var weights = entries.stream()
                .filter(it -> it.kind() == EntryKind.FEED)
                .map(LogEntry::massKg)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (Outliers.looksRounded(weights)) {
            found.add(MonthRemark.of("rounded", Severity.REVIEW, null, weights.size()));
        }
        if (Outliers.longestRepeat(weights) >= REPEATS) {
            found.add(MonthRemark.of("repeated", Severity.REVIEW, null, Outliers.longestRepeat(weights)));
        }
    }

    private static void gaps(List<LogEntry> entries, List<LocalDate> days, List<MonthRemark> found) {
        var logged = entries.stream().map(LogEntry::day).collect(Collectors.toCollection(TreeSet::new));
        var missing = days.stream().filter(it -> !logged.contains(it)).count();
        if (missing > 0) {
            found.add(MonthRemark.of("days-missing", Severity.NOTE, null, missing, days.size()));
        }
        var run = 0;
        var longest = 0;
        for (var day : days) {
            run = logged.contains(day) ? 0 : run + 1;
            longest = Math.max(longest, run);
        }
        if (longest > LONGEST_GAP_DAYS) {
            found.add(MonthRemark.of("gap", Severity.REVIEW, null, longest));
        }
    }

    private static void balance(Ended ended, List<MonthRemark> found) {
        var balance = ended.balance();
        switch (balance.verdict()) {
            case PLAUSIBLE -> {}
            case REVIEW -> found.add(MonthRemark.of("balance-review", Severity.REVIEW, null, ended.code()));
            case IMPOSSIBLE ->
                found.add(MonthRemark.of(
                        "balance-impossible", Severity.REVIEW, null, ended.code(), balance.inKg(), balance.outKg()));
            case MOISTURE_MISSING -> found.add(MonthRemark.of("balance-moisture", Severity.NOTE, null, ended.code()));
        }
    }

    /**
     * The entries to look at: all that are held, and of those that count a tenth, at least five. Which ones follows from the
     * number of the submission as well, so that nobody knows them while he records.
     */
    public static List<LogEntry> sample(List<LogEntry> entries, List<MonthRemark> remarks, String draw) {
        var held = remarks.stream()
                .filter(it -> it.severity() == Severity.HOLD)
                .map(MonthRemark::entry)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var counting = entries.stream().filter(MonthReview::counts).toList();
        var size = Math.max(LEAST_SAMPLE, (counting.size() + SAMPLE_SHARE - 1) / SAMPLE_SHARE);
        var drawn = counting.stream()
                .sorted(Comparator.comparing(it -> EntryChecks.sha256(it.id() + draw)))
                .limit(size)
                .map(LogEntry::id)
                .collect(Collectors.toSet());
        return entries.stream()
                .filter(it -> held.contains(it.id()) || drawn.contains(it.id()))
                .toList();
    }

    private static boolean counts(LogEntry entry) {
        return entry.kind() == EntryKind.FEED || entry.kind() == EntryKind.OUTPUT;
    }
}
