package org.zhuxi.notice;

import java.time.Instant;
import java.util.UUID;

/** A browser that is rung. @param host of its push service */
public record PushDevice(UUID id, String host, Instant madeAt) {}
