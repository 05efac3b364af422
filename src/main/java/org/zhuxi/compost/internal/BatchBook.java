package org.zhuxi.compost.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.compost.Batch;
import org.zhuxi.compost.BatchState;
import org.zhuxi.compost.CompostUnit;
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
        return new Open(new ArrayList<>(store.inUnits(List.copyOf(units), since)));
    }

    /** What is known while a request is worked through. */
    public final class Open {

        private final List<Batch> known;

        private Open(List<Batch> known) {
            this.known = known;
        }

        /**
         * The batch in the unit on that day.
         *
         * @param beginWith the entry that begins one when there is none, or null
         */
        public @Nullable UUID of(CompostUnit unit, LocalDate day, @Nullable UUID beginWith, UUID by, Origin origin) {
            for (var batch : known) {
                var ended = batch.endedOn();
                if (batch.unit().equals(unit.id())
                        && !batch.startedOn().isAfter(day)
                        && (ended == null || !ended.isBefore(day))) {
                    return batch.id();
                }
            }
            var isFree = known.stream().noneMatch(it -> it.unit().equals(unit.id()) && it.endedOn() == null);
            return beginWith == null || !isFree ? null : begin(unit, day, Ids.derived(beginWith, "batch"), by, origin);
        }

        private UUID begin(CompostUnit unit, LocalDate day, UUID id, UUID by, Origin origin) {
            var code = "%s-%s".formatted(unit.code(), day.toString().replace("-", ""));
            store.begin(unit, id, code, day, new BatchStore.Done(by, clock.instant()), origin);
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
