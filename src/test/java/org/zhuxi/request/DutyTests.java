package org.zhuxi.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.account.Accounts;
import org.zhuxi.activity.Activities;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.place.PlateFilter;
import org.zhuxi.place.Plates;
import org.zhuxi.request.help.HelpCall;
import org.zhuxi.request.help.HelpCalls;
import org.zhuxi.request.help.HelpRefused;
import org.zhuxi.request.internal.Acts;
import org.zhuxi.request.internal.help.DutyBell;
import org.zhuxi.request.internal.help.HelpStore;
import org.zhuxi.request.patrol.LoggedVisit;
import org.zhuxi.request.patrol.Patrol.Result;
import org.zhuxi.request.patrol.PatrolLog;
import org.zhuxi.request.patrol.PatrolRefused;
import org.zhuxi.request.patrol.Patrols;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Patrols along plates, and help at the press of a button. */
@ZhuxiTest
@Import(World.class)
class DutyTests {

    private final Patrols patrols;
    private final HelpCalls help;
    private final PatrolLog log;
    private final HelpStore helpStore;
    private final DutyBell bell;
    private final TransactionOperations transactions;
    private final Accounts accounts;
    private final Requests requests;
    private final Activities activities;
    private final Acts acts;
    private final Plates plates;
    private final Places places;
    private final JdbcClient jdbc;
    private final World.Made made;
    private final Actor clerk;
    private final Actor steward;
    private final String building;

    DutyTests(
            Patrols patrols,
            HelpCalls help,
            PatrolLog log,
            HelpStore helpStore,
            DutyBell bell,
            TransactionOperations transactions,
            Requests requests,
            Activities activities,
            Acts acts,
            Plates plates,
            Places places,
            JdbcClient jdbc,
            World world,
            Accounts accounts) {
        this.patrols = patrols;
        this.help = help;
        this.log = log;
        this.helpStore = helpStore;
        this.bell = bell;
        this.transactions = transactions;
        this.accounts = accounts;
        this.requests = requests;
        this.activities = activities;
        this.acts = acts;
        this.plates = plates;
        this.places = places;
        this.jdbc = jdbc;
        made = world.make(2);
        clerk = accounts.actorOf(made.username("clerk"));
        steward = accounts.actorOf(made.username("steward"));
        building = made.communityCode() + "-Q1-B01";
    }

    private java.util.UUID route() {
        return patrols.lay(
                        clerk,
                        Ids.next(),
                        made.communityCode(),
                        new Names("消防通道", "Fire lanes"),
                        7,
                        List.of(building, made.communityCode()),
                        Origin.RECORDED)
                .id();
    }

    @Test
    void turnsFindingsIntoRequestsAndThePatrolIntoARecord() {
        var patrol = patrols.begin(steward, Ids.next(), route(), Origin.RECORDED);
        patrols.visit(steward, patrol.id(), 1, Result.FINDING, "", "PONDING", "楼前积水", Map.of());
        patrols.visit(steward, patrol.id(), 1, Result.GOOD, "", null, null, Map.of());
        assertThatThrownBy(() -> patrols.finish(steward, patrol.id())).isInstanceOf(PatrolRefused.Unfinished.class);
        patrols.visit(steward, patrol.id(), 2, Result.GOOD, "", null, null, Map.of());
        var done = patrols.finish(steward, patrol.id());
        acts.file();

        var finding = requests.get(
                java.util.Objects.requireNonNull(done.visits().getFirst().request()));
        assertThat(finding.source()).isEqualTo(RequestSource.PATROL);
        assertThat(finding.place()).isEqualTo(building);
        assertThat(activities.get(clerk, Ids.derived(patrol.id(), "done")).kind())
                .isEqualTo("patrol.done");
        assertThatThrownBy(() -> patrols.finish(steward, patrol.id())).isInstanceOf(PatrolRefused.NotOpen.class);
    }

    /** Criterion 8 asks for no blocked lifeline: none known is not none there, until somebody looked everywhere. */
    @Test
    void saysThatNoLaneIsBlockedOnlyAfterReachingEveryCheckpoint() {
        var hasty = patrols.begin(steward, Ids.next(), route(), Origin.RECORDED);
        patrols.visit(steward, hasty.id(), 1, Result.GOOD, "", null, null, Map.of());
        patrols.visit(steward, hasty.id(), 2, Result.NOT_REACHED, "", null, "门锁着", Map.of());
        patrols.finish(steward, hasty.id());
        assertThat(blockedLanes()).isEmpty();

        var whole = patrols.begin(steward, Ids.next(), route(), Origin.RECORDED);
        patrols.visit(steward, whole.id(), 1, Result.GOOD, "", null, null, Map.of());
        patrols.visit(steward, whole.id(), 2, Result.GOOD, "", null, null, Map.of());
        patrols.finish(steward, whole.id());
        assertThat(blockedLanes()).containsExactly(0);
        var first = log.list(steward, made.path(), 3, null);
        assertThat(first.items()).extracting(LoggedVisit::number).containsExactly(2, 1, 2);
        assertThat(first.items().getLast().result()).isEqualTo(Result.NOT_REACHED);
        assertThat(log.list(steward, made.path(), 3, first.next()).items())
                .extracting(LoggedVisit::patrol)
                .containsExactly(hasty.id());

        var lane = Reports.answering(Reports.of(made, "FIRELANE", "东门", "", true), "BLOCKED_BY", "car");
        requests.report(Actor.VISITOR, lane, Origin.RECORDED);
        assertThat(blockedLanes()).containsExactlyInAnyOrder(0, 1);
    }

    private List<Integer> blockedLanes() {
        return jdbc.sql("select value from request.v_measures where place = :place and measure = 'lifeline.open'")
                .param("place", made.communityCode())
                .query(Integer.class)
                .list();
    }

    @Test
    void believesAPlateOnlyWhereItHangs() {
        plates.make(
                World.founder(),
                places.findByCode(made.communityCode()).orElseThrow(),
                java.util.Set.of(PlaceKind.BUILDING),
                Origin.SYNTHETIC);
        var plate = plates.list(
                        World.founder(),
                        places.findByCode(building).orElseThrow(),
                        new PlateFilter(null, null),
                        1,
                        null)
                .items()
                .getFirst();
        var patrol = patrols.begin(steward, Ids.next(), route(), Origin.RECORDED);

        assertThatThrownBy(() -> patrols.visit(steward, patrol.id(), 2, Result.GOOD, plate.code(), null, null, null))
                .isInstanceOf(PatrolRefused.OtherPlate.class);
        assertThat(patrols.visit(steward, patrol.id(), 1, Result.GOOD, plate.printed(), null, null, null)
                        .visits()
                        .getFirst()
                        .scanned())
                .isTrue();
        assertThatThrownBy(() -> patrols.visit(clerk, patrol.id(), 2, Result.GOOD, "", null, null, null))
                .as("somebody else's")
                .isInstanceOf(PatrolRefused.NotOpen.class);
        assertThatThrownBy(() -> patrols.lay(
                        clerk,
                        Ids.next(),
                        made.communityCode(),
                        new Names("x", "x"),
                        7,
                        List.of(building, building),
                        Origin.RECORDED))
                .isInstanceOf(PatrolRefused.WrongCheckpoint.class);
    }

    @Test
    void isAnsweredByOneAndRaisedByTime() {
        var call = help.call(
                Actor.VISITOR, Ids.next(), made.dwellings().getFirst(), "0514 0000 0177", "摔倒了", Origin.RECORDED);
        assertThat(help.call(Actor.VISITOR, call.id(), made.communityCode(), "", "", Origin.RECORDED)
                        .place())
                .isEqualTo(made.dwellings().getFirst());
        jdbc.sql("update request.help_call set raised_at = raised_at - interval '4 minutes' where id = :id")
                .param("id", call.id())
                .update();
        helpStore.raise(call.calledAt().minusSeconds(180), call.calledAt());
        assertThat(help.get(call.id()).level()).isEqualTo(2);
        assertThatThrownBy(() -> help.end(clerk, call.id(), "x")).isInstanceOf(HelpRefused.NotTaken.class);
        assertThatThrownBy(() -> help.acknowledge(steward, call.id())).isInstanceOf(Refused.Forbidden.class);

        help.acknowledge(clerk, call.id());
        assertThatThrownBy(() -> help.acknowledge(clerk, call.id())).isInstanceOf(HelpRefused.Taken.class);
        help.end(clerk, call.id(), "已送医");
        acts.file();
        assertThat(activities.get(clerk, Ids.derived(call.id(), "answered")).kind())
                .isEqualTo("help.answered");
        assertThat(help.list(clerk, made.path(), true, 10, null).items()).isEmpty();
        assertThat(help.list(clerk, made.path(), false, 10, null).items()).hasSize(1);
    }

    @Test
    void tellsThoseOnDutyAtEachLevelOnceAndNobodyElse() {
        var call = help.call(Actor.VISITOR, Ids.next(), made.dwellings().getFirst(), "", "", Origin.RECORDED);
        help.call(Actor.VISITOR, call.id(), made.dwellings().getFirst(), "", "", Origin.RECORDED);
        var told = told(call.id() + "/1");
        assertThat(told).contains(clerk.account()).doesNotContain(steward.account(), head());

        transactions.executeWithoutResult(done -> bell.ring(call));
        assertThat(told(call.id() + "/1")).as("told again it changes nothing").hasSameSizeAs(told);

        var raised = helpStore.raise(call.calledAt(), call.calledAt());
        transactions.executeWithoutResult(done -> raised.forEach(bell::ring));
        assertThat(told(call.id() + "/2")).contains(head()).doesNotContain(clerk.account());
        assertThat(jdbc.sql("select array_to_string(arguments, ' ') from notice.notification where subject = :subject")
                        .param("subject", call.id() + "/1")
                        .query(String.class)
                        .list())
                .as("the building, not the door")
                .isNotEmpty()
                .allSatisfy(words -> assertThat(words).doesNotContain("0101"));
    }

    private java.util.UUID head() {
        return accounts.actorOf(made.username("head")).account();
    }

    private List<java.util.UUID> told(String subject) {
        return jdbc.sql("select account_id from notice.notification where subject = :subject")
                .param("subject", subject)
                .query(java.util.UUID.class)
                .list();
    }

    @Test
    void showsWaitingCallsAgainOnlyWhenTheyHaveChanged() {
        var before = help.markOfWaiting(clerk, made.path());
        var call = help.call(Actor.VISITOR, Ids.next(), building, "", "", Origin.RECORDED);

        assertThat(help.markOfWaiting(clerk, made.path())).isNotEqualTo(before);
        assertThat(help.waiting(clerk, made.path())).extracting(HelpCall::id).containsExactly(call.id());
        help.acknowledge(clerk, call.id());
        assertThat(help.markOfWaiting(clerk, made.path())).isEqualTo(before);
        assertThatThrownBy(() -> help.waiting(steward, made.path())).isInstanceOf(Refused.Forbidden.class);
    }
}
