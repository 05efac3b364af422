package org.zhuxi.project.internal;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.CommunityId;

/** Tells module indicator which years have to be added up again. */
@Component
public class Noting {

    private final Rollups rollups;

    Noting(Rollups rollups) {
        this.rollups = rollups;
    }

    /** Something of a community changed that counts for the year of this day; 0 stands for places above communities. */
    public void note(int community, LocalDate day) {
        if (community > 0) {
            rollups.note(List.of(new CommunityId(community)), ReportPeriod.of(Year.from(day)));
        }
    }
}
