package org.zhuxi.crash;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.TestPostgres;

/**
 * An operator's day with a program of its own, whose jobs run: a job fails, is mended and run again; then the program is
 * stopped under load.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationsJourneyTests {

    private static final int ENOUGH = 2_000;

    @TempDir
    static Path data;

    private ProgramUnderFire program;

    @BeforeAll
    void begin() {
        program = ProgramUnderFire.onServer(TestPostgres.freshDatabase(), data, "--zhuxi.drain=2s");
    }

    @AfterAll
    void end() {
        if (program != null) {
            program.close();
        }
    }

    @Test
    @Order(1)
    void anOperatorSeesAJobFailMendsTheCauseAndRunsItAgain() throws Exception {
        var inTheWay = Files.writeString(data.resolve("backups"), "a file where the folder of back-ups should be");
        try (var chrome = Chrome.start();
                var context = chrome.desktop()) {
            var page = context.newPage();
            signIn(page, "operator-" + program.world().getFirst());
            page.navigate(url("/work/operations"));
            assertThat(page.locator("main")).containsText("写入队列");
            assertThat(page.locator("main")).containsText("正常");
            assertThat(page.locator("main")).containsText("数据目录里还没有备份");
            assertThat(page.locator("main code").first()).containsText("+");

            run(page, "platform.backup");
            awaitText(page, "连续失败 1 次");
            page.locator("a[href='/work/operations/jobs/platform.backup']").click();
            assertThat(page.locator("main")).containsText("失败");

            Files.delete(inTheWay);
            page.navigate(url("/work/operations"));
            run(page, "platform.backup");
            awaitText(page, ".zip");
            assertThat(page.locator("main")).not().containsText("连续失败");
            page.navigate(url("/work/operations/jobs/platform.backup"));
            assertThat(page.locator("main .list-group-item")).hasCount(2);
            assertThat(page.locator("main .list-group-item").first()).containsText("完成");
        }
    }

    @Test
    @Order(2)
    void stopsUnderLoadByTurningUnreadyFirstAndLosesNothingItAcknowledged() throws Exception {
        var fleet = new Fleet(program, Integer.MAX_VALUE);
        fleet.start();
        while (fleet.acknowledged().size() < ENOUGH) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        var seen = new ArrayList<Integer>();
        try (var http = HttpClient.newHttpClient()) {
            var exit = CompletableFuture.supplyAsync(program::terminate);
            var before = -1;
            while (!exit.isDone()) {
                var readiness = status(http, "/actuator/health/readiness");
                if (readiness == 503 && before < 0) {
                    before = fleet.acknowledged().size();
                }
                seen.add(readiness);
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(seen).as("readiness").contains(503);
            assertThat(seen.lastIndexOf(200)).as("ready again while it stops").isLessThan(seen.indexOf(503));
            assertThat(fleet.acknowledged().size())
                    .as("records that were taken while it was unready but not yet closed")
                    .isGreaterThan(before);
            assertThat(exit.get()).isEqualTo(143);
        }
        fleet.stop();

        var kept = Kept.idsIn(program);
        assertThat(kept.duplicates()).isEmpty();
        assertThat(kept.missing(fleet.acknowledged().keySet()))
                .as("acknowledged and lost")
                .isZero();
    }

    /** @return -1 when nothing listens any more */
    private int status(HttpClient http, String path) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(url(path)))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return -1;
        }
    }

    private static void run(Page page, String job) {
        page.locator("form[action='/work/operations/jobs/" + job + "/runs'] button")
                .click();
        assertThat(page.locator(".alert-success")).isVisible();
    }

    private static void awaitText(Page page, String text) {
        for (var attempt = 0; attempt < 60; attempt++) {
            if (page.locator("main").textContent().contains(text)) {
                return;
            }
            page.waitForTimeout(250);
            page.reload();
        }
        assertThat(page.locator("main")).containsText(text);
    }

    private void signIn(Page page, String username) {
        Chrome.signIn(page, url("/sign-in"), username);
    }

    private String url(String path) {
        return program.uri(path).toString();
    }
}
