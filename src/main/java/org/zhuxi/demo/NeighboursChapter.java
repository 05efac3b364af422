package org.zhuxi.demo;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What neighbours do for sorting in Zhuxi: bags with codes, visits, selling recyclables. */
@Component
class NeighboursChapter {

    private final KitsChapter kits;
    private final VisitsChapter visits;
    private final BuyBackChapter buyBack;

    NeighboursChapter(KitsChapter kits, VisitsChapter visits, BuyBackChapter buyBack) {
        this.kits = kits;
        this.visits = visits;
        this.buyBack = buyBack;
    }

    void tell(LocalDate lastDay) {
        kits.tell();
        visits.tell(lastDay);
        buyBack.tell(lastDay);
    }
}
