package org.zhuxi.assessment;

/**
 * A draft to be begun from what is there.
 *
 * @param from code of the standard to start from
 * @param fromVersion its version
 * @param code of the new standard; the same code makes the next version
 * @param jurisdiction 12-digit code of the place it will hold in
 */
public record NewStandard(String from, int fromVersion, String code, String jurisdiction) {}
