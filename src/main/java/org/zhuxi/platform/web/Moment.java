package org.zhuxi.platform.web;

import java.time.Instant;

/**
 * Something that happened, for a timeline.
 *
 * @param what in the reader's words
 * @param who did it, or empty
 */
public record Moment(Instant at, String what, String who) {}
