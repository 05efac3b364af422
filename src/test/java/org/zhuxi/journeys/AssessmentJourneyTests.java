package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.zhuxi.assessment.AssessmentMove;
import org.zhuxi.assessment.CycleState;
import org.zhuxi.assessment.ReviewLevel;
import org.zhuxi.assessment.Trial;
import org.zhuxi.testing.Axe;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.KeptEntries;
import org.zhuxi.testing.LocatedPhoto;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A community assesses itself with a gap, two assessors check without a network, it is shown to the public, somebody objects. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssessmentJourneyTests {

    private final Trial trial;
    private Trial.Begun begun;
    private Chrome chrome;

    @LocalServerPort
    int port;

    AssessmentJourneyTests(AutowireCapableBeanFactory beans) {
        this.trial = beans.createBean(Trial.class);
    }

    @BeforeAll
    void settle() {
        chrome = Chrome.start();
        begun = trial.begin("EXAMPLE-100", EnumSet.of(ReviewLevel.STREET, ReviewLevel.CITY));
        trial.answerAll(begun);
    }

    @AfterAll
    void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void fromTheSelfAssessmentToAnObjection() {
        on(chrome.desktop(), this::assessItself);
        on(chrome.desktop(), page -> approve(page, "street", "APPROVE"));
        on(chrome.desktop(), page -> {
            approve(page, "city", "TAKE_UP");
            approve(page, "city", "APPROVE");
        });
        trial.cycles().move(trial.actor(begun, "city"), begun.cycle().id(), CycleState.REVIEW);
        tapWhileTheLineIsSlow("assessor1");
        checkWithoutANetwork("assessor1");
        checkWithoutANetwork("assessor2");
        on(chrome.desktop(), this::decide);
        on(chrome.phone(), this::visitAndObject);
    }

    private void assessItself(Page page) {
        signIn(page, "clerk");
        page.navigate(url("/work/assessment/" + begun.id()));
        var convention = page.locator("#c-E-15");
        convention.locator("summary").first().click();
        convention.locator("select[name^=answer]").first().selectOption("no");
        convention.locator("button.btn-primary").click();
        assertThat(page.locator("#c-E-15 .alert-success")).isVisible();
        assertThat(page.locator("#c-E-15 > summary")).containsText("达到");
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        page.reload();
        assertThat(page.locator("main")).containsText("还差 1 条");
        page.locator("form[action$='/submission'] button").click();
        assertThat(page.locator("main")).containsText("自评已提交");
    }

    private void approve(Page page, String who, String move) {
        if (!page.url().contains("/work/")) {
            signIn(page, who);
        }
        page.navigate(url("/work/assessments/" + begun.id()));
        if (move.equals("APPROVE")) {
            page.locator("form[action$='/verification'] button").first().click();
        }
        page.locator("form:has(input[value=" + move + "]) button").click();
        assertThat(page.locator("[role=alert]")).hasCount(0);
        Assertions.assertThat(Axe.faults(page)).isEmpty();
    }

    /** The list is drawn from what the phone keeps; an answer that comes late must not draw the form again under the fingers. */
    private void tapWhileTheLineIsSlow(String who) {
        on(chrome.phone(), page -> {
            signIn(page, who);
            page.navigate(url("/field/assessments"));
            assertThat(page.locator("#waiting a")).not().hasCount(0);
            var held = new ArrayList<Route>();
            page.context().route("**/api/v1/site-checks/kit", held::add);
            page.reload();
            page.locator("#waiting a[href='#" + begun.id() + "']").click();
            var met = page.locator("label[for^='yes-']").first();
            met.click();
            met.evaluate("label => { label.dataset.tapped = 'yes'; }");
            page.waitForCondition(() -> held.size() == 1);
            held.getFirst().resume();
            page.waitForCondition(() -> held.size() == 2);
            page.waitForResponse("**/api/v1/site-checks/kit", held.getLast()::resume);
            assertThat(page.locator("label[data-tapped=yes]")).hasCount(1);
            assertThat(page.locator("input[id^='yes-']").first()).isChecked();
        });
    }

    private void checkWithoutANetwork(String who) {
        on(chrome.phone(), page -> {
            signIn(page, who);
            page.navigate(url("/field/assessments"));
            assertThat(page.locator("#app")).hasAttribute("data-ready", "yes");
            page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
            page.context().setOffline(true);
            page.reload();
            var ours = page.locator("#waiting a[href='#" + begun.id() + "']");
            ours.click();
            assertThat(page.locator("#check")).isVisible();
            for (var met : page.locator("label[for^='yes-']").all()) {
                met.click();
            }
            Assertions.assertThat(Axe.faults(page)).isEmpty();
            page.locator("#photo").setInputFiles(new FilePayload("photo.jpg", "image/jpeg", LocatedPhoto.at(31, 120)));
            page.locator("#site button[type=submit]").click();
            assertThat(page.locator("#saved")).isVisible();
            assertThat(page.locator("#app")).hasAttribute("data-waiting", "1");
            page.reload();
            assertThat(page.locator("#app")).hasAttribute("data-waiting", "1");
            page.context()
                    .route(
                            "**/site-photos",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setStatus(422)
                                    .setContentType("application/problem+json")
                                    .setBody("{\"type\":\"/problems/evidence-damaged\",\"detail\":\"照片已损坏。\"}")));
            page.context().setOffline(false);
            page.locator("#send").click();
            assertThat(page.locator("#app")).hasAttribute("data-waiting", "0");
            assertThat(page.locator("#entries li")).hasAttribute("data-state", "sent");
            assertThat(page.locator("#entries li")).containsText("照片没有收下：照片已损坏。");
            KeptEntries.age(page, 8);
            page.reload();
            assertThat(page.locator("#app")).hasAttribute("data-ready", "yes");
            assertThat(page.locator("#entries li")).hasCount(0);
        });
    }

    private void decide(Page page) {
        signIn(page, "city");
        page.navigate(url("/work/assessments/" + begun.id()));
        for (var move : List.of(AssessmentMove.SCORE, AssessmentMove.PROPOSE_PASS)) {
            page.locator("form:has(input[value=" + move + "]) button").click();
        }
        assertThat(page.locator("main")).containsText("拟达标");
        trial.cycles().move(trial.actor(begun, "city"), begun.cycle().id(), CycleState.NOTICE);
        page.reload();
        page.locator("form:has(input[value=GIVE_NOTICE]) button").click();
        assertThat(page.locator("main")).containsText("公示中");
    }

    private void visitAndObject(Page page) {
        page.navigate(url("/assessments/cycles/" + begun.cycle().id()));
        assertThat(page.locator("main")).containsText("达标率");
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        page.locator("a[href='/assessments/" + begun.id() + "']").first().click();
        assertThat(page.locator("main")).containsText("95.00");
        assertThat(page.locator("#c-E-15")).containsText("未达到");
        assertThat(page.locator("#c-E-01 a[href*='/evidence/']").first()).isVisible();
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        page.locator("a[href$='/objection']").first().click();
        page.locator("#reason").fill("公约没有公布");
        page.locator("#name").fill("王女士");
        page.locator("#contact").fill("13900001111");
        page.locator("form[action$='/objection'] button").click();
        page.waitForURL(Pattern.compile(".*objected.*"));
        assertThat(page.locator("#objections ~ .card").first()).containsText("公约没有公布");
        assertThat(page.locator("main")).not().containsText("王女士");
    }

    private void on(BrowserContext context, Consumer<Page> walk) {
        try (context) {
            walk.accept(context.newPage());
        }
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private void signIn(Page page, String who) {
        Chrome.signIn(page, url("/sign-in"), begun.username(who));
    }
}
