package org.zhuxi.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.request.internal.Acts;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** The life of a request, from the report to the call-back. */
@ZhuxiTest
@Import(World.class)
class RequestTests {

    private final Requests requests;
    private final RequestDesk desk;
    private final CallBacks callBacks;
    private final RequestPhotos photos;
    private final Subscriptions subscriptions;
    private final Activities activities;
    private final Acts acts;
    private final JdbcClient jdbc;
    private final World.Made made;
    private final Actor clerk;
    private final Actor head;
    private final Actor resident;

    RequestTests(
            Requests requests,
            RequestDesk desk,
            CallBacks callBacks,
            RequestPhotos photos,
            Subscriptions subscriptions,
            Activities activities,
            Acts acts,
            JdbcClient jdbc,
            World world,
            Accounts accounts) {
        this.requests = requests;
        this.desk = desk;
        this.callBacks = callBacks;
        this.photos = photos;
        this.subscriptions = subscriptions;
        this.activities = activities;
        this.acts = acts;
        this.jdbc = jdbc;
        made = world.make(2);
        clerk = accounts.actorOf(made.username("clerk"));
        head = accounts.actorOf(made.username("head"));
        resident = accounts.actorOf(made.username("resident"));
    }

    private ServiceRequest reported() {
        return requests.report(Actor.VISITOR, Reports.light(made), Origin.RECORDED);
    }

    private ServiceRequest answered() {
        var request = reported();
        desk.move(clerk, request.id(), RequestState.DISPATCHED, "", "物业工程岗");
        desk.move(clerk, request.id(), RequestState.IN_HAND, "", "");
        return desk.move(clerk, request.id(), RequestState.ANSWERED, "灯已换好", "");
    }

    @Test
    void isSolvedWhenTheReporterSaysSoAndCountsOnce() {
        var request = answered();
        callBacks.say(request.code(), true, Satisfaction.SATISFIED, "谢谢");
        desk.move(head, request.id(), RequestState.CLOSED, "", "");
        acts.file();
        acts.file();

        var rates = requests.rates(made.path(), request.receivedOn().getYear());
        assertThat(rates.resolved()).isEqualTo(1);
        assertThat(rates.satisfied()).isEqualTo(1);
        assertThat(rates.responded()).isEqualTo(rates.handled()).isEqualTo(1);
        var record = activities.get(clerk, Ids.derived(request.id(), "solved"));
        assertThat(record.state()).isEqualTo(ActivityState.VERIFIED);
    }

    @Test
    void isNotSolvedAnyMoreOnceItIsOpenedAgainAndSolvedAnewWhenItIsClosedAgain() {
        var request = answered();
        callBacks.say(request.code(), true, Satisfaction.SATISFIED, "");
        desk.move(head, request.id(), RequestState.CLOSED, "", "");
        acts.file();
        desk.move(head, request.id(), RequestState.REOPENED, "又不亮了", "");
        acts.file();
        assertThat(activities.get(clerk, Ids.derived(request.id(), "solved")).state())
                .isEqualTo(ActivityState.REVERSED);

        desk.move(clerk, request.id(), RequestState.IN_HAND, "", "");
        desk.move(clerk, request.id(), RequestState.ANSWERED, "换了线", "");
        callBacks.say(request.code(), true, Satisfaction.SATISFIED, "");
        desk.move(head, request.id(), RequestState.CLOSED, "", "");
        acts.file();
        assertThat(activities.get(clerk, Ids.derived(request.id(), "solved 2")).state())
                .isEqualTo(ActivityState.VERIFIED);
    }

    @Test
    void isOpenedAgainWhenItIsNotResolved() {
        var request = answered();
        callBacks.say(request.code(), false, Satisfaction.DISSATISFIED, "还是不亮");

        var again = requests.get(request.id());
        assertThat(again.state()).isEqualTo(RequestState.REOPENED);
        assertThat(again.answeredAt()).isNull();
        assertThat(again.resolved()).isFalse();
        assertThatThrownBy(() -> callBacks.say(request.code(), true, null, ""))
                .isInstanceOf(RequestRefused.NoWay.class);
    }

    @Test
    void isNotCalledBackByWhoeverAnswered() {
        var request = answered();

        assertThatThrownBy(() -> callBacks.record(clerk, request.id(), true, null, ""))
                .isInstanceOf(RequestRefused.OwnAnswer.class);
        callBacks.record(head, request.id(), true, Satisfaction.BASICALLY, "电话里说好了");
        assertThat(requests.get(request.id()).state()).isEqualTo(RequestState.CALLED_BACK);
    }

    @Test
    void showsNobodyWordsThatWereNotReleased() {
        var request = reported();
        var like = new RequestFilter("路灯不亮", "", null, false, false, null);

        assertThat(requests.list(made.path(), like, 10, null).items()).isEmpty();
        assertThat(desk.list(clerk, made.path(), like, 10, null).items()).hasSize(1);
        desk.release(clerk, request.id(), "3 号门前路灯不亮");
        assertThat(requests.list(made.path(), like, 10, null).items()).hasSize(1);
        desk.note(clerk, request.id(), "报修人是 301 的");
        assertThat(requests.story(request.id()).steps())
                .noneMatch(step -> step.words().contains("301"));
        assertThat(desk.story(clerk, request.id()).steps())
                .anyMatch(step -> step.words().contains("301"));
    }

    @Test
    void countsOnceHoweverOftenItIsSent() {
        var typed = Reports.light(made);
        var first = requests.report(Actor.VISITOR, typed, Origin.RECORDED);

        assertThat(requests.report(Actor.VISITOR, typed, Origin.RECORDED).code())
                .isEqualTo(first.code());
        assertThat(requests.list(made.path(), RequestFilter.ALL, 10, null).items())
                .hasSize(1);
    }

    @Test
    void tellsItsCodeToNobodyElseWhoSendsTheSameAgain() {
        var typed = Reports.light(made);
        var copied = Reports.copied(typed);
        requests.report(Actor.VISITOR, typed, Origin.RECORDED);
        desk.release(clerk, typed.id(), typed.words());

        for (var other : List.of(Actor.VISITOR, clerk, resident)) {
            assertThatThrownBy(() -> requests.report(other, copied, Origin.RECORDED))
                    .isInstanceOf(RequestRefused.Conflict.class);
        }
        assertThat(requests.list(made.path(), RequestFilter.ALL, 10, null).items())
                .hasSize(1);
    }

    @Test
    void isTheSameForItsAccountWithoutASecret() {
        var typed = Reports.copied(Reports.light(made));
        var first = requests.report(resident, typed, Origin.RECORDED);

        assertThat(requests.report(resident, typed, Origin.RECORDED).code()).isEqualTo(first.code());
        assertThatThrownBy(() -> requests.report(clerk, typed, Origin.RECORDED))
                .isInstanceOf(RequestRefused.Conflict.class);
    }

    @Test
    void asksWhetherItIsTheSameAsOneNearby() {
        reported();
        var again = Reports.of(made, "STREETLIGHT", "路灯坏了", "", false);

        assertThatThrownBy(() -> requests.report(Actor.VISITOR, again, Origin.RECORDED))
                .isInstanceOf(RequestRefused.Nearby.class);
        assertThat(requests.near(again)).hasSize(1);
    }

    @Test
    void findsTheSameWithinItsRadiusOnly() {
        var here = new GeoPoint(32.42, 119.45);
        requests.report(Actor.VISITOR, Reports.at(Reports.light(made), here), Origin.RECORDED);
        var near = Reports.at(Reports.of(made, "STREETLIGHT", "x", "", false), new GeoPoint(32.4201, 119.45));
        var far = Reports.at(Reports.of(made, "STREETLIGHT", "x", "", false), new GeoPoint(32.4203, 119.45));

        assertThat(requests.near(near)).as("11 m").hasSize(1);
        assertThat(requests.near(far)).as("33 m").isEmpty();
    }

    @Test
    void takesSomeKindsOnlyWithATelephoneOrAnAccount() {
        assertThatThrownBy(
                        () -> requests.report(Actor.VISITOR, Reports.of(made, "LEAK", "漏水", "", true), Origin.RECORDED))
                .isInstanceOf(RequestRefused.NoPhone.class);
        assertThatThrownBy(() ->
                        requests.report(Actor.VISITOR, Reports.of(made, "LEAK", "漏水", "abc", true), Origin.RECORDED))
                .isInstanceOf(RequestRefused.WrongPhone.class);
        var request =
                requests.report(Actor.VISITOR, Reports.of(made, "LEAK", "漏水", "0514 0000 0199", true), Origin.RECORDED);
        assertThat(desk.reporter(clerk, request.id()).phone()).isEqualTo("0514 0000 0199");
        desk.verifyPhone(clerk, request.id());
        assertThat(desk.reporter(clerk, request.id()).verifiedAt()).isNotNull();
        requests.report(resident, Reports.of(made, "LEAK", "厨房顶漏水", "", true), Origin.RECORDED);
        assertThat(requests.own(resident, 10, null).items()).hasSize(1);
    }

    @Test
    void wantsAnswersToTheQuestionsOfItsKind() {
        var lane = Reports.of(made, "FIRELANE", "车堵了通道", "", true);

        assertThatThrownBy(() -> requests.report(Actor.VISITOR, lane, Origin.RECORDED))
                .isInstanceOf(RequestRefused.WrongAnswer.class);
        assertThatThrownBy(() ->
                        requests.report(Actor.VISITOR, Reports.answering(lane, "BLOCKED_BY", "tank"), Origin.RECORDED))
                .isInstanceOf(RequestRefused.WrongAnswer.class);
        var request = requests.report(Actor.VISITOR, Reports.answering(lane, "BLOCKED_BY", "car"), Origin.RECORDED);
        assertThat(requests.story(request.id()).answers()).containsEntry("BLOCKED_BY", List.of("car"));
    }

    @Test
    void standsAtTheBuildingWhenADoorIsNamed() {
        var typed = new NewRequest(
                Ids.next(),
                null,
                made.dwellings().getFirst(),
                "STREETLIGHT",
                "楼道灯不亮",
                "",
                null,
                "",
                null,
                RequestSource.PLATE,
                true);

        assertThat(requests.report(Actor.VISITOR, typed, Origin.RECORDED).place())
                .isEqualTo(made.communityCode() + "-Q1-B01");
    }

    @Test
    void mergesIntoAnotherAndUndoesIt() {
        var first = reported();
        var second = requests.report(resident, Reports.light(made), Origin.RECORDED);
        desk.merge(clerk, second.id(), first.id());

        assertThat(requests.get(second.id()).state()).isEqualTo(RequestState.DUPLICATE);
        assertThat(requests.get(first.id()).echoes()).isEqualTo(1);
        assertThat(subscriptions.list(resident))
                .extracting(Subscription::request)
                .containsExactly(first.id());
        assertThatThrownBy(() -> desk.merge(clerk, first.id(), second.id())).isInstanceOf(RequestRefused.NoMerge.class);
        desk.move(clerk, second.id(), RequestState.RECEIVED, "不是同一盏灯", "");
        assertThat(requests.get(second.id()).mergedInto()).isNull();
    }

    @Test
    void refusesWhatCannotFollow() {
        var request = reported();

        assertThatThrownBy(() -> desk.move(clerk, request.id(), RequestState.CLOSED, "", ""))
                .isInstanceOf(RequestRefused.NoWay.class);
        assertThatThrownBy(() -> desk.move(clerk, request.id(), RequestState.REFUSED, " ", ""))
                .as("a refusal says why")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> desk.assign(clerk, request.id(), made.username("resident")))
                .isInstanceOf(RequestRefused.NoColleague.class);
        desk.assign(clerk, request.id(), made.username("head"));
        assertThat(requests.get(request.id()).assignee()).isEqualTo(head.account());
    }

    @Test
    void isWorkedOnByItsOwnPeopleOnly() {
        var request = reported();
        var elsewhere = new Actor(
                UUID.randomUUID(),
                "x",
                Set.of(new Grant(Role.COMMUNITY_CLERK, made.path().child("Q2"))),
                Set.of(),
                null);

        assertThatThrownBy(() -> desk.story(elsewhere, request.id())).isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> desk.story(resident, request.id())).isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void showsAPhotoOnlyWhenItIsCoveredAndReleased() throws IOException {
        var request = reported();
        photos.send(request.code(), Reports.photo());
        var photo = desk.story(clerk, request.id()).photos().getFirst();
        assertThat(requests.story(request.id()).photos()).isEmpty();
        assertThatThrownBy(() -> photos.openShown(photo.id())).isInstanceOf(Refused.NotFound.class);
        assertThatThrownBy(() -> photos.release(clerk, photo.id(), List.of(new RequestPhoto.Box(60, 0, 10, 10))))
                .isInstanceOf(RequestRefused.WrongBoxes.class);

        photos.release(clerk, photo.id(), List.of(new RequestPhoto.Box(8, 8, 32, 32)));
        var shown = ImageIO.read(photos.openShown(photo.id()).path().toFile());
        assertThat(shown.getRGB(9, 9)).as("covered").isEqualTo(shown.getRGB(10, 9));
        assertThat(shown.getRGB(0, 0)).as("not covered").isNotEqualTo(shown.getRGB(1, 0));
        photos.hide(clerk, photo.id());
        assertThatThrownBy(() -> photos.openShown(photo.id())).isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void isToldToWhoeverFollows() {
        subscriptions.follow(resident, made.communityCode(), "");
        var request = reported();
        subscriptions.join(resident, request.id());
        subscriptions.join(resident, request.id());

        assertThat(requests.get(request.id()).echoes()).isEqualTo(1);
        desk.move(clerk, request.id(), RequestState.DISPATCHED, "", "");
        assertThat(jdbc.sql("select count(*) from notice.notification where account_id = :account and link = :link")
                        .param("account", resident.account())
                        .param("link", "/requests/" + request.id())
                        .query(Long.class)
                        .single())
                .as("received, then dispatched")
                .isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from request.subscription where account_id = :account")
                        .param("account", resident.account())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void isWithdrawnByItsCodeAlone() {
        var request = reported();
        callBacks.withdraw(request.code().toLowerCase(java.util.Locale.ROOT));

        assertThat(requests.get(request.id()).state()).isEqualTo(RequestState.WITHDRAWN);
        assertThatThrownBy(() -> callBacks.withdraw(request.code())).isInstanceOf(RequestRefused.NoWay.class);
        assertThatThrownBy(() -> callBacks.track("0000-0000-0000")).isInstanceOf(Refused.NotFound.class);
    }
}
