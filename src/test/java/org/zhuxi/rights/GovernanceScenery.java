package org.zhuxi.rights;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.governance.BreachNote;
import org.zhuxi.governance.BreachNotes;
import org.zhuxi.governance.Convention;
import org.zhuxi.governance.Conventions;
import org.zhuxi.governance.DecisionKind;
import org.zhuxi.governance.Decisions;
import org.zhuxi.governance.IdeaRemarks;
import org.zhuxi.governance.Ideas;
import org.zhuxi.governance.MeetingKind;
import org.zhuxi.governance.Meetings;
import org.zhuxi.governance.NewDecision;
import org.zhuxi.governance.NewIdea;
import org.zhuxi.governance.NewMeeting;
import org.zhuxi.governance.NewSharedWork;
import org.zhuxi.governance.Opinions;
import org.zhuxi.governance.Remark;
import org.zhuxi.governance.SharedWork;
import org.zhuxi.governance.SharedWorks;
import org.zhuxi.governance.Venues;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.testing.World;

/** An idea with a remark and a meeting, and an open vote in which one household alone may vote. */
record GovernanceScenery(
        Accounts accounts,
        Ideas ideas,
        IdeaRemarks remarks,
        Meetings meetings,
        Decisions decisions,
        Conventions conventions,
        BreachNotes breaches,
        SharedWorks works,
        Opinions opinions,
        Venues venues,
        JdbcClient jdbc) {

    Map<String, String> in(World.Made made, HouseholdRef household) {
        var clerk = accounts.actorOf(made.username("clerk"));
        var idea = ideas.raise(clerk, Ids.next(), new NewIdea(made.communityCode(), "试", ""), Origin.SYNTHETIC);
        var remark = Ids.next();
        remarks.remark(clerk, idea.id(), remark, Remark.Kind.AMENDMENT, "试");
        var meeting = meetings.call(
                clerk,
                Ids.next(),
                new NewMeeting(
                        made.communityCode(), idea.id(), null, MeetingKind.HEARING, "试", Instant.now(), "", false),
                Origin.SYNTHETIC);
        var now = Instant.now();
        var vote = decisions.prepare(
                clerk,
                Ids.next(),
                new NewDecision(
                        made.communityCode(),
                        DecisionKind.ASSEMBLY,
                        null,
                        "试",
                        "",
                        null,
                        null,
                        null,
                        null,
                        null,
                        now.minusSeconds(60),
                        now.plus(Duration.ofDays(1)),
                        List.of()),
                Origin.SYNTHETIC);
        decisions.announce(clerk, vote.id());
        jdbc.sql("delete from governance.entitlement where decision_id = :id and household_id <> :household")
                .param("id", vote.id())
                .param("household", household.id())
                .update();
        var right = decisions.electorate(clerk, vote.id(), "", 10, null).items().getFirst();
        var convention = conventions.begin(
                clerk, Ids.next(), made.communityCode(), Convention.Kind.RESIDENTS, "试", Origin.SYNTHETIC, "");
        conventions.draft(clerk, convention.id(), "试：试");
        conventions.adopt(clerk, convention.id(), null, "试", null);
        conventions.draft(clerk, convention.id(), "试：再试");
        var breach = breaches.note(
                clerk,
                convention.id(),
                Ids.next(),
                new BreachNote.Typed(made.communityCode(), 1, null, "试"),
                Origin.SYNTHETIC);
        var shared = works.prepare(
                clerk,
                Ids.next(),
                new NewSharedWork(
                        made.communityCode(),
                        SharedWork.Kind.REPAIR,
                        "试",
                        "",
                        100,
                        0,
                        0,
                        "",
                        "",
                        made.dwellings().getFirst() + ",1,80"),
                Origin.SYNTHETIC);
        works.publicise(clerk, shared.id());
        var objection = Ids.next();
        works.object(clerk, shared.id(), objection, "试");
        var talk = opinions.begin(
                clerk,
                Ids.next(),
                made.communityCode(),
                "试",
                "",
                java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(9),
                "试",
                Origin.SYNTHETIC);
        var statement = opinions.statements(clerk, talk).getFirst();
        var venue =
                venues.open(clerk, Ids.next(), made.communityCode(), new Names("试", "Trial"), "", Origin.SYNTHETIC, "");
        return Map.ofEntries(
                Map.entry("talk", talk.id().toString()),
                Map.entry("statement", statement.id().toString()),
                Map.entry("shared", shared.id().toString()),
                Map.entry("objection", objection.toString()),
                Map.entry("breach", breach.id().toString()),
                Map.entry("convention", convention.id().toString()),
                Map.entry("idea", idea.id().toString()),
                Map.entry("remark", remark.toString()),
                Map.entry("meeting", meeting.id().toString()),
                Map.entry("vote", vote.id().toString()),
                Map.entry("right", right.id().toString()),
                Map.entry("venue", venue.id().toString()));
    }
}
