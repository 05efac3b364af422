/** Tables as files: reading and writing CSV, XLSX and Parquet, and what modules offer to take in and give out. */
@NullMarked
package org.zhuxi.platform.table;

import org.jspecify.annotations.NullMarked;
