package org.zhuxi.governance.internal.budget;

import java.util.SequencedMap;
import java.util.Set;

/**
 * A Pabulib file.
 *
 * @param meta what stands in its head, in its order
 * @param election ballots and projects, in cents when a cost has decimals
 * @param centsPerUnit 100 when it is counted in cents, else 1
 * @param selected projects that the file says were paid for; empty when it does not say
 */
public record PbFile(SequencedMap<String, String> meta, Election election, int centsPerUnit, Set<String> selected) {}
