package org.zhuxi.points;

import java.time.YearMonth;

/** What the ledger moved in a month, by the days the postings count for. */
public record MonthTotal(YearMonth month, long issued, long reversed, long redeemed, long expired, long adjusted) {}
