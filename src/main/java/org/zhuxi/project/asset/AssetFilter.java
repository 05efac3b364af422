package org.zhuxi.project.asset;

import org.jspecify.annotations.Nullable;

/**
 * Which assets are asked for.
 *
 * @param words part of a name or number; empty for all
 * @param overdue only those whose inspection is overdue
 * @param open only those with something that is not put right
 */
public record AssetFilter(
        @Nullable Inventory inventory, @Nullable AssetKind kind, String words, boolean overdue, boolean open) {

    public static final AssetFilter ALL = new AssetFilter(null, null, "", false, false);
}
