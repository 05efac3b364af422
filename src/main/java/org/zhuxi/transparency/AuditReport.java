package org.zhuxi.transparency;

import java.util.List;
import java.util.Map;

/**
 * What a walk through the whole log found.
 *
 * @param leaves how many leaves the signed tree has
 * @param checked how many of them were made again from the rows as they stand now
 * @param closed leaves of months whose secret was destroyed; only their place in the tree was checked
 * @param waiting records entered that have no place yet
 * @param outside records by kind that were never entered; empty in a sound log
 * @param findings the first differences, in the order of the log; empty in a sound log
 */
public record AuditReport(
        long leaves, long checked, long closed, long waiting, Map<String, Long> outside, List<String> findings) {

    public AuditReport {
        outside = Map.copyOf(outside);
        findings = List.copyOf(findings);
    }

    public boolean isSound() {
        return findings.isEmpty() && outside.isEmpty();
    }
}
