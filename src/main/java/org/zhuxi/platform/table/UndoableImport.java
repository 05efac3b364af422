package org.zhuxi.platform.table;

import java.util.List;
import org.zhuxi.kernel.Actor;

/** A table whose rows can be taken back after they were taken in. */
public interface UndoableImport extends ImportSource {

    /**
     * Takes back what these rows made, each by itself: {@link RowResult.Fate#CHANGE} when it is gone now, {@code SAME} when
     * nothing of it was there, {@code REFUSED} when it is in use by now.
     */
    List<RowResult> undo(Actor actor, List<ImportRow> rows);
}
