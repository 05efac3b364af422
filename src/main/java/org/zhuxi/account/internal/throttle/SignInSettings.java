package org.zhuxi.account.internal.throttle;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the door is.
 *
 * @param attempts wrong passwords in a row for one account before the first wait
 * @param addressAttempts wrong passwords from one address before the first wait; a whole office may share an address
 * @param firstWait the first wait; it doubles with every further wrong password
 * @param longestWait where it stops growing
 * @param easing one attempt of an account is forgotten after each such time
 * @param addressEasing the same for an address
 * @param lookups codes that do not exist, such as those of plates, an address may ask for before the first wait
 * @param lookupEasing one of them is forgotten after each such time
 * @param resetCodeLife how long a code for a new password is good
 * @param cardTime how long a card opens the holder's own pages on a helper's device
 * @param actingTime how long somebody acts in another's name before he has to prolong it
 * @param proofTime how long a password or passkey stands for deeds that concern the safety of an account
 */
@ConfigurationProperties("zhuxi.sign-in")
public record SignInSettings(
        @DefaultValue("5") int attempts,
        @DefaultValue("100") int addressAttempts,
        @DefaultValue("30s") Duration firstWait,
        @DefaultValue("1h") Duration longestWait,
        @DefaultValue("6h") Duration easing,
        @DefaultValue("30s") Duration addressEasing,
        @DefaultValue("30") int lookups,
        @DefaultValue("1m") Duration lookupEasing,
        @DefaultValue("30m") Duration resetCodeLife,
        @DefaultValue("5m") Duration cardTime,
        @DefaultValue("15m") Duration actingTime,
        @DefaultValue("15m") Duration proofTime) {}
