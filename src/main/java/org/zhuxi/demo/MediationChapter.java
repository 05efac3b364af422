package org.zhuxi.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.request.mediation.Dispute;
import org.zhuxi.request.mediation.Mediation.Form;
import org.zhuxi.request.mediation.Mediation.Way;
import org.zhuxi.request.mediation.MediationState;
import org.zhuxi.request.mediation.MediationTable;
import org.zhuxi.request.mediation.Mediations;
import org.zhuxi.request.mediation.NewMediation;
import org.zhuxi.request.mediation.Party;

/** Mediations in Zhuxi in several states; people and disputes are made up. */
@Component
class MediationChapter {

    private static final List<Told> DISPUTES = List.of(
            new Told(Dispute.LEAK, Way.APPLIED, "楼上卫生间渗水，楼下吊顶发霉，两家说法不一。", "楼上一周内换管，楼下吊顶的钱各出一半。", Fate.KEPT),
            new Told(Dispute.NOISE, Way.REFERRED, "早上六点放音响，邻居多次来说。", "早八点以前、晚九点以后不放，白天把音量调小。", Fate.AGREED),
            new Told(Dispute.SHARED_SPACE, Way.PROACTIVE, "楼道里堆纸箱，对门推不出轮椅。", null, Fate.MEDIATING),
            new Told(Dispute.PARKING, Way.APPLIED, "两家都说那个车位是自己先用的。", null, Fate.TERMINATED),
            new Told(Dispute.PETS, Way.APPLIED, "狗在电梯里不拴绳，孩子害怕。", null, Fate.APPLIED));

    private final Mediations mediations;
    private final MediationTable table;
    private final DemoStaff staff;
    private final Clock clock;

    MediationChapter(Mediations mediations, MediationTable table, DemoStaff staff, Clock clock) {
        this.mediations = mediations;
        this.table = table;
        this.staff = staff;
        this.clock = clock;
    }

    private enum Fate {
        APPLIED,
        MEDIATING,
        TERMINATED,
        AGREED,
        KEPT
    }

    private record Told(
            Dispute dispute,
            Way way,
            String facts,
            @Nullable String terms,
            Fate fate) {}

    void tell() {
        var clerk = staff.founderAs(Role.COMMUNITY_CLERK);
        for (var i = 0; i < DISPUTES.size(); i++) {
            var told = DISPUTES.get(i);
            var it = mediations.open(
                    clerk,
                    new NewMediation(
                            Ids.derived(Founder.ACTOR.account(), "mediation/" + i),
                            DemoCommunities.ZHUXI + "-Q1-B00" + (i + 1),
                            told.dispute(),
                            told.way(),
                            null,
                            told.facts(),
                            List.of(new Party("演示甲" + (i + 1), ""), new Party("演示乙" + (i + 1), ""))),
                    Origin.SYNTHETIC);
            if (it.state() == MediationState.APPLIED && told.fate() != Fate.APPLIED) {
                live(clerk, it.id(), told);
            }
        }
    }

    private void live(Actor clerk, UUID id, Told told) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        table.move(clerk, id, MediationState.MEDIATING, "");
        table.sit(clerk, id, today, "两家都到了，各自说了经过。");
        if (told.fate() == Fate.TERMINATED) {
            table.move(clerk, id, MediationState.TERMINATED, "一方不愿再谈，已告知可以起诉。");
        }
        if (told.terms() == null) {
            return;
        }
        table.draft(clerk, id, Form.WRITTEN, told.terms(), today.plusDays(14));
        table.sign(clerk, id, today);
        if (told.fate() == Fate.KEPT) {
            table.follow(clerk, id, today, "管道已换，吊顶已修。");
            table.move(clerk, id, MediationState.PERFORMED, "");
        }
    }
}
