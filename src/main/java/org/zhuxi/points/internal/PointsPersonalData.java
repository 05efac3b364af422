package org.zhuxi.points.internal;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.privacy.DataSubject;
import org.zhuxi.platform.privacy.PersonalArchive;
import org.zhuxi.platform.privacy.PersonalData;
import org.zhuxi.points.Points;
import org.zhuxi.points.StatementFilter;

/** The green accounts of the person's households. */
@Component
class PointsPersonalData implements PersonalData {

    private static final int LINES_AT_ONCE = 500;

    private final Points points;

    PointsPersonalData(Points points) {
        this.points = points;
    }

    @Override
    public String module() {
        return "points";
    }

    @Override
    public void export(DataSubject subject, PersonalArchive archive) throws IOException {
        var actor = subject.actor();
        archive.table("accounts", List.of("household_id", "balance", "credits", "debits", "owed"), sink -> {
            for (var household : actor.households()) {
                var account = points.account(actor, household.id());
                sink.row(household.id(), account.balance(), account.credits(), account.debits(), account.owed());
            }
        });
        var columns = List.of(
                "household_id",
                "posting_id",
                "day",
                "posted_at",
                "kind",
                "points",
                "balance",
                "rule",
                "activity_id",
                "expires_on",
                "note");
        archive.table("statement", columns, sink -> {
            for (var household : actor.households()) {
                @Nullable String after = null;
                do {
                    var page = points.statement(
                            actor,
                            household.id(),
                            StatementFilter.ALL,
                            LINES_AT_ONCE,
                            after == null ? null : UUID.fromString(after));
                    for (var line : page.items()) {
                        sink.row(
                                household.id(),
                                line.id(),
                                line.day(),
                                line.postedAt(),
                                line.kind(),
                                line.points(),
                                line.balance(),
                                line.rule() == null ? null : line.rule().zh(),
                                line.activity(),
                                line.expiresOn(),
                                line.note());
                    }
                    after = page.next();
                } while (after != null);
            }
        });
    }

    @Override
    public List<String> keeps() {
        return List.of("points.erasure.keeps.ledger");
    }
}
