package org.zhuxi.report.internal;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.manifest.WaitingList;
import org.zhuxi.report.Deadline;
import org.zhuxi.report.ReportPermissions;

/** What a person's own places owe within a fortnight or owe already, on the today page. */
@Component
class DueReports implements WaitingList {

    private static final int DAYS_AHEAD = 14;

    private final ExpectationStore store;
    private final Clock clock;

    DueReports(ExpectationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String label() {
        return "report.due-waiting";
    }

    @Override
    public String icon() {
        return "book";
    }

    @Override
    public String path() {
        return DeadlinePages.PATH;
    }

    @Override
    public boolean concerns(Actor actor) {
        return actor.mayAnywhere(ReportPermissions.WRITE);
    }

    @Override
    public long count(Actor actor) {
        var paths = actor.grants().stream()
                .filter(grant -> actor.may(ReportPermissions.WRITE, grant.place()))
                .map(grant -> grant.place())
                .distinct()
                .toList();
        return store.countDue(
                paths, LocalDate.now(clock.withZone(Deadline.ZONE)).plusDays(DAYS_AHEAD));
    }
}
