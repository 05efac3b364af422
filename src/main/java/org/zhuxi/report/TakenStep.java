package org.zhuxi.report;

import java.time.Instant;

/**
 * A step that was taken with a report.
 *
 * @param state the state it led to
 * @param note a reason, or empty
 * @param by name of who took it
 */
public record TakenStep(ReportStep step, ReportState state, String note, String by, Instant at) {}
