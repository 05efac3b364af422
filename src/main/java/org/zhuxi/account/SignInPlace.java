package org.zhuxi.account;

import java.time.Instant;

/**
 * A browser in which somebody is signed in.
 *
 * @param device kind of browser and device, such as {@code Chrome · Android}; may be empty
 * @param since when he signed in there
 * @param lastSeen when it was last used; for a remembered browser the day's beginning
 * @param remembered whether it stays signed in for thirty days
 * @param current whether it is the one that asks
 */
public record SignInPlace(String device, Instant since, Instant lastSeen, boolean remembered, boolean current) {}
