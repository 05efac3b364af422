package org.zhuxi.waste.chain;

import java.math.BigDecimal;
import java.util.List;
import org.zhuxi.waste.AccuracyReport;

/**
 * Buildings of a community ranked by how surely their waste is mixed.
 *
 * @param whole the community, with the share all are compared with
 * @param ranked the surest first: by the lower end of the interval
 * @param withheld buildings left out because fewer than five households were looked at, or to keep those hidden
 */
public record HotspotReport(Hotspot whole, List<Hotspot> ranked, int withheld) {

    public HotspotReport {
        ranked = List.copyOf(ranked);
    }

    /** The highest end of all intervals and the share of the whole, in percent: how far a drawing has to reach. */
    public BigDecimal most() {
        return ranked.stream().map(Hotspot::highPercent).reduce(whole.percent(), BigDecimal::max);
    }

    static HotspotReport of(AccuracyReport report) {
        var looks = report.whole().verified().looks();
        var share =
                looks == 0 ? 1.0 : (double) (looks - report.whole().verified().right()) / looks;
        var shown = report.parts().stream().filter(line -> !line.suppressed()).toList();
        return new HotspotReport(
                Hotspot.of(report.whole(), 1.0),
                rank(shown.stream()
                        .filter(line -> line.verified().looks() > 0)
                        .map(line -> Hotspot.of(line, share))
                        .toList()),
                report.parts().size() - shown.size());
    }

    static List<Hotspot> rank(List<Hotspot> spots) {
        return spots.stream()
                .sorted(java.util.Comparator.comparingDouble(
                                (Hotspot it) -> it.interval().low())
                        .reversed()
                        .thenComparing(it -> it.line().code()))
                .toList();
    }
}
