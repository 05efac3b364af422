package org.zhuxi.points;

/**
 * Something in the ledger that does not hold. A sound ledger has none.
 *
 * @param check code of the invariant, such as {@code I2}
 * @param subject the account, posting or day it was found at
 * @param detail the numbers that should be equal
 */
public record Finding(String check, String subject, String detail) {}
