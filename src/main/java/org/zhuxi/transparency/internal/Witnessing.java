package org.zhuxi.transparency.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Shows new checkpoints to the witnesses and publishes them with the cosignatures that came back. */
@Component
class Witnessing {

    private static final Logger LOG = LoggerFactory.getLogger(Witnessing.class);

    private final LogStore store;
    private final Tiles tiles;
    private final WitnessClient client;
    private final LogSettings settings;
    private final Clock clock;

    Witnessing(LogStore store, Tiles tiles, WitnessClient client, LogSettings settings, Clock clock) {
        this.store = store;
        this.tiles = tiles;
        this.client = client;
        this.settings = settings;
        this.clock = clock;
    }

    /** A witness that is away does not hold up the others; the checkpoint is then published without it. */
    void publish() {
        var head = store.find();
        if (settings.witnesses().isEmpty() || head.isEmpty()) {
            return;
        }
        var published = store.published().map(LogStore.Published::size).orElse(-1L);
        if (head.get().size() == published && !isAnyBehind(published)) {
            return;
        }
        var note = SignedNote.parse(head.get().checkpoint());
        var cosignatures = new ArrayList<SignedNote.Line>();
        for (var witness : settings.witnesses()) {
            cosignatures.addAll(ask(witness, head.get(), note));
        }
        store.publish(head.get().tree(), note.with(cosignatures).toString(), clock.instant());
    }

    private boolean isAnyBehind(long size) {
        return store.witnesses().stream().anyMatch(known -> known.failure() != null || known.size() < size);
    }

    private List<SignedNote.Line> ask(LogSettings.Witness witness, LogStore.Head head, SignedNote note) {
        var key = VerifierKey.parse(witness.key());
        var old = store.witnesses().stream()
                .filter(known -> known.name().equals(key.name()))
                .mapToLong(LogStore.WitnessRow::size)
                .findFirst()
                .orElse(0);
        try {
            var line = client.cosign(witness.url(), key, note, new WitnessClient.Growth(old, head.size(), tiles));
            store.witnessed(key.name(), head.size(), clock.instant(), null, clock.instant());
            return List.of(line);
        } catch (WitnessClient.Declined declined) {
            LOG.warn("Witness {} did not co-sign: {}", key.name(), declined.getMessage());
            store.witnessed(key.name(), declined.size(), null, declined.getMessage(), clock.instant());
            return List.of();
        }
    }
}
