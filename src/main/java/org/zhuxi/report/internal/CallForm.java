package org.zhuxi.report.internal;

/** A call for reports as it has been typed so far. */
public record CallForm(String place, String what, String year, String level, String day) {}
