/**
 * Floor 2. Tables in and out: imports with a dry run and a report, exports as CSV, XLSX and Parquet. What a row means and who may see
 * it is known by the module that declares the table; this one never decides it.
 */
@ApplicationModule(allowedDependencies = {"place", "account"})
@NullMarked
package org.zhuxi.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
