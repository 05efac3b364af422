package org.zhuxi.platform.table;

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
}
