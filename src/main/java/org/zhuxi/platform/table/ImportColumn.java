package org.zhuxi.platform.table;

import org.zhuxi.kernel.Names;

/**
 * A column of a table that is taken in.
 *
 * @param name stable, in snake case; a file may also head it with one of its names
 * @param example as it is shown in the template
 */
public record ImportColumn(String name, Names names, ColumnType type, boolean required, String example) {}
