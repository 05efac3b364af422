package org.zhuxi.platform.table;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes a table row by row and keeps none of them in memory. Closing it completes the file. */
public interface TableWriter extends Closeable {

    /** One value for each column; null leaves the cell empty. */
    void row(@Nullable Object... cells) throws IOException;
}
