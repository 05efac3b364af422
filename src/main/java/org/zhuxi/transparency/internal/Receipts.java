package org.zhuxi.transparency.internal;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.transparency.Receipt;
import org.zhuxi.transparency.TransparencyRefused;

/** Puts together what proves a record: salt and row, the way up the tree, and the published checkpoint. */
@Component
public class Receipts {

    private final LogStore store;
    private final Tiles tiles;
    private final MonthKeys keys;

    Receipts(LogStore store, Tiles tiles, MonthKeys keys) {
        this.store = store;
        this.tiles = tiles;
        this.keys = keys;
    }

    public Receipt of(@Nullable Long number, UUID record, byte[] row) {
        if (number == null) {
            throw new TransparencyRefused.NotEntered(record);
        }
        var batch = store.findBatch(number).orElseThrow(() -> new TransparencyRefused.NotEntered(record));
        var at = placeIn(batch, record);
        var leaf = Arrays.copyOfRange(batch.leaves(), at * TreeHasher.LENGTH, (at + 1) * TreeHasher.LENGTH);
        var secret = keys.find(batch.month()).orElseThrow(() -> new TransparencyRefused.MonthClosed(batch.month()));
        var commitments = new Commitments(secret);
        if (!Arrays.equals(commitments.leaf(record, row), leaf)) {
            throw new TransparencyRefused.Altered(record);
        }
        var first = batch.firstLeaf();
        var published = store.published();
        if (first == null
                || published.isEmpty()
                || first + at >= published.get().size()) {
            return new Receipt(record, Base64Text.of(leaf), first == null ? null : first + at, null, null);
        }
        var size = published.get().size();
        var proof = new TlogProof(
                commitments.opening(record, row),
                first + at,
                tiles.tree(size).inclusion(first + at, size),
                SignedNote.parse(published.get().note()));
        return new Receipt(record, Base64Text.of(leaf), first + at, size, proof.toString());
    }

    private static int placeIn(LogStore.Batch batch, UUID record) {
        var entries = BatchEntry.parse(batch.entries());
        for (var i = 0; i < entries.size(); i++) {
            if (entries.get(i).id().equals(record)) {
                return i;
            }
        }
        throw new TransparencyRefused.NotEntered(record);
    }
}
