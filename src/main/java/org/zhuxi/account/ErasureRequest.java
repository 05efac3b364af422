package org.zhuxi.account;

import java.time.Instant;
import java.util.UUID;

/**
 * That an account is to be erased.
 *
 * @param dueAt until then it can be taken back
 */
public record ErasureRequest(UUID account, UUID id, Instant requestedAt, Instant dueAt) {}
