package org.zhuxi.governance;

import java.time.Instant;

/**
 * What a voter keeps. The code tells nothing of the choice; with it the ballot is found in the published file.
 *
 * @param number how often this right has been used, from 1; the last one counts
 */
public record BallotReceipt(String code, String hash, int number, Instant castAt) {}
