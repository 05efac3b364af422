package org.zhuxi.platform.table;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;

/**
 * A table that a module gives out. A module declares one as a bean; the exports page and the API have it then. Rights are
 * the module's to check, and looking at people is the module's to audit.
 */
public interface ExportSource {

    /** Stable, as it stands in addresses, such as {@code households}. */
    String code();

    Names names();

    /** What it tells and what not, in a sentence or two for whoever finds it among the open data. */
    default Names about() {
        return names();
    }

    List<TableColumn> columns();

    /** Who may have it at all; null when it is for everyone. */
    @Nullable
    Permission permission();

    /** Whether days from and to mean something here. */
    default boolean isByDay() {
        return false;
    }

    /**
     * What is asked for.
     *
     * @param from first day, or null
     * @param to the day after the last, or null
     */
    record Scope(
            PlacePath place,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** Takes rows as they are read. */
    interface Rows {
        void row(@Nullable Object... cells) throws IOException;
    }

    /**
     * Hands on every row the actor may see in that place, page by page.
     *
     * @throws org.zhuxi.kernel.Refused.Forbidden before the first row
     */
    void write(Actor actor, Scope scope, Rows rows) throws IOException;
}
