package org.zhuxi.compost.internal;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.privacy.DataSubject;
import org.zhuxi.platform.privacy.PersonalArchive;
import org.zhuxi.platform.privacy.PersonalData;

/** The person's part in teams of compost sites; the log itself names nobody. */
@Component
class CompostPersonalData implements PersonalData {

    private final TeamStore team;
    private final Clock clock;

    CompostPersonalData(TeamStore team, Clock clock) {
        this.team = team;
        this.clock = clock;
    }

    @Override
    public String module() {
        return "compost";
    }

    @Override
    public void export(DataSubject subject, PersonalArchive archive) throws IOException {
        var memberships = team.membershipsOf(subject.account());
        archive.table("team", List.of("place", "site", "part", "since", "until"), sink -> {
            for (var it : memberships) {
                sink.row(it.place(), it.site(), it.part().name(), it.since(), it.until());
            }
        });
    }

    @Override
    public void erase(DataSubject subject) {
        team.endAll(subject.account(), EntryChecks.today(clock), clock.instant());
    }

    @Override
    public List<String> keeps() {
        return List.of("compost.erasure.keeps.team");
    }
}
