package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.appointment.PickupCalendar;
import org.zhuxi.waste.appointment.PickupService;
import org.zhuxi.waste.appointment.SlotPlan;

/** An old sofa: asked for by a household, fetched and weighed by the round, seen by the household. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PickupJourneyTests {

    private final World worlds;
    private final Accounts accounts;
    private final PickupCalendar calendar;
    private final LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
    private World.Made world;
    private Chrome chrome;

    @LocalServerPort
    int port;

    PickupJourneyTests(World worlds, Accounts accounts, PickupCalendar calendar) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.calendar = calendar;
    }

    @BeforeAll
    void settle() {
        chrome = Chrome.start();
        world = worlds.make(3);
        calendar.add(
                accounts.actorOf(world.username("clerk")),
                world.path(),
                new SlotPlan(
                        PickupService.BULKY,
                        day,
                        day,
                        EnumSet.allOf(DayOfWeek.class),
                        LocalTime.of(9, 0),
                        LocalTime.of(11, 0),
                        2));
    }

    @AfterAll
    void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void aHouseholdBooksTheRoundCollectsAndTheHouseholdSeesItsReceipt() {
        on(chrome.phone(), page -> {
            signIn(page, "resident");
            page.navigate(url("/me/appointments"));
            page.locator("#items").fill("旧沙发");
            page.locator("#meetingPlace").fill("1栋楼下");
            page.locator("form[action='/me/appointments'] button[type=submit]").click();
            assertThat(page.locator("main")).containsText("待确认");
            assertThat(page.locator(".alert-info")).containsText("明天 09:00–11:00");
        });
        on(chrome.phone(), page -> {
            signIn(page, "clerk");
            page.navigate(url("/field/round?place=" + world.communityCode() + "&day=" + day));
            page.locator("form[action$='/confirmation'] button").click();
            assertThat(page.locator("main")).containsText("已确认");
            page.locator("input[name=massKg]").fill("沉");
            page.locator("form[action$='/collection'] button").click();
            assertThat(page.locator("[role=alert]")).containsText("重量要大于零");
            assertThat(page.locator("input[name=massKg]")).hasValue("沉");
            page.locator("input[name=massKg]").fill("42.5");
            page.locator("form[action$='/collection'] button").click();
            assertThat(page.locator("main")).containsText("已收走");
        });
        on(chrome.phone(), page -> {
            signIn(page, "resident");
            page.navigate(url("/me/appointments"));
            assertThat(page.locator("[data-receipt]")).containsText("收走 42.5 kg");
            page.locator("[data-receipt] a").click();
            assertThat(page.locator("main")).containsText("大件垃圾预约上门");
        });
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
        Chrome.signIn(page, url("/sign-in"), world.username(who));
    }
}
