package org.zhuxi.account;

import java.time.Instant;
import java.util.UUID;

/**
 * Who did or saw something, and when.
 *
 * @param name of the person as it was then; empty for a visitor
 * @param action stable code such as {@code household.read}
 * @param placePath where the subject belongs
 */
public record AuditEntry(
        UUID id, Instant at, String name, String action, String subject, String placePath, String detail) {}
