package org.zhuxi.platform.table;

import java.io.IOException;
import java.util.List;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;

/**
 * A table that a module takes in. A module declares one as a bean; the page and the API have it then. Rows are handed over in
 * small batches, and the same row may come again after a crash: its id tells.
 */
public interface ImportSource {

    /** Stable, as it stands in addresses, such as {@code households}. */
    String code();

    Names names();

    List<ImportColumn> columns();

    /** Who may import at all; each row is checked in its own place. */
    Permission permission();

    /** What the rows would do; changes nothing. */
    List<RowResult> check(Actor actor, List<ImportRow> rows);

    /** Does it; each row by itself. */
    List<RowResult> take(Actor actor, List<ImportRow> rows);

    /** Whether what was taken can be taken back. */
    default boolean isUndoable() {
        return false;
    }

    /**
     * Takes back what these rows made, each by itself: {@link RowResult.Fate#CHANGE} when it is gone now, {@code SAME} when
     * nothing of it was there, {@code REFUSED} when it is in use by now.
     */
    default List<RowResult> undo(Actor actor, List<ImportRow> rows) {
        throw new UnsupportedOperationException(code());
    }

    /** What can be handed out once for rows that were taken, such as codes to sign in with; empty when there is nothing. */
    default List<TableColumn> handout() {
        return List.of();
    }

    /** Makes the handout anew for those of the rows that still need one; an earlier one is worthless. */
    default void handOut(Actor actor, List<ImportRow> rows, ExportSource.Rows out) throws IOException {
        throw new UnsupportedOperationException(code());
    }
}
