package org.zhuxi.waste.internal;

import java.util.ArrayList;
import java.util.List;
import org.zhuxi.waste.Amount;
import org.zhuxi.waste.Opening;
import org.zhuxi.waste.SortingGuide;

/** The note of a record: marks that a later reader must know, in both languages, and then the steward's own words. */
public final class DropNote {

    /** Longest note of one's own, in characters; the marks come on top. */
    public static final int LENGTH = 200;

    /** Put before the note of a drop whose time is an estimate. */
    public static final String CLOCK_CHANGED = "〔手机时钟改过，时间为推算 phone clock changed, time estimated〕";

    private DropNote() {}

    public static String of(String own, Amount amount, SortingGuide.Chapter chapter, Opening.State opening) {
        var parts = new ArrayList<String>();
        if (opening == Opening.State.CLOSED) {
            parts.add("〔非开放时段 outside opening hours〕");
        }
        if (amount instanceof Amount.Bags(var count)) {
            parts.add("〔按袋估重 estimated: %d × %s kg〕"
                    .formatted(count, chapter.bagKg().toPlainString()));
        }
        parts.add(own.strip().substring(0, Math.min(LENGTH, own.strip().length())));
        return String.join("", List.copyOf(parts));
    }
}
