package org.zhuxi.transparency.internal;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhuxi.transparency.LogState;

/** What the log tells about itself. */
@Component
public class StateReader {

    private static final int DAYS = 31;

    private final LogStore store;
    private final LogKeys keys;
    private final LogSettings settings;
    private final LogSchedule schedule;

    StateReader(LogStore store, LogKeys keys, LogSettings settings, LogSchedule schedule) {
        this.store = store;
        this.keys = keys;
        this.settings = settings;
        this.schedule = schedule;
    }

    public Optional<LogState> read() {
        return store.find()
                .flatMap(head -> store.published()
                        .map(latest -> new LogState(
                                head.origin(),
                                latest.size(),
                                Base64Text.of(latest.root()),
                                latest.publishedAt(),
                                latest.note(),
                                keys(),
                                store.countWaiting(),
                                schedule.trouble(),
                                witnesses(),
                                days())));
    }

    /** The key to check receipts with, as the log keeps it, and the key of the cosignature when it is at hand. */
    public List<String> keys() {
        var cosigning = keys.find().map(own -> own.cosigning().verifier().toString());
        return Stream.concat(store.find().map(LogStore.Head::verifierKey).stream(), cosigning.stream())
                .toList();
    }

    private List<LogState.Witness> witnesses() {
        var known = store.witnesses().stream().collect(Collectors.toMap(LogStore.WitnessRow::name, row -> row));
        return settings.witnesses().stream()
                .map(witness -> {
                    var key = VerifierKey.parse(witness.key());
                    var row = known.get(key.name());
                    return row == null
                            ? new LogState.Witness(key.name(), witness.key(), 0, null, null)
                            : new LogState.Witness(
                                    key.name(), witness.key(), row.size(), row.cosignedAt(), row.failure());
                })
                .toList();
    }

    private List<LogState.Day> days() {
        return store.published(DAYS).stream()
                .map(kept -> new LogState.Day(
                        kept.publishedAt().atZone(ZoneOffset.UTC).toLocalDate(),
                        kept.size(),
                        Base64Text.of(kept.root())))
                .toList();
    }
}
