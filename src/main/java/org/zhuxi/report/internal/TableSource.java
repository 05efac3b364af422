package org.zhuxi.report.internal;

import org.zhuxi.report.ReportTable;

/** Makes one table of the report from figures or records; one bean a table. */
interface TableSource {

    /** As the template names it. */
    String code();

    ReportTable of(Subject subject);
}
