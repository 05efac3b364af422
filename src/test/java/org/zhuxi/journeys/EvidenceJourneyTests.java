package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.zhuxi.assessment.ReviewLevel;
import org.zhuxi.assessment.Trial;
import org.zhuxi.testing.Axe;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Evidence is added by one drag, by one photo, by the keyboard alone and without JavaScript. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceJourneyTests {

    private static final String DROP = """
            ([id, count, bytes]) => {
              const data = new DataTransfer();
              for (let i = 0; i < count; i++) {
                data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], `${i}.png`, { type: "image/png" }));
              }
              const area = document.querySelector(`${id} > summary`);
              for (const kind of ["dragenter", "dragover", "drop"]) {
                area.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
              }
            }""";

    private final Trial trial;
    private Trial.Begun begun;
    private Chrome chrome;

    @LocalServerPort
    int port;

    EvidenceJourneyTests(AutowireCapableBeanFactory beans) {
        this.trial = beans.createBean(Trial.class);
    }

    @BeforeAll
    void settle() {
        chrome = Chrome.start();
        begun = trial.begin("EXAMPLE-100", EnumSet.of(ReviewLevel.STREET));
    }

    @AfterAll
    void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void aFileDroppedOnACriterionIsAddedAtOnce() {
        on(chrome.desktop(), page -> {
            page.evaluate(DROP, List.of("#c-E-12", 2, picture()));
            assertThat(page.locator("#c-E-12 [data-drop-words]")).containsText("一次拖一个文件");
            assertThat(files(page, "E-12")).hasCount(0);

            page.evaluate(DROP, List.of("#c-E-12", 1, picture()));

            assertThat(files(page, "E-12")).hasCount(1);
            assertThat(files(page, "E-12")).isVisible();
            assertThat(page.locator("#c-E-12")).hasAttribute("open", "");
            Assertions.assertThat(Axe.faults(page)).isEmpty();
        });
    }

    @Test
    void aPhotoIsAddedByOneButton() {
        on(chrome.phone(), page -> {
            page.locator("#c-E-15 > summary").click();
            page.waitForFileChooser(() -> page.locator("#c-E-15 [data-shoot]").click())
                    .setFiles(file());

            assertThat(files(page, "E-15")).hasCount(1);
        });
    }

    @Test
    void theKeyboardAloneAddsAFile() {
        on(chrome.desktop(), page -> {
            page.locator("#c-E-05 > summary").press("Enter");
            page.locator("#E-05-file").setInputFiles(file());
            page.locator("#c-E-05 form[action$='/evidence'] button[type=submit]")
                    .press("Enter");

            assertThat(files(page, "E-05")).hasCount(1);
        });
    }

    @Test
    void withoutAScriptTheFormAddsAFile() {
        on(chrome.withoutScript(), page -> {
            page.locator("#c-E-07 > summary").click();
            assertThat(page.locator("#c-E-07 [data-shoot]")).isHidden();
            page.locator("#E-07-file").setInputFiles(file());
            page.locator("#c-E-07 form[action$='/evidence'] button[type=submit]")
                    .click();

            assertThat(files(page, "E-07")).hasCount(1);
        });
    }

    private static com.microsoft.playwright.Locator files(Page page, String criterion) {
        return page.locator("#c-" + criterion + " a[href*='/evidence/']");
    }

    private static FilePayload file() {
        return new FilePayload("a.png", "image/png", Trial.picture());
    }

    private static String picture() {
        return Base64.getEncoder().encodeToString(Trial.picture());
    }

    private void on(BrowserContext context, Consumer<Page> walk) {
        try (context) {
            var page = context.newPage();
            Chrome.signIn(page, url("/sign-in"), begun.username("clerk"));
            page.navigate(url("/work/assessment/" + begun.id()));
            walk.accept(page);
        }
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
