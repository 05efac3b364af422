package org.zhuxi.points;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody, or some device, that recorded.
 *
 * @param recorder the account
 * @param name of the account, empty when there is none any more
 * @param records in the stretch of time
 * @param households behind them
 * @param latest when the latest happened
 */
public record RecordingSource(UUID recorder, String name, long records, long households, Instant latest) {}
