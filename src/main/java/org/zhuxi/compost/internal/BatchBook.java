package org.zhuxi.compost.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.compost.Batch;
import org.zhuxi.compost.BatchState;
import org.zhuxi.compost.CompostUnit;
import org.zhuxi.compost.EntryKind;
import org.zhuxi.compost.NewEntry;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;

/** Finds the batch that was in a unit on a day, and begins one where somebody feeds an empty unit. */
@Component
public class BatchBook {

    private final BatchStore store;
    private final Clock clock;

    BatchBook(BatchStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The batches that were in some units at any time since a day. */
    public Open open(Collection<UUID> units, LocalDate since) {
        return new Open(new ArrayList<>(store.inUnits(List.copyOf(units), since)), since);
    }

    /** What is known while a request is worked through. */
    public final class Open {

        private final List<Batch> known;
        private final LocalDate since;

        private Open(List<Batch> known, LocalDate since) {
            this.known = known;
            this.since = since;
        }

        /**
         * The batch in the unit on the day of an entry; one that feeds an empty unit and corrects nothing begins one. On the day on
         * which a unit is emptied what is fed belongs to the next batch, what is taken out to the one before.
         */
        public @Nullable UUID of(CompostUnit unit, LocalDate day, NewEntry entry, UUID by, Origin origin) {
            var isBeginning = entry.kind() == EntryKind.FEED && entry.corrects() == null;
            var isFree = known.stream().noneMatch(it -> it.unit().equals(unit.id()) && it.endedOn() == null);
            if (isBeginning && isFree && there(unit, day).allMatch(it -> day.equals(it.endedOn()))) {
                return begin(unit, day, entry, by, origin);
            }
            return find(unit, day, entry.kind() == EntryKind.OUTPUT);
        }

        private @Nullable UUID find(CompostUnit unit, LocalDate day, boolean isEmptiedFirst) {
            // false comes before true
            return there(unit, day)
                    .min(Comparator.comparing(it -> day.equals(it.endedOn()) != isEmptiedFirst))
                    .map(Batch::id)
                    .orElse(null);
        }

        private Stream<Batch> there(CompostUnit unit, LocalDate day) {
            return known.stream().filter(it -> it.unit().equals(unit.id()) && holds(it, day));
        }

        private static boolean holds(Batch batch, LocalDate day) {
            var ended = batch.endedOn();
            return !batch.startedOn().isAfter(day) && (ended == null || !ended.isBefore(day));
        }

        private @Nullable UUID begin(CompostUnit unit, LocalDate day, NewEntry entry, UUID by, Origin origin) {
            var id = Ids.derived(entry.id(), "batch");
            var code = "%s-%s".formatted(unit.code(), day.toString().replace("-", ""));
            if (!store.begin(unit, id, code, day, new BatchStore.Done(by, clock.instant()), origin)) {
                // another phone began one in the same moment
                known.removeIf(it -> it.unit().equals(unit.id()));
                known.addAll(store.inUnits(List.of(unit.id()), since));
                return find(unit, day, false);
            }
            known.addFirst(new Batch(
                    id,
                    unit.site(),
                    unit.id(),
                    unit.code(),
                    unit.method(),
                    code,
                    BatchState.BUILDING,
                    day,
                    null,
                    null,
                    origin));
            return id;
        }
    }
}
