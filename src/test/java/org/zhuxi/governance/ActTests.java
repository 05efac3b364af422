package org.zhuxi.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.governance.internal.Acts;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** What counts becomes a record, once, and ceases to count with its cause. */
@ZhuxiTest
@Import(World.class)
class ActTests {

    private final Ideas ideas;
    private final IdeaRemarks remarks;
    private final Meetings meetings;
    private final Conventions conventions;
    private final Acts acts;
    private final Activities activities;
    private final Indicators indicators;
    private final Rollups rollups;
    private final JdbcClient jdbc;
    private final World.Made made;
    private final Actor clerk;

    ActTests(
            Ideas ideas,
            IdeaRemarks remarks,
            Meetings meetings,
            Conventions conventions,
            Acts acts,
            Activities activities,
            Indicators indicators,
            Rollups rollups,
            JdbcClient jdbc,
            World world,
            Accounts accounts) {
        this.ideas = ideas;
        this.remarks = remarks;
        this.meetings = meetings;
        this.conventions = conventions;
        this.acts = acts;
        this.activities = activities;
        this.indicators = indicators;
        this.rollups = rollups;
        this.jdbc = jdbc;
        made = world.make(2);
        clerk = accounts.actorOf(made.username("clerk"));
    }

    private Idea raised() {
        return ideas.raise(clerk, Ids.next(), new NewIdea(made.communityCode(), "花坛补种", ""), Origin.RECORDED);
    }

    private Meeting held(Idea idea) {
        var called = meetings.call(
                clerk,
                Ids.next(),
                new NewMeeting(null, idea.id(), null, MeetingKind.EVALUATION, "评议会", Instant.now(), "", true),
                Origin.RECORDED);
        return meetings.hold(clerk, called.id(), minutes(12));
    }

    private static Minutes minutes(int onSite) {
        return new Minutes("记录", onSite, 0, 7, 1, 2);
    }

    private Activity record(UUID subject, String what) {
        acts.file();
        return activities.get(clerk, Ids.derived(subject, what));
    }

    private @Nullable BigDecimal measured(String measure) {
        return jdbc.sql(
                        "select sum(value) from governance.v_measures where community_id = :community and measure = :measure")
                .param("community", made.community().value())
                .param("measure", measure)
                .query(BigDecimal.class)
                .optional()
                .orElse(null);
    }

    @Test
    void aMeetingIsARecordWithoutPeopleThatLeadsBackToIt() {
        var idea = raised();
        var meeting = held(idea);
        var record = record(meeting.id(), "held");
        assertThat(record.kind()).isEqualTo("meeting.held");
        assertThat(record.state()).isEqualTo(ActivityState.VERIFIED);
        assertThat(record.household()).isNull();
        assertThat(record.quantities().keySet())
                .containsExactlyInAnyOrder("meetings", "onsite", "persons", "answers", "satisfied");
        assertThat(record.quantities().get("persons")).isEqualByComparingTo("12");

        assertThat(acts.file()).isZero();
        assertThat(jdbc.sql(
                                "select link from governance.v_measures where community_id = :community and measure = :measure")
                        .param("community", made.community().value())
                        .param("measure", "deliberation.persons")
                        .query(String.class)
                        .single())
                .isEqualTo("/governance/ideas/" + idea.id() + "#" + meeting.id());
    }

    @Test
    void correctedMinutesSupersedeTheRecordAndStayReadable() {
        var idea = raised();
        var meeting = held(idea);
        assertThat(record(meeting.id(), "held").state()).isEqualTo(ActivityState.VERIFIED);
        assertThatThrownBy(() -> meetings.correct(clerk, meeting.id(), minutes(9), " "))
                .isInstanceOf(Mistyped.class);
        meetings.correct(clerk, meeting.id(), minutes(9), "签到簿数错了");

        assertThat(record(meeting.id(), "held 2").supersedes()).isEqualTo(Ids.derived(meeting.id(), "held"));
        assertThat(record(meeting.id(), "held").state()).isEqualTo(ActivityState.REVERSED);
        assertThat(measured("deliberation.persons")).isEqualByComparingTo("9");
        assertThat(ideas.story(idea.id()).revisionsOf(meeting)).singleElement().satisfies(before -> {
            assertThat(before.personsOnSite()).isEqualTo(12);
            assertThat(before.reason()).isEqualTo("签到簿数错了");
        });
        assertThat(rolledUp("evaluation.satisfaction.rate")).isEqualByComparingTo("70.0");
    }

    @Test
    void aMeetingCorrectedAndStruckOffBeforeItWasRecordedNeverCounts() {
        var meeting = held(raised());
        meetings.correct(clerk, meeting.id(), minutes(9), "数错了");
        meetings.strike(clerk, meeting.id(), "没有开成");
        acts.file();
        assertThat(measured("deliberation.persons")).isNull();
        assertThat(meetings.get(meeting.id()).state()).isEqualTo(Meeting.State.STRUCK);
        assertThatThrownBy(() -> meetings.correct(clerk, meeting.id(), minutes(3), "再改"))
                .isInstanceOf(GovernanceRefused.NotHeld.class);
    }

    @Test
    void aMeetingThatIsStruckOffCountsNoMore() {
        var meeting = held(raised());
        assertThat(rolledUp("evaluation.satisfaction.rate")).isEqualByComparingTo("70.0");
        meetings.strike(clerk, meeting.id(), "没有开成");
        assertThat(rolledUp("evaluation.satisfaction.rate")).isNull();
        assertThat(record(meeting.id(), "held").state()).isEqualTo(ActivityState.REVERSED);
    }

    private @Nullable BigDecimal rolledUp(String indicator) {
        acts.file();
        rollups.refreshAll();
        var year = ReportPeriod.of(Year.from(LocalDate.now(ZoneId.of("Asia/Shanghai"))));
        return indicators.value(indicator, made.path(), year).orNull();
    }

    @Test
    void hiddenAdviceAndIdeasGivenUpCountNoMore() {
        var idea = raised();
        var advice = Ids.next();
        remarks.advise(clerk, idea.id(), advice, "规划师", "留出通道");
        remarks.advise(clerk, idea.id(), advice, "规划师", "留出通道");
        assertThat(record(advice, "given").state()).isEqualTo(ActivityState.VERIFIED);
        remarks.hide(clerk, idea.id(), advice, "写了姓名");
        remarks.advise(clerk, idea.id(), advice, "规划师", "留出通道");
        assertThat(record(advice, "given").state()).isEqualTo(ActivityState.REVERSED);
        assertThat(measured("expert.visits")).isNull();
    }

    @Test
    void eachVersionOfAConventionCountsOnce() {
        var id = Ids.next();
        conventions.begin(clerk, id, made.communityCode(), Convention.Kind.RESIDENTS, "公约", Origin.RECORDED, "");
        for (var words : List.of("养犬：牵绳", "养犬：牵绳\n停车：不占通道")) {
            conventions.draft(clerk, id, words);
            conventions.adopt(clerk, id, null, "居民会议通过", null);
        }
        assertThat(record(id, "adopted/1").quantities().get("clauses")).isEqualByComparingTo("1");
        assertThat(record(id, "adopted/2").quantities().get("clauses")).isEqualByComparingTo("2");
        assertThat(measured("conventions.adopted")).isEqualByComparingTo("2");
    }

    @Test
    void whatWasDoneBeforeActsWereKeptIsTakenOverUnderTheSameIdsOnce() throws IOException {
        var meeting = held(raised());
        var id = Ids.next();
        conventions.begin(clerk, id, made.communityCode(), Convention.Kind.RESIDENTS, "公约", Origin.RECORDED, "");
        conventions.draft(clerk, id, "养犬：牵绳");
        conventions.adopt(clerk, id, null, "居民会议通过", LocalDate.of(2024, 5, 1));
        jdbc.sql("delete from governance.act where community_id = :community")
                .param("community", made.community().value())
                .update();
        var before = new ClassPathResource("db/migration/governance/V9__acts_of_before.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        jdbc.sql(before).update();
        assertThat(jdbc.sql(before).update()).isZero();

        assertThat(record(meeting.id(), "held").quantities().get("satisfied")).isEqualByComparingTo("7");
        var convention = record(id, "adopted/1");
        assertThat(convention.localDate()).isEqualTo(LocalDate.of(2024, 5, 1));
        assertThat(convention.state()).isEqualTo(ActivityState.VERIFIED);
    }
}
