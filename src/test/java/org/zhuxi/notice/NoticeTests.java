package org.zhuxi.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.zhuxi.testing.FormToken.csrf;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Notices are drafted, published, read by those they are for, and withdrawn; never deleted. */
@ZhuxiTest
@Import(World.class)
class NoticeTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final World worlds;
    private final Accounts accounts;
    private final Notices notices;
    private final Notifications notifications;
    private final JdbcClient sql;
    private final MockMvcTester http;

    NoticeTests(
            World worlds,
            Accounts accounts,
            Notices notices,
            Notifications notifications,
            JdbcClient sql,
            MockMvcTester http) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.notices = notices;
        this.notifications = notifications;
        this.sql = sql;
        this.http = http;
    }

    @Test
    void aDraftIsSeenByNobodyAPublishedOneByAllAndAWithdrawnOneByNobody() {
        var made = worlds.make(2);
        var clerk = accounts.actorOf(made.username("clerk"));
        var resident = accounts.actorOf(made.username("resident"));
        var id = Ids.next();

        notices.draft(clerk, id, words(made.communityCode(), "停水通知", TODAY, null), Origin.SYNTHETIC);
        assertThat(notices.open(made.community(), 10, null).items()).isEmpty();
        assertThat(notices.mine(resident, 10, null).items()).isEmpty();

        notices.publish(clerk, id);
        notices.publish(clerk, id);
        assertThat(notices.open(made.community(), 10, null).items()).hasSize(1);
        assertThat(notices.mine(resident, 10, null).items()).hasSize(1);
        assertThat(notifications.list(resident, 10, null).items())
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.kind()).isEqualTo(NotificationKind.NOTICE_PUBLISHED);
                    assertThat(told.arguments()).containsExactly("停水通知", "停水通知");
                });

        notices.withdraw(clerk, id, "日期写错了");
        assertThat(notices.open(made.community(), 10, null).items()).isEmpty();
        assertThat(notices.get(clerk, id).withdrawalReason()).isEqualTo("日期写错了");
        assertThatThrownBy(() -> notices.publish(clerk, id)).isInstanceOf(NoticeRefused.Moved.class);
        assertThatThrownBy(() -> notices.withdraw(clerk, id, "再撤")).isInstanceOf(NoticeRefused.Moved.class);
    }

    @Test
    void thePageOfTheCommunityShowsTheLatest() {
        var made = worlds.make(1);
        publish(
                accounts.actorOf(made.username("clerk")),
                words(made.communityCode(), "周六换盆土", TODAY.minusDays(1), null));

        assertThat(http.get().uri("/communities/" + made.communityCode()))
                .hasStatusOk()
                .bodyText()
                .contains("周六换盆土", "/communities/" + made.communityCode() + "/notices/");
    }

    @Test
    void isShownFromItsFirstDayToItsLast() {
        var made = worlds.make(1);
        var clerk = accounts.actorOf(made.username("clerk"));

        publish(clerk, words(made.communityCode(), "昨天止", TODAY.minusDays(3), TODAY.minusDays(1)));
        publish(clerk, words(made.communityCode(), "今天止", TODAY.minusDays(3), TODAY));
        publish(clerk, words(made.communityCode(), "明天起", TODAY.plusDays(1), null));

        assertThat(notices.open(made.community(), 10, null).items())
                .extracting(it -> it.title().zh())
                .containsExactly("今天止");
    }

    @Test
    void nobodyIsToldTodayOfANoticeThatBeginsTomorrow() {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));

        publish(accounts.actorOf(made.username("clerk")), words(made.communityCode(), "明天停水", TODAY.plusDays(1), null));

        assertThat(notifications.list(resident, 10, null).items()).isEmpty();
    }

    @Test
    void aNoticeForABuildingIsReadThereAndNotOnThePublicPage() {
        var made = worlds.make(1);
        var leader = new Actor(
                Ids.next(),
                "楼组长",
                Set.of(new Grant(Role.BUILDING_LEADER, made.path().child("Q1").child("B01"))),
                Set.of(),
                null);
        var resident = accounts.actorOf(made.username("resident"));

        publish(leader, words(made.communityCode() + "-Q1-B01", "楼道清理", TODAY, null));

        assertThat(notices.mine(resident, 10, null).items()).hasSize(1);
        assertThat(notices.open(made.community(), 10, null).items()).isEmpty();
        assertThatThrownBy(() -> notices.draft(
                        leader, Ids.next(), words(made.communityCode(), "全社区", TODAY, null), Origin.SYNTHETIC))
                .isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void whatWasChangedIsKeptAndTwoWritersDoNotOverwriteEachOther() {
        var made = worlds.make(1);
        var clerk = accounts.actorOf(made.username("clerk"));
        var id = publish(clerk, words(made.communityCode(), "第一版", TODAY, null));

        notices.edit(clerk, id, 1, words(made.communityCode(), "第二版", TODAY, null));

        assertThatThrownBy(() -> notices.edit(clerk, id, 1, words(made.communityCode(), "第三版", TODAY, null)))
                .isInstanceOf(NoticeRefused.Changed.class);
        assertThat(notices.history(clerk, id)).extracting(it -> it.title().zh()).containsExactly("第二版", "第一版");
        assertThat(notices.getOpen(made.community(), id).title().zh()).isEqualTo("第二版");
    }

    @Test
    void pinnedOnesComeFirstAndPagesNeitherRepeatNorLoseOne() {
        var made = worlds.make(1);
        var clerk = accounts.actorOf(made.username("clerk"));
        IntStream.range(0, 7)
                .forEach(i -> publish(
                        clerk,
                        new NewNotice(
                                made.communityCode(),
                                "第 " + i,
                                "",
                                "正文",
                                "",
                                i % 3 == 0,
                                TODAY.minusDays(i % 2),
                                null)));

        var read = new java.util.ArrayList<String>();
        @Nullable String after = null;
        do {
            var page = notices.open(made.community(), 3, after);
            page.items().forEach(it -> read.add(it.title().zh()));
            after = page.next();
        } while (after != null);

        assertThat(read).hasSize(7).doesNotHaveDuplicates();
        assertThat(read.subList(0, 3)).containsExactly("第 6", "第 0", "第 3");
    }

    @Test
    void theFeedIsWellFormedWhateverWasTyped() throws Exception {
        var made = worlds.make(1);
        var clerk = accounts.actorOf(made.username("clerk"));
        publish(clerk, words(made.communityCode(), "<b>&amp;\u0007</b>", TODAY, null));

        var answer = http.perform(get("/communities/" + made.communityCode() + "/notices.atom"));

        assertThat(answer).hasStatusOk().hasContentType("application/atom+xml;charset=UTF-8");
        var feed = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()));
        assertThat(feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry")
                        .getLength())
                .isEqualTo(1);
        assertThat(feed.getElementsByTagName("title").item(1).getTextContent()).isEqualTo("<b>&amp;</b>");
    }

    @Test
    void aFormKeepsWhatWasTypedAndSaysWhatToMend() throws Exception {
        var made = worlds.make(1);
        var answer = http.perform(post("/work/notices")
                .with(user(signedIn(made.username("clerk"))))
                .with(csrf())
                .param("place", made.communityCode())
                .param("titleZh", "题目")
                .param("bodyZh", "")
                .param("from", "没有日子"));

        assertThat(answer).hasStatus(422);
        var page = answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("value=\"题目\"").contains("from-error").contains("value=\"没有日子\"");
    }

    @Test
    void theListIsFilteredAndDownloadedAsItIsShown() throws Exception {
        var made = worlds.make(1);
        var clerk = accounts.actorOf(made.username("clerk"));
        publish(clerk, words(made.communityCode(), "消杀通知", TODAY, null));
        notices.draft(clerk, Ids.next(), words(made.communityCode(), "草稿", TODAY, null), Origin.SYNTHETIC);

        assertThat(notices.list(clerk, made.path(), Notice.State.DRAFT, "", 10, null)
                        .items())
                .extracting(it -> it.title().zh())
                .containsExactly("草稿");
        assertThat(notices.list(clerk, made.path(), null, "消杀", 10, null).items())
                .hasSize(1);
        var csv = http.perform(
                get("/work/notices.csv").param("state", "PUBLISHED").with(user(signedIn(made.username("clerk")))));
        assertThat(csv.getResponse().getContentAsString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("消杀通知");
    }

    @Test
    void theApiTakesTheSameNoticeOnce() {
        var made = worlds.make(1);
        var id = Ids.next();
        var body =
                "{\"place\":\"%s\",\"titleZh\":\"甲\",\"titleEn\":\"A\",\"bodyZh\":\"乙\",\"bodyEn\":\"B\",\"from\":\"%s\"}"
                        .formatted(made.communityCode(), TODAY);
        for (var i = 0; i < 2; i++) {
            assertThat(http.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put(
                                    "/api/v1/notices/" + id)
                            .contentType("application/json")
                            .content(body)
                            .with(user(signedIn(made.username("clerk"))))
                            .with(csrf())))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.titleEn")
                    .isEqualTo("A");
        }
        assertThat(sql.sql("select count(*) from notice.version where notice_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(http.perform(get("/api/v1/notices/" + id).with(user(signedIn(made.username("resident"))))))
                .hasStatus(403);
    }

    private UUID publish(Actor clerk, NewNotice words) {
        var id = Ids.next();
        notices.draft(clerk, id, words, Origin.SYNTHETIC);
        notices.publish(clerk, id);
        return id;
    }

    private static NewNotice words(String place, String title, LocalDate from, @Nullable LocalDate until) {
        return new NewNotice(place, title, "", "正文", "", false, from, until);
    }

    private SignedIn signedIn(String username) {
        return new SignedIn(username, "", true, accounts.actorOf(username));
    }
}
