package org.zhuxi.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.points.NewQuarantine;
import org.zhuxi.points.PointsRefused;
import org.zhuxi.points.Quarantines;

/** A morning on which a scale in Zhuxi counted twice: its points are withheld, and somebody else has to decide. */
@Component
class PointsChapter {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final UUID STORY = new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0036L);
    private static final int FIRST_HOUR = 7;
    private static final Duration MINUTES = Duration.ofMinutes(20);

    private final Accounts accounts;
    private final Quarantines quarantines;

    PointsChapter(Accounts accounts, Quarantines quarantines) {
        this.accounts = accounts;
        this.quarantines = quarantines;
    }

    void tell(LocalDate lastDay) {
        withhold(lastDay);
    }

    private void withhold(LocalDate lastDay) {
        var clerk = accounts.actorOf(DemoPeople.username(Role.COMMUNITY_CLERK));
        var from = lastDay.atTime(FIRST_HOUR, 0).atZone(ZONE).toInstant();
        var source = quarantines.sources(clerk, DemoCommunities.ZHUXI, from, from.plus(MINUTES)).stream()
                .findFirst();
        source.ifPresent(scale -> {
            try {
                quarantines.open(
                        clerk,
                        new NewQuarantine(
                                Ids.derived(STORY, "quarantine/" + lastDay),
                                DemoCommunities.ZHUXI,
                                scale.recorder(),
                                from,
                                from.plus(MINUTES),
                                "电子秤读数异常，同一袋可能记了两次（演示数据）",
                                Origin.SYNTHETIC));
            } catch (PointsRefused.NothingToWithhold e) {
                // told before, up to here
                return;
            }
        });
    }
}
