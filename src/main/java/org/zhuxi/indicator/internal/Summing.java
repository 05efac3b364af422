package org.zhuxi.indicator.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.Aggregation;
import org.zhuxi.indicator.Measure;
import org.zhuxi.indicator.RegisterItem;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.internal.LeafStore.Asked;
import org.zhuxi.kernel.CommunityId;

/** Adds what changed to the sums of all places above, one writer at a time. */
@Component
public class Summing {

    private final ChangeStore changes;
    private final LeafStore leaves;
    private final SumStore sums;
    private final RollupStore rollup;
    private final Set<String> alone;

    /** Codes of the measures that lines of registers give, with commas between. */
    private final String ofRegisters;

    Summing(ChangeStore changes, LeafStore leaves, SumStore sums, RollupStore rollup, DefinitionBook book) {
        this.changes = changes;
        this.leaves = leaves;
        this.sums = sums;
        this.rollup = rollup;
        this.alone = book.measures().values().stream()
                .filter(measure -> measure.aggregation() == Aggregation.NONE)
                .map(Measure::code)
                .collect(Collectors.toUnmodifiableSet());
        this.ofRegisters = book.measures().values().stream()
                .filter(measure -> measure.source() == Measure.Source.REGISTER)
                .map(Measure::code)
                .collect(Collectors.joining(","));
    }

    /** Takes note that a value of a place is to be reckoned again. @param community 0 for a place above communities */
    public void note(int community, String place, ReportPeriod period, String measure) {
        changes.add(List.of(new Asked(community, place, period, measure)));
    }

    /** The same for some communities. @param measures none for all */
    public void note(Collection<CommunityId> communities, ReportPeriod period, Collection<String> measures) {
        var codes = String.join(",", measures);
        changes.add(communities.stream()
                .map(community -> new Asked(community.value(), "", period, codes))
                .toList());
    }

    /** The same for all places of a register. */
    public void note(List<RegisterItem> items, ReportPeriod period) {
        changes.add(items.stream()
                .map(item -> new Asked(item.community(), item.place(), period, ofRegisters))
                .toList());
    }

    public boolean wasRecomputed() {
        return changes.wasRecomputed();
    }

    public int refresh(int batch) {
        rollup.lock();
        var asked = changes.take(batch);
        reckon(asked);
        return asked.size();
    }

    /** Months first, for years are made of them. */
    private void reckon(Collection<Asked> asked) {
        var months = asked.stream().filter(one -> !one.period().isYear()).toList();
        var years = Stream.concat(
                        asked.stream().filter(one -> one.period().isYear()),
                        months.stream()
                                .map(one -> new Asked(
                                        one.community(),
                                        one.place(),
                                        one.period().wholeYear(),
                                        one.measures())))
                .distinct()
                .toList();
        rollup.add(leaves.refresh(months, false), alone);
        rollup.add(leaves.refresh(years, true), alone);
    }

    public void sum() {
        rollup.lock();
        sums.sum(alone);
    }

    /** @return how many values of places were counted */
    public int recompute(Instant now) {
        rollup.lock();
        changes.clear();
        var counted = leaves.recount();
        sums.sum(alone);
        changes.noteRecomputed(now);
        return counted;
    }

    /** @param only communities to be counted again, or null for all */
    public long differences(@Nullable List<CommunityId> only) {
        rollup.lock();
        reckon(changes.take(Integer.MAX_VALUE));
        var numbers =
                only == null ? null : only.stream().map(CommunityId::value).toArray(Integer[]::new);
        return leaves.differences(numbers) + sums.differencesOfSums(alone);
    }
}
