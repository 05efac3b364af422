package org.zhuxi.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.governance.Ballots;
import org.zhuxi.governance.Counts;
import org.zhuxi.governance.Decision;
import org.zhuxi.governance.DecisionKind;
import org.zhuxi.governance.Decisions;
import org.zhuxi.governance.IdeaRemarks;
import org.zhuxi.governance.IdeaStage;
import org.zhuxi.governance.Ideas;
import org.zhuxi.governance.MeetingFiles;
import org.zhuxi.governance.MeetingKind;
import org.zhuxi.governance.Meetings;
import org.zhuxi.governance.Minutes;
import org.zhuxi.governance.NewDecision;
import org.zhuxi.governance.NewDecision.NewOption;
import org.zhuxi.governance.NewIdea;
import org.zhuxi.governance.NewMeeting;
import org.zhuxi.governance.NewStep;
import org.zhuxi.governance.Observers;
import org.zhuxi.governance.Remark;
import org.zhuxi.governance.Voting;
import org.zhuxi.governance.VotingRule;
import org.zhuxi.governance.VotingRules;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.project.photo.Phase;

/** Ideas and votes made up for Zhuxi: one idea that has come all the way, one on its way, a counted budget, an open poll. */
@Component
class GovernanceChapter {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final PlacePath HANJIANG = new PlacePath("/32/3210/321003");
    private static final String BUILDING = DemoCommunities.ZHUXI + "-Q1-B001";
    private static final List<String> WISHES = List.of("1,3,4", "1,4", "2,3", "1,3", "2", "3,4", "1,2,4", "4", "1,3,5");

    private final Ideas ideas;
    private final IdeaRemarks remarks;
    private final Meetings meetings;
    private final MeetingFiles files;
    private final Decisions decisions;
    private final Ballots ballots;
    private final Counts counts;
    private final Observers observers;
    private final VotingRules rules;
    private final DemoStaff staff;

    GovernanceChapter(
            Ideas ideas,
            IdeaRemarks remarks,
            Meetings meetings,
            MeetingFiles files,
            Decisions decisions,
            Ballots ballots,
            Counts counts,
            Observers observers,
            VotingRules rules,
            DemoStaff staff) {
        this.ideas = ideas;
        this.remarks = remarks;
        this.meetings = meetings;
        this.files = files;
        this.decisions = decisions;
        this.ballots = ballots;
        this.counts = counts;
        this.observers = observers;
        this.rules = rules;
        this.staff = staff;
    }

    void tell(LocalDate lastDay) {
        recognise();
        benches(lastDay);
        lamps(lastDay);
        raise("charging", "12 栋北侧再添几个充电口", "晚上要排队，有人又把电瓶提上楼。");
        budget(lastDay);
        poll(lastDay);
    }

    /** The table of rules has no origin, so the source says that it is made up. */
    private void recognise() {
        var rule = new VotingRule(HANJIANG, DecisionKind.ASSEMBLY, false, "居民会议现场", 3, 0, 30, "演示用的规定，不是真实文件");
        if (!rules.list(HANJIANG).contains(rule)) {
            rules.set(staff.person("county-officer"), rule);
        }
    }

    private static UUID id(String what) {
        return Ids.derived(Founder.ACTOR.account(), "governance/" + what);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
    }

    private UUID raise(String key, String title, String words) {
        return ideas.raise(
                        staff.person("resident"),
                        id(key),
                        new NewIdea(DemoCommunities.ZHUXI, title, words),
                        Origin.SYNTHETIC)
                .id();
    }

    private void step(UUID idea, IdeaStage to, String words) {
        ideas.step(staff.person("community-clerk"), idea, new NewStep(to, words, null));
    }

    private void hold(UUID idea, String key, MeetingKind kind, String title, LocalDate on, int persons, String words) {
        var clerk = staff.person("community-clerk");
        var meeting = meetings.call(
                clerk, id(key), new NewMeeting(null, idea, null, kind, title, at(on, 19), "", true), Origin.SYNTHETIC);
        var isAppraisal = kind == MeetingKind.EVALUATION;
        meetings.hold(
                clerk,
                meeting.id(),
                new Minutes(
                        words,
                        persons,
                        persons / 4,
                        isAppraisal ? (Integer) (persons - 3) : null,
                        isAppraisal ? 2 : null,
                        isAppraisal ? 1 : null));
    }

    /** From the first word to the result. */
    private void benches(LocalDate lastDay) {
        var id = raise("benches", "口袋公园添几张带靠背的椅子", "老人走到那里没有地方歇，石凳冬天太凉。");
        if (ideas.get(id).stage() != IdeaStage.RAISED) {
            return;
        }
        for (var neighbour : List.of("resident", "household-head", "volunteer")) {
            ideas.support(staff.person(neighbour), id);
        }
        remarks.remark(staff.person("volunteer"), id, id("benches/arm"), Remark.Kind.AMENDMENT, "椅子两边要有扶手，方便起身。");
        remarks.advise(staff.person("community-clerk"), id, id("benches/advice"), "社区规划师", "沿树荫放，离主路 1.2 米，留出轮椅的位置。");
        step(id, IdeaStage.ON_AGENDA, "");
        hold(id, "benches/hearing", MeetingKind.HEARING, "口袋公园座椅听证会", lastDay.minusDays(120), 26, "同意添椅子；有人担心夜里喧哗。");
        step(id, IdeaStage.HEARD, "");
        hold(
                id,
                "benches/talk",
                MeetingKind.COORDINATION,
                "座椅位置协调会",
                lastDay.minusDays(110),
                14,
                "离 5 栋窗户 15 米以外，22 时后提醒安静。");
        step(id, IdeaStage.COORDINATED, "");
        remarks.answer(staff.person("community-clerk"), id, id("benches/arm"), Remark.Answer.ADOPTED, "选带扶手的木椅。");
        step(id, IdeaStage.DECIDED, "添六张带扶手的木椅，用社区公益金。");
        step(id, IdeaStage.IN_HAND, "物业采购和安装。");
        step(id, IdeaStage.DONE, "六张木椅装好。");
        hold(
                id,
                "benches/appraisal",
                MeetingKind.EVALUATION,
                "口袋公园座椅评议会",
                lastDay.minusDays(20),
                22,
                "大家说好坐；希望再添一处遮阳。");
        picture(id("benches/appraisal"), "装好的木椅（示意图，演示）");
        step(id, IdeaStage.EVALUATED, "");
        step(id, IdeaStage.CLOSED, "六张椅子已经能坐了，扶手的建议采纳了；遮阳列入明年的议题。");
    }

    private void picture(UUID meeting, String title) {
        try {
            files.add(staff.person("community-clerk"), meeting, title, true, DemoPicture.of(Phase.AFTER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On its way. */
    private void lamps(LocalDate lastDay) {
        var id = raise("lamps", "3 栋到东门的路灯不亮", "下晚班的人看不清路。");
        if (ideas.get(id).stage() == IdeaStage.RAISED) {
            step(id, IdeaStage.ON_AGENDA, "");
            hold(id, "lamps/hearing", MeetingKind.HEARING, "路灯听证会", lastDay.minusDays(6), 18, "同意换感应灯，先换最暗的四盏。");
            step(id, IdeaStage.HEARD, "");
        }
    }

    private void budget(LocalDate lastDay) {
        var clerk = staff.person("community-clerk");
        var decision = decisions.prepare(
                clerk,
                id("budget"),
                decision(
                        DecisionKind.BUDGET,
                        BUILDING,
                        "1 栋的 20000 元公益金做什么",
                        lastDay.minusDays(40),
                        lastDay.minusDays(26),
                        20_000L,
                        List.of(
                                new NewOption("单元门口加扶手和坡道", 9_000L),
                                new NewOption("楼道粉刷", 12_000L),
                                new NewOption("感应灯", 4_000L),
                                new NewOption("信箱换新", 5_000L),
                                new NewOption("电子屏", 18_000L))),
                Origin.SYNTHETIC);
        if (decisions.get(decision.id()).announcedAt() != null) {
            return;
        }
        decisions.announce(clerk, decision.id());
        cast(decision, WISHES);
        var observer = id("budget/observer");
        observers.add(clerk, decision.id(), observer, "楼组长");
        counts.count(clerk, decision.id());
        observers.state(clerk, decision.id(), observer, "计票时在场，重数一遍结果相同。");
    }

    private void poll(LocalDate lastDay) {
        var clerk = staff.person("community-clerk");
        var decision = decisions.prepare(
                clerk,
                id("poll"),
                decision(
                        DecisionKind.POLL,
                        BUILDING,
                        "1 栋门口的空地种什么",
                        lastDay.minusDays(2),
                        lastDay.plusDays(50),
                        null,
                        List.of(new NewOption("月季", null), new NewOption("草药", null), new NewOption("铺砖停自行车", null))),
                Origin.SYNTHETIC);
        if (decisions.get(decision.id()).announcedAt() == null) {
            decisions.announce(clerk, decision.id());
            observers.add(clerk, decision.id(), id("poll/observer"), "居民代表");
        }
    }

    private static NewDecision decision(
            DecisionKind kind,
            String place,
            String title,
            LocalDate from,
            LocalDate to,
            @Nullable Long budgetYuan,
            List<NewOption> options) {
        return new NewDecision(
                place,
                kind,
                null,
                title,
                "",
                null,
                kind == DecisionKind.BUDGET ? (Integer) options.size() : (Integer) 1,
                kind == DecisionKind.BUDGET ? Voting.APPROVAL : null,
                budgetYuan,
                null,
                at(from, 8),
                at(to, 20),
                options);
    }

    private void cast(Decision decision, List<String> choices) {
        var clerk = staff.person("community-clerk");
        var rights = decisions.electorate(clerk, decision.id(), "", 40, null).items();
        for (var i = 0; i < rights.size(); i++) {
            if (i % 4 != 3) {
                var right = rights.get(i).id();
                ballots.official(
                        clerk, decision.id(), right, Ids.derived(right, "demo"), choices.get(i % choices.size()));
            }
        }
    }
}
