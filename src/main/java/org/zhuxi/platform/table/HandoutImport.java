package org.zhuxi.platform.table;

import java.io.IOException;
import java.util.List;
import org.zhuxi.kernel.Actor;

/** A table that hands something out for its rows once they are taken in, such as codes to sign in with. */
public interface HandoutImport extends ImportSource {

    /** The columns of what is handed out. */
    List<TableColumn> handout();

    /** Makes the handout anew for those of the rows that still need one; an earlier one is worthless. */
    void handOut(Actor actor, List<ImportRow> rows, ExportSource.Rows out) throws IOException;
}
