package org.zhuxi.carbon.internal;

import java.util.List;
import org.zhuxi.carbon.StatementDocument.UsedFactor;
import org.zhuxi.platform.paper.Paper;
import org.zhuxi.platform.web.Page;

/** The table of factor versions that stands on the paper of statements and of their sums. */
public final class FactorGrid {

    private FactorGrid() {}

    public static Paper.Grid of(Page page, List<UsedFactor> factors) {
        return new Paper.Grid(
                page.t("carbon.used-factors"),
                List.of(
                        page.t("carbon.factor"),
                        page.t("carbon.factor.version"),
                        page.t("carbon.factor.value"),
                        page.t("carbon.factor.spread"),
                        page.t("carbon.factor.evidence")),
                List.of(false, false, true, false, false),
                factors.stream()
                        .map(factor -> List.of(
                                factor.code(),
                                factor.version(),
                                factor.value().toPlainString() + " " + factor.unit(),
                                Shown.spread(page, factor.spread()),
                                page.t("carbon.evidence." + factor.evidence().name())))
                        .toList(),
                "");
    }
}
