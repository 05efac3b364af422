package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.governance.Ballots;
import org.zhuxi.governance.Counts;
import org.zhuxi.governance.DecisionKind;
import org.zhuxi.governance.Decisions;
import org.zhuxi.governance.Rolls;
import org.zhuxi.governance.Votes;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.testing.Axe;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** An idea from a phone to the evaluation, owners voting by phone and on paper, a budget that everybody counts again. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GovernanceJourneyTests {

    private static final int PHONE_PX = 360;

    private final World worlds;
    private final Accounts accounts;
    private final Rolls rolls;
    private final Ballots ballots;
    private final Counts counts;
    private final Decisions decisions;
    private final Votes votes;
    private World.Made world;
    private Actor clerk;
    private Chrome chrome;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    GovernanceJourneyTests(
            World worlds,
            Accounts accounts,
            Rolls rolls,
            Ballots ballots,
            Counts counts,
            Decisions decisions,
            JdbcClient jdbc) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.rolls = rolls;
        this.ballots = ballots;
        this.counts = counts;
        this.decisions = decisions;
        this.votes = new Votes(decisions, jdbc);
    }

    @BeforeAll
    void settle() {
        chrome = Chrome.start();
        world = worlds.make(3);
        clerk = accounts.actorOf(world.username("clerk"));
    }

    @AfterAll
    void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void anIdeaGoesFromAPhoneToTheEvaluation() {
        var faults = new ArrayList<String>();
        var path = new String[1];
        on(chrome.context(PHONE_PX, 740, "zh-CN"), page -> {
            Chrome.signIn(page, url("/sign-in"), world.username("resident"));
            page.navigate(url("/me/ideas/new"));
            faults.addAll(Axe.faults(page));
            page.locator("#title").fill("楼道灯不亮");
            page.locator("#words").fill("三楼晚上看不清台阶");
            page.locator("main form[method=post] button[type=submit]").click();
            page.waitForURL("**/governance/ideas/*");
            page.locator("form[action$='/support'] button").click();
            assertThat(page.locator("main")).containsText("1 人支持");
            faults.addAll(Axe.faults(page));
            assertThat(width(page)).isLessThanOrEqualTo(PHONE_PX);
            path[0] = page.url().substring(page.url().indexOf("/governance/ideas/") + "/governance/ideas/".length());
        });
        on(chrome.desktop(), page -> {
            Chrome.signIn(page, url("/sign-in"), world.username("clerk"));
            page.navigate(url("/work/ideas/" + path[0]));
            faults.addAll(Axe.faults(page));
            step(page, "ON_AGENDA", "");
            hold(page, "HEARING");
            step(page, "HEARD", "");
            step(page, "DECIDED", "换感应灯");
            step(page, "IN_HAND", "物业本周换");
            step(page, "DONE", "已换好");
            hold(page, "EVALUATION");
            step(page, "EVALUATED", "");
            step(page, "CLOSED", "三楼的灯换成感应灯了，谢谢提醒。");
        });
        on(chrome.context(PHONE_PX, 740, "en"), page -> {
            Chrome.signIn(page, url("/sign-in"), world.username("resident"));
            page.navigate(url("/me/governance"));
            faults.addAll(Axe.faults(page));
            page.locator("a", new Page.LocatorOptions().setHasText("楼道灯不亮")).click();
            assertThat(page.locator("main")).containsText("谢谢提醒");
            assertThat(width(page)).isLessThanOrEqualTo(PHONE_PX);
        });
        assertThat(faults).isEmpty();
    }

    private static void step(Page page, String stage, String words) {
        page.locator("#stage").selectOption(stage);
        page.locator("#step-words").fill(words);
        page.locator("form[action$='/steps'] button").click();
    }

    private static void hold(Page page, String kind) {
        page.locator("#kind").selectOption(kind);
        page.locator("#title").fill("楼道灯");
        page.locator("#startsAt")
                .fill(LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString());
        page.locator("form[action$='/meetings'] button").click();
        page.locator("form[action$='/minutes'] textarea").fill("大家同意");
        page.locator("form[action$='/minutes'] [name=personsOnSite]").fill("12");
        if (kind.equals("EVALUATION")) {
            page.locator("form[action$='/minutes'] [name=satisfied]").fill("11");
        }
        page.locator("form[action$='/minutes'] button").click();
    }

    @Test
    void ownersVoteByPhoneAndOnPaper() {
        var doors = world.dwellings();
        rolls.enter(
                clerk,
                world.communityCode(),
                doors.get(0) + ",90,A\n" + doors.get(1) + ",80.5,B\n" + doors.get(2) + ",80,C");
        var decision = votes.open(clerk, world.communityCode(), DecisionKind.OWNERS);
        var faults = new ArrayList<String>();
        var receipt = new String[1];
        on(chrome.context(PHONE_PX, 740, "zh-CN"), page -> {
            Chrome.signIn(page, url("/sign-in"), world.username("resident"));
            page.navigate(url("/me/votes/" + decision.id()));
            assertThat(page.locator("main")).containsText("90.00");
            assertThat(page.locator("main")).containsText("供参考");
            faults.addAll(Axe.faults(page));
            assertThat(width(page)).isLessThanOrEqualTo(PHONE_PX);
            page.locator("input[value=YES]").check();
            page.locator("main form[action$='/ballots'] button").click();
            receipt[0] = page.locator("[data-receipt]").innerText();
            faults.addAll(Axe.faults(page));
        });
        for (var teller : List.of("clerk", "head")) {
            on(chrome.desktop(), page -> {
                Chrome.signIn(page, url("/sign-in"), world.username(teller));
                page.navigate(url("/work/decisions/" + decision.id() + "?q=" + doors.get(1)));
                faults.addAll(Axe.faults(page));
                var paper = page.locator(
                                "details", new Page.LocatorOptions().setHas(page.locator("form[action$='/paper']")))
                        .last();
                paper.locator("summary").click();
                paper.locator("input[value=YES]").check();
                paper.locator("button").click();
                page.waitForURL("**/work/decisions/**");
            });
        }
        assertThat(decisions.turnout(decision).onPaper()).isEqualTo(1);
        votes.close(decision.id());
        on(chrome.desktop(), page -> {
            Chrome.signIn(page, url("/sign-in"), world.username("clerk"));
            page.navigate(url("/work/decisions/" + decision.id()));
            page.locator("form[action$='/count'] button").click();
            assertThat(page.locator("main")).containsText("参加和同意都达到了规定的比例");
        });
        on(chrome.context(PHONE_PX, 740, "zh-CN"), page -> {
            page.navigate(url("/governance/decisions/" + decision.id() + "#" + receipt[0]));
            page.locator("form[action$='/receipt'] button").click();
            assertThat(page.locator("main [role=status]")).containsText("已计入结果");
            faults.addAll(Axe.faults(page));
            assertThat(width(page)).isLessThanOrEqualTo(PHONE_PX);
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void aBudgetIsVotedOnByPhoneAndCountedAgainByEverybody() throws java.io.IOException {
        var decision = votes.open(clerk, world.communityCode(), DecisionKind.BUDGET);
        var receipt = new String[1];
        on(chrome.context(PHONE_PX, 740, "zh-CN"), page -> {
            Chrome.signIn(page, url("/sign-in"), world.username("resident"));
            page.navigate(url("/me/votes/" + decision.id()));
            page.locator("[name=option-1]").check();
            page.locator("[name=option-3]").check();
            assertThat(width(page)).isLessThanOrEqualTo(PHONE_PX);
            page.locator("main form[action$='/ballots'] button").click();
            receipt[0] = page.locator("[data-receipt]").innerText();
        });
        var own = world.households().getFirst().id();
        var others = votes.rights(clerk, decision).stream()
                .filter(it -> !own.equals(it.household()))
                .toList();
        var said = List.of("2,3", "2");
        for (var i = 0; i < said.size(); i++) {
            ballots.official(clerk, decision.id(), others.get(i).id(), Ids.next(), said.get(i));
        }
        votes.close(decision.id());
        var outcome = counts.count(clerk, decision.id()).outcome();
        var file = Files.write(folder.resolve("ballots.json"), counts.file(decision.id()));
        on(chrome.context(PHONE_PX, 740, "zh-CN"), page -> {
            page.navigate(url("/governance/recount"));
            page.locator("#file").setInputFiles(file);
            assertThat(page.locator("#recount pre")).containsText("\"winners\"");
            var cost = outcome.replaceAll(".*\"cost\":(\\d+).*", "$1");
            assertThat(page.locator("#recount pre")).containsText("\"cost\": " + cost);
            assertThat(page.locator("#recount"))
                    .containsText(counts.find(decisions.get(decision.id()))
                            .orElseThrow()
                            .fileSha256());
            assertThat(Axe.faults(page)).isEmpty();
            page.navigate(url("/governance/decisions/" + decision.id() + "#" + receipt[0]));
            page.locator("form[action$='/receipt'] button").click();
            assertThat(page.locator("main [role=status]")).containsText("已计入结果");
            assertThat(page.locator("main")).containsText("入选");
            assertThat(Axe.faults(page)).isEmpty();
            assertThat(width(page)).isLessThanOrEqualTo(PHONE_PX);
        });
    }

    private static int width(Page page) {
        return (int) page.evaluate("document.documentElement.scrollWidth");
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private static void on(BrowserContext context, Consumer<Page> story) {
        try (context) {
            story.accept(context.newPage());
        }
    }
}
