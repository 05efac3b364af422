package org.zhuxi.report;

import java.util.List;
import org.zhuxi.kernel.Names;

/**
 * A section of a report.
 *
 * @param number as it is counted in Chinese, such as 一; empty for an annex that has none
 */
public record ReportSection(String code, String number, Names names, List<Block> blocks) {

    public ReportSection {
        blocks = List.copyOf(blocks);
    }

    /** A part of a section. */
    public sealed interface Block {}

    /**
     * What people write.
     *
     * @param prompt what belongs here
     */
    public record Prose(Names prompt, ReportText text) implements Block {}

    /** What follows from figures and records. */
    public record Numbers(ReportTable table) implements Block {}
}
