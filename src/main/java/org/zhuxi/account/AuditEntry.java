package org.zhuxi.account;

import java.time.Instant;
import java.util.UUID;

/**
 * Who did or saw something, and when.
 *
 * @param name of the person today; empty for a visitor, and for somebody erased
 * @param action stable code such as {@code household.read}
 * @param subject id or code of what it was done to; of a person the present user name
 * @param placePath where the subject belongs
 * @param erased whether the person who did it has been erased since
 */
public record AuditEntry(
        UUID id,
        Instant at,
        String name,
        String action,
        String subject,
        String placePath,
        String detail,
        boolean erased) {}
