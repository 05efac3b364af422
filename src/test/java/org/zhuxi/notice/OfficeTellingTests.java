package org.zhuxi.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.NewAccount;
import org.zhuxi.assessment.AssessmentMove;
import org.zhuxi.assessment.NewObjection;
import org.zhuxi.assessment.Objections;
import org.zhuxi.assessment.ReviewLevel;
import org.zhuxi.assessment.Trial;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.NewDivision;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Register;
import org.zhuxi.platform.web.Messages;
import org.zhuxi.report.Deadline;
import org.zhuxi.report.Expectation;
import org.zhuxi.report.Expectations;
import org.zhuxi.testing.ReportWorld;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Those who work for a place hear what was decided about it and what it owes. */
@ZhuxiTest
@Import(World.class)
class OfficeTellingTests {

    private static final String COUNTY = "321003000000";
    private static final String STREET = "321003977000";

    private final Trial trial;
    private final Objections objections;
    private final Notifications notifications;
    private final Expectations expectations;
    private final Register register;
    private final Accounts accounts;
    private final Messages messages;

    OfficeTellingTests(
            AutowireCapableBeanFactory beans,
            Objections objections,
            Notifications notifications,
            Expectations expectations,
            Register register,
            Accounts accounts,
            Messages messages) {
        this.trial = beans.createBean(Trial.class);
        this.objections = objections;
        this.notifications = notifications;
        this.expectations = expectations;
        this.register = register;
        this.accounts = accounts;
        this.messages = messages;
    }

    private List<Notification> told(Actor actor, NotificationKind kind) {
        return notifications.list(actor, 50, null).items().stream()
                .filter(one -> one.kind() == kind)
                .toList();
    }

    private String words(Notification told, Locale locale) {
        return messages.get(locale, told.kind().message(), told.arguments().toArray());
    }

    @Test
    void aCommunityHearsThatItsAssessmentWasReturnedAndWhy() {
        var begun = trial.begin("GC2020", EnumSet.of(ReviewLevel.STREET));
        var clerk = trial.actor(begun, "clerk");
        trial.answerAll(begun);
        trial.self().submit(clerk, begun.id());
        assertThat(told(clerk, NotificationKind.ASSESSMENT_MOVED))
                .as("what it did itself is no news")
                .isEmpty();

        var street = trial.actor(begun, "street");
        trial.reviews().review(street, begun.id(), AssessmentMove.RETURN, "照片不清楚");

        assertThat(told(clerk, NotificationKind.ASSESSMENT_MOVED))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.link()).isEqualTo("/work/assessment/" + begun.id());
                    assertThat(words(one, Locale.SIMPLIFIED_CHINESE)).contains("已退回", "照片不清楚");
                    assertThat(words(one, Locale.ENGLISH)).contains("Returned", "照片不清楚");
                });
        assertThat(told(trial.actor(begun, "head"), NotificationKind.ASSESSMENT_MOVED))
                .hasSize(1);
        assertThat(told(trial.actor(begun, "resident"), NotificationKind.ASSESSMENT_MOVED))
                .isEmpty();
        assertThat(told(street, NotificationKind.ASSESSMENT_MOVED)).isEmpty();
    }

    @Test
    void whoeverRunsTheCycleHearsThatSomebodyObjects() {
        var begun = trial.begin("GC2020", EnumSet.of(ReviewLevel.CITY));
        trial.answerAll(begun);
        trial.reviewAll(begun);
        trial.giveNotice(begun);
        // the closest hear it, and other tests may have put officers between this community and its county
        var runner = "runner-" + begun.made().communityCode();
        accounts.open(
                World.founder(),
                List.of(new NewAccount(
                        runner,
                        null,
                        runner,
                        World.PASSWORD,
                        Set.of(new Grant(Role.COUNTY_OFFICER, begun.made().path())),
                        Set.of(),
                        Origin.SYNTHETIC)));

        objections.raise(
                Actor.VISITOR, Ids.next(), begun.id(), new NewObjection("GC2020-08", "通道堵着", "", "张三", "13800000000"));

        assertThat(told(accounts.actorOf(runner), NotificationKind.ASSESSMENT_MOVED))
                .hasSize(1);
        assertThat(told(trial.actor(begun, "clerk"), NotificationKind.ASSESSMENT_MOVED)
                        .getFirst()
                        .arguments())
                .contains("有异议待答复");
    }

    @Test
    void whoeverWritesReportsIsRemindedOnceAWeek() {
        register.addDivisions(
                World.founder(),
                List.of(new NewDivision(
                        STREET,
                        PlaceKind.STREET,
                        COUNTY,
                        new Names("试报街道", "Reporting Street"),
                        LocalDate.of(2019, 1, 1),
                        Origin.SYNTHETIC,
                        "test")));
        accounts.open(
                World.founder(),
                List.of(new NewAccount(
                        "reporting-street",
                        null,
                        "街道干部",
                        World.PASSWORD,
                        Set.of(new Grant(Role.STREET_OFFICER, new PlacePath("/32/3210/321003/321003977"))),
                        Set.of(),
                        Origin.SYNTHETIC)));
        var today = LocalDate.now(Deadline.ZONE);
        expectations.call(
                ReportWorld.officer(),
                Expectation.What.ANNUAL,
                today.getYear(),
                COUNTY,
                PlaceKind.STREET,
                today.plusDays(5),
                Origin.SYNTHETIC);

        expectations.remind();
        expectations.remind();

        var officer = accounts.actorOf("reporting-street");
        assertThat(told(officer, NotificationKind.DEADLINE_NEAR))
                .singleElement()
                .satisfies(one -> {
                    assertThat(words(one, Locale.SIMPLIFIED_CHINESE)).contains("试报街道", "年度报告", "还有 5 天");
                    assertThat(words(one, Locale.ENGLISH))
                            .contains("Reporting Street", "annual report", "(days left: 5)");
                    assertThat(one.link()).isEqualTo("/office/deadlines?place=" + STREET);
                });
    }
}
