package org.zhuxi.demo;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What neighbours do for sorting in Zhuxi: bags with codes, visits, a team, help, selling recyclables. */
@Component
class NeighboursChapter {

    private final KitsChapter kits;
    private final VisitsChapter visits;
    private final TeamChapter team;
    private final NeighbourHelpChapter help;
    private final BuyBackChapter buyBack;

    NeighboursChapter(
            KitsChapter kits,
            VisitsChapter visits,
            TeamChapter team,
            NeighbourHelpChapter help,
            BuyBackChapter buyBack) {
        this.kits = kits;
        this.visits = visits;
        this.team = team;
        this.help = help;
        this.buyBack = buyBack;
    }

    void tell(LocalDate lastDay) {
        kits.tell();
        visits.tell(lastDay);
        team.tell(lastDay);
        help.tell();
        buyBack.tell(lastDay);
    }
}
